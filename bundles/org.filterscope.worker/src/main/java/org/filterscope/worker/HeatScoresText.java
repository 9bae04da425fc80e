package org.filterscope.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.filterscope.analysis.heat.BenchmarkResult;
import org.filterscope.analysis.heat.Change.Kind;
import org.filterscope.analysis.heat.HeatVerdict;
import org.filterscope.analysis.heat.MethodScore;
import org.filterscope.analysis.heat.Share;
import org.filterscope.analysis.run.ComparedHeat;
import org.filterscope.analysis.statistics.WilsonInterval;

/**
 * Heat map methods beside each other: cost and place in one table, tests in another, then what speaks against each.
 *
 * @param seed that was used
 */
record HeatScoresText(ComparedHeat compared, long seed) {

    List<String> lines() {
        final BenchmarkResult result = compared.result();
        final List<String> lines = new ArrayList<>();
        lines.add("%d pictures, seed %d; maps of each picture's class".formatted(result.pictures(), seed));
        lines.addAll(cost(result));
        if (result.masked() > 0) {
            lines.add("");
            lines.add(text("%d pictures show the object of their class; it covers %s of a picture on average: so often a pixel by lot lies in it",
                    result.masked(), percent(result.area())));
            lines.addAll(places(result));
        }
        if (result.tested() > 0) {
            lines.add("");
            lines.add("%d pictures tested: areas under the probability, and rank correlation with the maps of changed networks".formatted(
                    result.tested()));
            lines.addAll(tests(result));
        }
        lines.add("");
        final HeatVerdict verdict = new HeatVerdict(result);
        for (final MethodScore method : result.methods()) {
            verdict.of(method).forEach(sentence -> lines.add("%s: %s".formatted(method.method(), sentence)));
        }
        lines.addAll(compared.remarks());
        return lines;
    }

    private static List<String> cost(final BenchmarkResult result) {
        final TextTable table = new TextTable(Set.of(0, 1), List.of("heat map", "layer", "forward", "backward", "seconds"));
        for (final MethodScore method : result.methods()) {
            table.add(List.of(method.method(), method.layer(), text("%.0f", method.forward()), text("%.0f", method.backward()),
                    text("%.4f", method.seconds())));
        }
        return table.lines();
    }

    private static List<String> places(final BenchmarkResult result) {
        final TextTable table = new TextTable(Set.of(0), List.of("heat map", "peak in object", "95 % interval", "shuffled", "energy in it",
                "localisation error", "class known", "95 % interval", "shuffled"));
        Stream.concat(result.methods().stream(), Stream.of(result.centre(), result.noise())).forEach(method -> table.add(List.of(
                method.method(), percent(method.pointing().value()), interval(method.pointing(), false),
                percent(method.forgottenPointing()), percent(method.energy()),
                percent(1 - method.located().value()), percent(1 - method.found().value()), interval(method.found(), true),
                percent(1 - method.forgottenFound()))));
        final List<String> lines = new ArrayList<>(table.lines());
        lines.add(text("centre: the middle of the picture, and the best box there, %s of each side; noise: pixels in random order; "
                + "shuffled: the best of networks with all weights in random order", percent(result.box())));
        return lines;
    }

    private static List<String> tests(final BenchmarkResult result) {
        final TextTable table = new TextTable(Set.of(0), List.of("heat map", "deletion", "insertion", "head shuffled", "upper half", "all",
                "right labels", "permuted"));
        for (final MethodScore method : result.methods()) {
            table.add(List.of(method.method(), number(method.deletion()), number(method.insertion()), number(result.headShuffled(method)),
                    number(result.halfShuffled(method)), number(result.allShuffled(method)), number(result.relearned(method, Kind.RELEARNED)),
                    number(result.relearned(method, Kind.PERMUTED))));
        }
        for (final MethodScore baseline : List.of(result.centre(), result.noise())) {
            table.add(List.of(baseline.method(), number(baseline.deletion()), number(baseline.insertion()), "", "", "", "", ""));
        }
        return table.lines();
    }

    private static String interval(final Share share, final boolean missed) {
        final WilsonInterval interval = share.interval();
        return text("%.0f to %.0f %%", 100 * (missed ? 1 - interval.high() : interval.low()), 100 * (missed ? 1 - interval.low() : interval.high()));
    }

    private static String percent(final double share) {
        return Double.isNaN(share) ? "-" : text("%.1f %%", 100 * share);
    }

    private static String number(final double value) {
        return Double.isNaN(value) ? "-" : text("%.3f", value);
    }

    private static String text(final String format, final Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
