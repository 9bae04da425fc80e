package org.filterscope.core.gate;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.AccuracyGate;
import org.filterscope.core.configuration.Analysis;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.configuration.GateSettings;
import org.filterscope.core.configuration.InvalidConfigurationException;
import org.filterscope.core.configuration.RegressionGate;
import org.filterscope.core.configuration.ScoreChangeGate;
import org.filterscope.core.configuration.ScoreGate;
import org.filterscope.core.configuration.ScoreSelection;
import org.filterscope.core.report.Report;
import org.filterscope.core.suppression.SuppressionsFile;

/**
 * Whether gates can be decided at all, looked at before anything is computed: a misspelt layer must not be found out after an hour.
 *
 * @param configuration with the gates
 */
public record GateCheck(DiagnosisConfiguration configuration) {
    private static final Set<String> OF_DISSECTION = Set.of("iou", "iou_ceiling", "iou_best", "label_p", "detector");
    private static final Set<String> OF_INSTABILITY = Set.of("instability", "instability_least", "instability_ratio", "vector_r2", "dead_share",
            "peak_entropy");
    private static final Set<String> OF_CLASSES = Set.of("class_auc", "selectivity", "contribution");
    private static final Set<String> OF_SIMILARITY = Set.of("twin_correlation", "explained", "border", "corner");

    /**
     * @param layers   that are looked into
     * @param classes  of the pictures
     * @param analyses that are done
     * @throws InvalidConfigurationException with the line of a gate that names another layer or class, or a number that none of the analyses makes
     */
    public void check(final List<String> layers, final Collection<String> classes, final Collection<Analysis> analyses)
            throws InvalidConfigurationException {
        final GateSettings gates = configuration.gates();
        if (!gates.flaws().isEmpty()) {
            need(Analysis.FLAWS, analyses, "the gate 'flaws'", gates.flaws().get(0).line());
        }
        for (final AccuracyGate gate : gates.accuracy()) {
            if (gate.category().isPresent() && !classes.contains(gate.category().get())) {
                throw error(gate.line(), "the pictures have no class '%s'; they have %s".formatted(gate.category().get(),
                        classes.isEmpty() ? "none" : String.join(", ", classes)));
            }
        }
        for (final ScoreGate gate : gates.scores()) {
            check(gate.scores(), layers, analyses);
        }
        if (gates.regressions().isPresent()) {
            check(gates.regressions().get(), layers, analyses);
        }
    }

    private void check(final RegressionGate gate, final List<String> layers, final Collection<Analysis> analyses)
            throws InvalidConfigurationException {
        if (gate.newFindings().isPresent()) {
            need(Analysis.FLAWS, analyses, "the gate 'new-findings'", gate.line());
        }
        if (gate.detectors().isPresent() || gate.labels().isPresent()) {
            need(Analysis.DISSECTION, analyses, "the gate '%s'".formatted(gate.detectors().isPresent() ? "detectors" : "labels"), gate.line());
        }
        for (final ScoreChangeGate change : gate.scores()) {
            check(change.scores(), layers, analyses);
        }
    }

    private void check(final ScoreSelection selection, final List<String> layers, final Collection<Analysis> analyses)
            throws InvalidConfigurationException {
        if (selection.layer().isPresent() && !layers.contains(selection.layer().get())) {
            throw error(selection.line(), "no layer '%s' is looked into; 'layers' names %s".formatted(selection.layer().get(),
                    String.join(", ", layers)));
        }
        need(analysis(selection.score()), analyses, "the gate '%s'".formatted(selection.score()), selection.line());
    }

    /** That makes a score; those without one of their own are always made. */
    private static Analysis analysis(final String score) {
        if (OF_DISSECTION.contains(score)) {
            return Analysis.DISSECTION;
        } else if (OF_INSTABILITY.contains(score)) {
            return Analysis.INSTABILITY;
        } else if (OF_CLASSES.contains(score)) {
            return Analysis.CLASSES;
        } else if (OF_SIMILARITY.contains(score)) {
            return Analysis.SIMILARITY;
        }
        return switch (score) {
            case "ablation" -> Analysis.ABLATION;
            case "rf_measured" -> Analysis.FIELDS;
            case "patterns" -> Analysis.GRAPH;
            case "harm" -> Analysis.FLAWS;
            default -> Analysis.FILTERS;
        };
    }

    private void need(final Analysis analysis, final Collection<Analysis> analyses, final String gate, final int line)
            throws InvalidConfigurationException {
        if (analysis != Analysis.FILTERS && !analyses.contains(analysis)) {
            throw error(line, "%s needs the analysis '%s', which is not done: name it in 'analyses', or give the data that it needs".formatted(gate,
                    analysis.key()));
        }
    }

    /**
     * What can be wrong with the demands by themselves, whatever the model and the pictures are.
     *
     * @throws InvalidInputException when there are no gates, there is no baseline though a gate needs one, or the suppressions cannot be used
     */
    public void checkDemands() throws InvalidInputException {
        if (configuration.gates().isEmpty()) {
            throw configuration.error("gates",
                    "'gates' is missing: what 'check' is to demand, for example gates: { flaws: { severity: high, max: 0 } }");
        }
        checkBaseline();
        SuppressionsFile.beside(configuration.file()).read();
    }

    /**
     * Opens the baseline, if there is a gate that needs one.
     *
     * @throws InvalidInputException when there is none, or it cannot be read
     */
    public void checkBaseline() throws InvalidInputException {
        if (configuration.gates().regressions().isPresent()) {
            baseline(configuration, configuration.gates().regressions().get());
        }
    }

    static Report baseline(final DiagnosisConfiguration configuration, final RegressionGate gate) throws InvalidInputException {
        if (!Report.isReport(gate.baseline())) {
            throw new InvalidConfigurationException(configuration.file(), gate.line(),
                    "there is no report in %s to compare with; 'filterscope run CONFIG --out DIR' makes one, of the network as it is to be kept"
                            .formatted(gate.baseline()));
        }
        return Report.open(gate.baseline());
    }

    private InvalidConfigurationException error(final int line, final String reason) {
        return new InvalidConfigurationException(configuration.file(), line, reason);
    }
}
