package org.filterscope.analytic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Templates of a few large patches, which a filter recognises at other sizes than its own. Random ones are tried until they keep, at every
 * {@link Scale}, what {@link ScaledScene} promises.
 */
final class ScaledTemplates {
    /** The lowest response of a filter to its own part: clear of the threshold. */
    static final double LOWEST = 0.58;
    private static final int SIDE = Template.SIDE;
    private static final int MIDDLE = SIDE * SIDE / 2;
    /** Drawing and filter have nothing in common beyond. */
    private static final int FAR = Scale.REACH + SIDE / 2;
    /** Rounds of smoothing: patches of about three cells. */
    private static final int SMOOTHING = 2;

    private ScaledTemplates() {
    }

    /** @param seed of the search */
    static List<Template> set(final int count, final long seed) {
        final Random random = new Random(seed);
        final List<Template> found = new ArrayList<>();
        while (found.size() < count) {
            final Template candidate = random(random);
            if (knowsItself(candidate) && found.stream().allMatch(other -> ignores(candidate, other) && ignores(other, candidate))) {
                found.add(candidate);
            }
        }
        return List.copyOf(found);
    }

    private static Template random(final Random random) {
        double[] values = random.doubles(SIDE * SIDE, -1, 1).toArray();
        for (int round = 0; round < SMOOTHING; round++) {
            values = smoothed(values);
        }
        final double[] smooth = values;
        final int[] signs = new int[SIDE * SIDE];
        final List<Integer> order = IntStream.range(0, signs.length).filter(i -> i != MIDDLE).boxed()
                .sorted(Comparator.comparingDouble(i -> smooth[i])).toList();
        for (int rank = 0; rank < order.size(); rank++) {
            signs[order.get(rank)] = rank < order.size() / 2 ? -1 : 1;
        }
        return new Template(signs);
    }

    /** Each cell the mean of itself and of the up to eight around it. */
    private static double[] smoothed(final double[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> IntStream.range(0, values.length)
                .filter(j -> Math.max(Math.abs(i / SIDE - j / SIDE), Math.abs(i % SIDE - j % SIDE)) <= 1)
                .mapToDouble(j -> values[j]).average().orElseThrow()).toArray();
    }

    /** Its filter responds well at every scale, most within one position of the centre, and less the more the scale differs from 1. */
    private static boolean knowsItself(final Template template) {
        final List<Scale> scales = Scale.all();
        final double[] peaks = new double[scales.size()];
        for (int i = 0; i < peaks.length; i++) {
            final double[][] drawn = scales.get(i).drawn(template);
            peaks[i] = responses(template, drawn, 1).max().orElseThrow();
            if (peaks[i] < LOWEST || responses(template, drawn, FAR).max().orElseThrow() > peaks[i]) {
                return false;
            }
        }
        return IntStream.range(1, peaks.length)
                .allMatch(i -> scales.get(i).thirtySeconds() <= 32 ? peaks[i] >= peaks[i - 1] : peaks[i] <= peaks[i - 1]);
    }

    private static boolean ignores(final Template filter, final Template other) {
        return Scale.all().stream().allMatch(scale -> responses(filter, scale.drawn(other), FAR).max().orElseThrow()
                <= AnalyticNetwork.THRESHOLD);
    }

    /** At all places up to so far from the drawing's centre. */
    private static DoubleStream responses(final Template filter, final double[][] drawn, final int reach) {
        final int side = 2 * reach + 1;
        return IntStream.range(0, side * side).mapToDouble(i -> filter.response(drawn, i / side - reach, i % side - reach));
    }
}
