package org.filterscope.core.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.RegressionGate;
import org.filterscope.core.configuration.ScoreChangeGate;
import org.filterscope.core.configuration.ScoreSelection;
import org.filterscope.core.gate.Accuracy.Count;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.Report;

/** Compares a report with an earlier one. For one thread. */
final class Baseline {
    private static final String DETECTORS = "detectors lost in ";
    private static final String LABELS = "labels lost in ";
    /** Differences of shares are rounded: 0.9 less 0.8 is more than 0.1. */
    private static final double ROUNDING = 1e-12;

    private final RegressionGate gate;
    private final Report before;
    private final FilterTables tables;
    private final FilterTables tablesBefore;

    Baseline(final RegressionGate gate, final Report before, final FilterTables tables) {
        this.gate = gate;
        this.before = before;
        this.tables = tables;
        tablesBefore = new FilterTables(before);
    }

    List<GateResult> results(final FlawGates flaws, final Accuracy accuracy) throws InvalidInputException {
        final List<GateResult> results = new ArrayList<>();
        final Accuracy accuracyBefore = Accuracy.of(before);
        if (gate.accuracy().isPresent()) {
            results.add(accuracy(accuracyBefore, accuracy, gate.accuracy().getAsDouble()));
        }
        if (gate.classAccuracy().isPresent()) {
            results.add(classes(accuracyBefore, accuracy, gate.classAccuracy().getAsDouble()));
        }
        if (gate.newFindings().isPresent()) {
            results.add(flaws.regression(gate.newFindings().get(), before.findings()));
        }
        if (gate.detectors().isPresent()) {
            results.addAll(detectors(gate.detectors().getAsInt()));
        }
        if (gate.labels().isPresent()) {
            results.addAll(labels(gate.labels().getAsInt()));
        }
        for (final ScoreChangeGate change : gate.scores()) {
            results.addAll(scores(change));
        }
        return results;
    }

    private static GateResult accuracy(final Accuracy before, final Accuracy now, final double most) {
        final String name = "accuracy lost";
        final String expected = "at most " + Numbers.text(most);
        if (!before.isKnown() || !now.isKnown()) {
            return GateResult.unknown(name, expected, "no picture folder is named like one of the network's outputs");
        }
        return lost(name, expected, before.overall(), now.overall(), most, "");
    }

    private static GateResult classes(final Accuracy before, final Accuracy now, final double most) {
        final String name = "accuracy lost of a class";
        final String expected = "at most " + Numbers.text(most);
        GateResult worst = GateResult.unknown(name, expected, "the reports have no class in common that is an output of the network");
        double least = Double.NEGATIVE_INFINITY;
        for (final Map.Entry<String, Count> entry : before.classes().entrySet()) {
            final Count count = now.classes().get(entry.getKey());
            if (count != null && entry.getValue().share() - count.share() > least) {
                least = entry.getValue().share() - count.share();
                worst = lost(name, expected, entry.getValue(), count, most, entry.getKey() + ": ");
            }
        }
        return worst;
    }

    private static GateResult lost(final String name, final String expected, final Count before, final Count now, final double most,
            final String whose) {
        final double lost = before.share() - now.share();
        final boolean passed = lost <= most + ROUNDING;
        return GateResult.of(name, passed, expected,
                "%s%s (%s, was %s)".formatted(whose, passed ? Numbers.rounded(lost) : Numbers.text(lost, most), now.text(), before.text()));
    }

    private List<GateResult> detectors(final int most) throws InvalidReportException {
        final List<GateResult> results = new ArrayList<>();
        for (final String layer : tablesBefore.layers()) {
            final String name = DETECTORS + layer;
            if (isComparable(layer)) {
                final long lost = tablesBefore.detectors(layer) - tables.detectors(layer);
                results.add(GateResult.of(name, lost <= most, "at most " + most, "%d (%d, was %d)".formatted(Math.max(0, lost),
                        tables.detectors(layer), tablesBefore.detectors(layer))));
            } else if (tablesBefore.isDissected(layer)) {
                results.add(notThere(name, "at most " + most));
            }
        }
        return results.isEmpty() ? List.of(notDissected(DETECTORS + "any layer", "at most " + most)) : results;
    }

    private List<GateResult> labels(final int most) throws InvalidReportException {
        final List<GateResult> results = new ArrayList<>();
        for (final String layer : tablesBefore.layers()) {
            final String name = LABELS + layer;
            if (isComparable(layer)) {
                final Set<String> lost = new TreeSet<>(tablesBefore.labels(layer));
                lost.removeAll(tables.labels(layer));
                results.add(GateResult.of(name, lost.size() <= most, "at most " + most,
                        lost.isEmpty() ? "0" : "%d (%s)".formatted(lost.size(), String.join(", ", lost))));
            } else if (tablesBefore.isDissected(layer)) {
                results.add(notThere(name, "at most " + most));
            }
        }
        return results.isEmpty() ? List.of(notDissected(LABELS + "any layer", "at most " + most)) : results;
    }

    private boolean isComparable(final String layer) throws InvalidReportException {
        return tablesBefore.isDissected(layer) && tables.layers().contains(layer) && tables.isDissected(layer);
    }

    private static GateResult notThere(final String name, final String expected) {
        return GateResult.unknown(name, expected, "only the baseline dissected this layer");
    }

    private static GateResult notDissected(final String name, final String expected) {
        return GateResult.unknown(name, expected, "the baseline dissected no layer");
    }

    private List<GateResult> scores(final ScoreChangeGate change) throws InvalidReportException {
        final ScoreSelection selection = change.scores();
        final List<GateResult> results = new ArrayList<>();
        for (final String layer : tablesBefore.layers(selection)) {
            results.add(score(change, layer));
        }
        return results.isEmpty() ? List.of(GateResult.unknown("change of " + selection.text(), expected(change),
                "no filter of the baseline has '%s'".formatted(selection.score()))) : results;
    }

    private GateResult score(final ScoreChangeGate change, final String layer) throws InvalidReportException {
        final ScoreSelection selection = change.scores();
        final String name = "change of %s of %s".formatted(selection.text(), layer);
        final boolean there = tables.layers().contains(layer) && tablesBefore.layers().contains(layer);
        final OptionalDouble was = there ? tablesBefore.number(selection, layer) : OptionalDouble.empty();
        final OptionalDouble is = there ? tables.number(selection, layer) : OptionalDouble.empty();
        if (was.isEmpty() || is.isEmpty()) {
            return GateResult.unknown(name, expected(change), "no filter of this layer has '%s' in %s report".formatted(selection.score(),
                    was.isEmpty() ? "the baseline's" : "this"));
        }
        final double moved = is.getAsDouble() - was.getAsDouble();
        final boolean fell = change.fall().isPresent() && -moved > change.fall().getAsDouble() + ROUNDING;
        final boolean rose = change.rise().isPresent() && moved > change.rise().getAsDouble() + ROUNDING;
        final String text = fell ? Numbers.text(moved, -change.fall().getAsDouble()) : rose ? Numbers.text(moved, change.rise().getAsDouble())
                : Numbers.rounded(moved);
        return GateResult.of(name, !fell && !rose, expected(change), "%s (%s, was %s)".formatted(text,
                Numbers.rounded(is.getAsDouble()), Numbers.rounded(was.getAsDouble())));
    }

    private static String expected(final ScoreChangeGate change) {
        final String fall = change.fall().isPresent() ? "a fall of at most " + Numbers.text(change.fall().getAsDouble()) : "";
        final String rise = change.rise().isPresent() ? "a rise of at most " + Numbers.text(change.rise().getAsDouble()) : "";
        return fall.isEmpty() ? rise : rise.isEmpty() ? fall : fall + " and " + rise;
    }
}
