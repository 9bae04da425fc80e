package org.filterscope.core.gate;

import java.util.List;

import org.filterscope.core.finding.Finding;

/**
 * What became of one gate.
 *
 * @param name     what it looks at: {@code accuracy of river}
 * @param passed   whether it holds; a gate that cannot be decided does not
 * @param expected what the configuration demands: {@code at least 0.9}
 * @param found    what the report says: {@code 0.875 (35 of 40)}
 * @param sentence all of it, for a person
 * @param findings that it counted, the worst first; none for gates that count nothing
 */
public record GateResult(String name, boolean passed, String expected, String found, String sentence, List<Finding> findings) {

    public GateResult {
        findings = List.copyOf(findings);
    }

    static GateResult of(final String name, final boolean passed, final String expected, final String found) {
        return of(name, passed, expected, found, List.of());
    }

    static GateResult of(final String name, final boolean passed, final String expected, final String found, final List<Finding> findings) {
        return new GateResult(name, passed, expected, found, "%s: %s, expected %s".formatted(name, found, expected), findings);
    }

    /** A gate whose number the report does not tell. */
    static GateResult unknown(final String name, final String expected, final String why) {
        return of(name, false, expected, "not known: " + why);
    }
}
