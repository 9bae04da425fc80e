package org.filterscope.core.configuration;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Severity;

/**
 * How many findings there may be.
 *
 * @param severity the least that counts
 * @param kinds    that count; all where none is named
 * @param max      how many are let pass
 * @param line     of the configuration file
 */
public record FlawGate(Severity severity, List<FindingKind> kinds, int max, int line) {

    public FlawGate {
        kinds = List.copyOf(kinds);
    }

    public boolean counts(final Finding finding) {
        return finding.severity().compareTo(severity) >= 0 && countedKinds().contains(finding.kind());
    }

    /** The kinds that count. */
    public Set<FindingKind> countedKinds() {
        return kinds.isEmpty() ? EnumSet.allOf(FindingKind.class) : EnumSet.copyOf(kinds);
    }

    /** For a person: {@code findings of high severity}, {@code class-confusion, dead-filters}. */
    public String text() {
        final String what = kinds.isEmpty() ? "findings" : String.join(", ", kinds.stream().map(FindingKind::key).toList());
        return switch (severity) {
            case LOW -> what;
            case MEDIUM -> what + " of medium severity or worse";
            case HIGH -> what + " of high severity";
        };
    }
}
