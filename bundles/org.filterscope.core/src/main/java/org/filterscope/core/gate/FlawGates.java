package org.filterscope.core.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.configuration.FlawGate;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingChanges;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Search;
import org.filterscope.core.suppression.AppliedSuppressions;

/**
 * Counts findings that are not suppressed.
 *
 * @param findings of the report; empty when the run did not look for flaws
 */
record FlawGates(Optional<Findings> findings, AppliedSuppressions suppressions) {

    GateResult absolute(final FlawGate gate) {
        return result(gate, gate.text(), findings.isEmpty() ? List.of()
                : suppressions.open(findings.get()).stream().filter(gate::counts).toList());
    }

    /** @param before the baseline's; a finding is new when the baseline has it not, or not among those that count */
    GateResult regression(final FlawGate gate, final Optional<Findings> before) {
        final String name = "new " + gate.text();
        if (before.isEmpty()) {
            return GateResult.unknown(name, expected(gate), "the baseline's run did not look for flaws");
        }
        return result(gate, name, findings.isEmpty() ? List.of() : FindingChanges.of(counted(gate, before.get().findings()),
                counted(gate, suppressions.open(findings.get()))).appeared());
    }

    private static Findings counted(final FlawGate gate, final List<Finding> found) {
        return new Findings(found.stream().filter(gate::counts).toList(), List.of());
    }

    private GateResult result(final FlawGate gate, final String name, final List<Finding> counted) {
        if (findings.isEmpty()) {
            return GateResult.unknown(name, expected(gate), "the run did not look for flaws");
        }
        final List<Search> missed = missed(gate);
        if (!gate.kinds().isEmpty() && !missed.isEmpty() && counted.size() <= gate.max()) {
            return GateResult.unknown(name, expected(gate), "%s was not looked for (%s)".formatted(missed.get(0).kind().key(), missed.get(0).note()));
        }
        if (counted.isEmpty() && missed.size() == gate.countedKinds().size()) {
            return GateResult.unknown(name, expected(gate), "no kind of flaw was looked for (%s)".formatted(missed.get(0).note()));
        }
        final String unknown = missed.isEmpty() ? "" : " (%d of %d kinds were not looked for)".formatted(missed.size(), gate.countedKinds().size());
        return GateResult.of(name, counted.size() <= gate.max(), expected(gate), counted.size() + suppressed(gate) + unknown, counted);
    }

    private String suppressed(final FlawGate gate) {
        final long count = suppressions.suppressed(findings.orElseThrow()).stream().filter(gate::counts).count();
        return count == 0 ? "" : " (and %d suppressed)".formatted(count);
    }

    /** Kinds that the gate counts and nobody has looked for: none found means nothing there. */
    private List<Search> missed(final FlawGate gate) {
        final List<Search> missed = new ArrayList<>();
        for (final FindingKind kind : gate.countedKinds()) {
            if (findings.orElseThrow().searches().stream().noneMatch(search -> search.kind() == kind)) {
                missed.add(new Search(kind, 0, "this version does not look for it"));
            } else {
                findings.get().missed(kind).ifPresent(missed::add);
            }
        }
        return missed;
    }

    private static String expected(final FlawGate gate) {
        return gate.max() == 0 ? "none" : "at most " + gate.max();
    }
}
