package org.filterscope.core.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.Analysis;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.report.Report;
import org.filterscope.core.suppression.AppliedSuppressions;
import org.filterscope.core.suppression.SuppressionsFile;

/**
 * A report with what its configuration demands of it and what people have suppressed.
 *
 * @param report        read
 * @param configuration with the gates; empty when the report is told by itself
 * @param findings      empty when the run did not look for flaws
 * @param suppressions  of findings
 * @param accuracy      of the predictions
 * @param gates         one or more a gate of the configuration
 * @param notes         for a person: what is to be known about the gates and the suppressions
 */
public record Assessment(Report report, Optional<DiagnosisConfiguration> configuration, Optional<Findings> findings,
        AppliedSuppressions suppressions, Accuracy accuracy, List<GateResult> gates, List<String> notes) {

    public Assessment {
        gates = List.copyOf(gates);
        notes = List.copyOf(notes);
    }

    /** A report by itself: nothing is demanded, nothing suppressed. */
    public static Assessment of(final Report report) throws InvalidInputException {
        return new Assessment(report, Optional.empty(), report.findings(), AppliedSuppressions.NONE, Accuracy.of(report), List.of(), List.of());
    }

    /**
     * @param today decides which suppressions have expired
     * @throws InvalidInputException when a gate names what the report has not, the suppressions cannot be used, or a report is damaged
     */
    public static Assessment of(final DiagnosisConfiguration configuration, final Report report, final LocalDate today) throws InvalidInputException {
        new GateCheck(configuration).check(report.manifest().layers(), report.manifest().data().classes(), analyses(report));
        final SuppressionsFile file = SuppressionsFile.beside(configuration.file());
        final Optional<Findings> findings = report.findings();
        final AppliedSuppressions suppressions = AppliedSuppressions.of(file.read(), file.file(),
                findings.orElseGet(() -> new Findings(List.of(), List.of())), today);
        final Accuracy accuracy = Accuracy.of(report);
        final List<GateResult> gates = new Gates(report, accuracy, findings, suppressions).results(configuration);
        final List<String> notes = new ArrayList<>(suppressions.notes());
        notes.addAll(ofBaseline(configuration, report));
        return new Assessment(report, Optional.of(configuration), findings, suppressions, accuracy, gates, notes);
    }

    private static List<Analysis> analyses(final Report report) {
        return Arrays.stream(Analysis.values()).filter(analysis -> report.manifest().analyses().contains(analysis.key())).toList();
    }

    /** Other pictures give other numbers, whatever became of the network. */
    private static List<String> ofBaseline(final DiagnosisConfiguration configuration, final Report report) throws InvalidInputException {
        if (configuration.gates().regressions().isEmpty()) {
            return List.of();
        }
        final Report before = GateCheck.baseline(configuration, configuration.gates().regressions().get());
        return before.manifest().data().sha256().equals(report.manifest().data().sha256()) ? List.of()
                : List.of("the baseline was made of other pictures: a part of what has changed may be due to them");
    }

    public boolean passed() {
        return gates.stream().allMatch(GateResult::passed);
    }

    /** The findings that count, the worst first. */
    public List<Finding> open() {
        return findings.map(suppressions::open).orElse(List.of());
    }

    /** The findings that do not count, the worst first. */
    public List<Finding> suppressed() {
        return findings.map(suppressions::suppressed).orElse(List.of());
    }
}
