package org.filterscope.core.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.AccuracyGate;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.configuration.FlawGate;
import org.filterscope.core.configuration.GateSettings;
import org.filterscope.core.configuration.RegressionGate;
import org.filterscope.core.configuration.ScoreGate;
import org.filterscope.core.configuration.ScoreSelection;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.gate.Accuracy.Count;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.Report;
import org.filterscope.core.suppression.AppliedSuppressions;

/** Decides a configuration's gates on a report. For one thread. */
final class Gates {
    private static final String NO_CLASSES = "no picture folder is named like one of the network's outputs";

    private final FilterTables tables;
    private final Accuracy accuracy;
    private final FlawGates flaws;

    Gates(final Report report, final Accuracy accuracy, final Optional<Findings> findings, final AppliedSuppressions suppressions) {
        tables = new FilterTables(report);
        this.accuracy = accuracy;
        flaws = new FlawGates(findings, suppressions);
    }

    /** @return in the order of the configuration's kinds of gates: flaws, accuracy, scores, regressions */
    List<GateResult> results(final DiagnosisConfiguration configuration) throws InvalidInputException {
        final GateSettings settings = configuration.gates();
        final List<GateResult> results = new ArrayList<>();
        for (final FlawGate gate : settings.flaws()) {
            results.add(flaws.absolute(gate));
        }
        for (final AccuracyGate gate : settings.accuracy()) {
            results.addAll(accuracy(gate));
        }
        for (final ScoreGate gate : settings.scores()) {
            results.addAll(scores(gate));
        }
        if (settings.regressions().isPresent()) {
            final RegressionGate gate = settings.regressions().get();
            results.addAll(new Baseline(gate, GateCheck.baseline(configuration, gate), tables).results(flaws, accuracy));
        }
        return results;
    }

    private List<GateResult> accuracy(final AccuracyGate gate) {
        final List<GateResult> results = new ArrayList<>();
        if (gate.min().isPresent()) {
            final double min = gate.min().getAsDouble();
            final String name = gate.category().map(category -> "accuracy of " + category).orElse("accuracy");
            final Optional<Count> count = gate.category().isPresent() ? Optional.ofNullable(accuracy.classes().get(gate.category().get()))
                    : Optional.of(accuracy.overall()).filter(all -> all.pictures() > 0);
            results.add(count.isPresent() ? atLeast(name, count.get(), min, "") : GateResult.unknown(name, "at least " + Numbers.text(min),
                    gate.category().map("no picture has the class '%s' and a network that knows it"::formatted).orElse(NO_CLASSES)));
        }
        if (gate.minClass().isPresent()) {
            final double min = gate.minClass().getAsDouble();
            final String name = "accuracy of every class";
            results.add(accuracy.isKnown() ? atLeast(name, accuracy.worst().getValue(), min, accuracy.worst().getKey() + ": ")
                    : GateResult.unknown(name, "at least " + Numbers.text(min), NO_CLASSES));
        }
        return results;
    }

    private static GateResult atLeast(final String name, final Count count, final double min, final String whose) {
        return GateResult.of(name, count.share() >= min, "at least " + Numbers.text(min),
                "%s%s (%s)".formatted(whose, Numbers.text(count.share(), min), count.text()));
    }

    private List<GateResult> scores(final ScoreGate gate) throws InvalidReportException {
        final ScoreSelection selection = gate.scores();
        final String expected = Numbers.range(gate.min(), gate.max());
        final List<GateResult> results = new ArrayList<>();
        for (final String layer : tables.layers(selection)) {
            final String name = "%s of %s".formatted(selection.text(), layer);
            final OptionalDouble number = tables.number(selection, layer);
            results.add(number.isEmpty() ? GateResult.unknown(name, expected, "no filter of this layer has '%s'".formatted(selection.score()))
                    : within(name, number.getAsDouble(), gate));
        }
        return results.isEmpty() ? List.of(GateResult.unknown(selection.text(), expected, "no filter has '%s'".formatted(selection.score())))
                : results;
    }

    private static GateResult within(final String name, final double value, final ScoreGate gate) {
        final boolean low = gate.min().isPresent() && value < gate.min().getAsDouble();
        final boolean high = gate.max().isPresent() && value > gate.max().getAsDouble();
        final double limit = low ? gate.min().getAsDouble() : high ? gate.max().getAsDouble() : value;
        return GateResult.of(name, !low && !high, Numbers.range(gate.min(), gate.max()), Numbers.text(value, limit));
    }
}
