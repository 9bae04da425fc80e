package org.filterscope.benchmark.parts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.filterscope.analysis.localisation.Voters;

/**
 * How much voters know of parts, by the rule of the explanatory graph's authors: the 20 pictures on which a voter ranks highest, the 167 voters
 * that rank highest. Places of parts are of the pictures as the voters took them.
 */
public final class PartKnowledge {
    private static final int PICTURES = 20;
    private static final int VOTERS = 167;
    private static final int SHUFFLES = 5;
    private static final int HALVES = 20;
    private static final int BEST = 10;
    private static final double FIRES = 0.9;
    private static final double PERCENTILE = 0.9;
    private static final int STEP = 16;

    private final Voters voters;
    private final double[][] rows;
    private final double[][] cols;
    private final double diagonal;
    private final int side;
    private final int[][] pictures;
    private final int[] best;

    /**
     * @param ranks of the voters on the pictures
     * @param rows  {@code [part][picture]}; not a number where the part is not seen
     * @param side  of the network's input
     */
    public PartKnowledge(final Voters voters, final float[] ranks, final double[][] rows, final double[][] cols, final int side) {
        this.voters = voters;
        this.rows = rows;
        this.cols = cols;
        this.side = side;
        diagonal = Math.hypot(side, side);
        pictures = new int[voters.size()][];
        final double[] sums = new double[voters.size()];
        for (int v = 0; v < voters.size(); v++) {
            final int voter = v;
            pictures[v] = IntStream.range(0, voters.pictures()).boxed().filter(i -> voters.strengths()[voters.at(voter, i)] > 0)
                    .sorted(Comparator.comparingDouble(i -> -ranks[voters.at(voter, i)])).limit(PICTURES).mapToInt(Integer::intValue).toArray();
            for (final int picture : pictures[v]) {
                sums[v] += ranks[voters.at(v, picture)];
            }
        }
        best = IntStream.range(0, voters.size()).boxed().sorted(Comparator.comparingDouble(v -> -sums[v])).limit(VOTERS)
                .mapToInt(Integer::intValue).toArray();
    }

    private double mean(final ToDoubleFunction<Integer> number) {
        return Arrays.stream(best).mapToDouble(number::applyAsDouble).filter(Double::isFinite).average().orElse(Double.NaN);
    }

    /** D: mean location instability. */
    public double instability() {
        return instability(IntStream.range(0, voters.pictures()).toArray());
    }

    /** D with the parts of other pictures; mean over shuffles. */
    public double shuffledInstability() {
        double sum = 0;
        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            final List<Integer> order = new ArrayList<>(IntStream.range(0, voters.pictures()).boxed().toList());
            Collections.shuffle(order, new Random(shuffle));
            sum += instability(order.stream().mapToInt(Integer::intValue).toArray());
        }
        return sum / SHUFFLES;
    }

    private double instability(final int[] order) {
        return mean(v -> spread(pictures[v], order, i -> voters.rows()[voters.at(v, i)], i -> voters.cols()[voters.at(v, i)]));
    }

    /** D of voters that stay at their own mean places. */
    public double ownMeanInstability() {
        return mean(v -> {
            final int[] fired = IntStream.range(0, voters.pictures()).filter(i -> voters.strengths()[voters.at(v, i)] > 0).toArray();
            final double row = Arrays.stream(fired).mapToDouble(i -> voters.rows()[voters.at(v, i)]).average().orElse(Double.NaN);
            final double col = Arrays.stream(fired).mapToDouble(i -> voters.cols()[voters.at(v, i)]).average().orElse(Double.NaN);
            return spread(pictures[v], IntStream.range(0, voters.pictures()).toArray(), i -> row, i -> col);
        });
    }

    /** Least D of a constant point on all pictures. */
    public double constantInstability() {
        final int[] all = IntStream.range(0, voters.pictures()).toArray();
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < side; row += STEP) {
            for (int col = 0; col < side; col += STEP) {
                final double[] place = { row, col };
                least = Math.min(least, spread(all, all, i -> place[0], i -> place[1]));
            }
        }
        return least;
    }

    /** Standard deviation of the distance from the parts, mean over parts, as a share of the diagonal. */
    private double spread(final int[] of, final int[] order, final ToDoubleFunction<Integer> row, final ToDoubleFunction<Integer> col) {
        double sum = 0;
        for (int part = 0; part < rows.length; part++) {
            final int k = part;
            final double[] distances = Arrays.stream(of).filter(i -> !Double.isNaN(rows[k][order[i]]))
                    .mapToDouble(i -> Math.hypot(rows[k][order[i]] - row.applyAsDouble(i), cols[k][order[i]] - col.applyAsDouble(i))).toArray();
            final double mean = Arrays.stream(distances).average().orElse(Double.NaN);
            sum += Math.sqrt(Arrays.stream(distances).map(d -> (d - mean) * (d - mean)).sum() / (distances.length - 1)) / diagonal;
        }
        return sum / rows.length;
    }

    /** Vector R² of the head: the 90th percentile of the voters. */
    public double headVectorR2() {
        final double[] all = Arrays.stream(best).mapToDouble(v -> r2(v, pictures[v])).filter(Double::isFinite).sorted().toArray();
        return all.length == 0 ? Double.NaN : all[(int) (PERCENTILE * (all.length - 1))];
    }

    private double r2(final int voter, final int[] of) {
        final int[] seen = Arrays.stream(of).filter(i -> !Double.isNaN(rows[0][i])).toArray();
        return 1 - variance(seen, i -> rows[0][i] - voters.rows()[voters.at(voter, i)], i -> cols[0][i] - voters.cols()[voters.at(voter, i)])
                / variance(seen, i -> rows[0][i], i -> cols[0][i]);
    }

    private static double variance(final int[] of, final ToDoubleFunction<Integer> row, final ToDoubleFunction<Integer> col) {
        final double down = Arrays.stream(of).mapToDouble(row::applyAsDouble).average().orElse(Double.NaN);
        final double across = Arrays.stream(of).mapToDouble(col::applyAsDouble).average().orElse(Double.NaN);
        return Arrays.stream(of).mapToDouble(i -> Math.pow(row.applyAsDouble(i) - down, 2) + Math.pow(col.applyAsDouble(i) - across, 2)).average()
                .orElse(Double.NaN);
    }

    /**
     * Out-of-sample R² of the head: the ten voters with the highest vector R² on half of the pictures tell the other half by their mean. Compared
     * with the mean of the first half on the pictures as they are, so that turning them counts as something that was found.
     *
     * @param ownCols of the head on the pictures as they are
     */
    public double tenBestR2(final double[] ownCols) {
        double sum = 0;
        for (int half = 0; half < HALVES; half++) {
            final List<Integer> order = new ArrayList<>(IntStream.range(0, voters.pictures()).filter(i -> !Double.isNaN(rows[0][i])).boxed()
                    .toList());
            Collections.shuffle(order, new Random(half));
            final int[] known = order.subList(0, order.size() / 2).stream().mapToInt(Integer::intValue).toArray();
            final int[] asked = order.subList(order.size() / 2, order.size()).stream().mapToInt(Integer::intValue).toArray();
            sum += tenBestR2(known, asked, ownCols);
        }
        return sum / HALVES;
    }

    private double tenBestR2(final int[] known, final int[] asked, final double[] ownCols) {
        final double[] r2 = IntStream.range(0, voters.size()).mapToDouble(v -> Arrays.stream(known)
                .filter(i -> voters.strengths()[voters.at(v, i)] > 0).count() > FIRES * known.length ? r2(v, known) : Double.NEGATIVE_INFINITY)
                .toArray();
        final int[] chosen = IntStream.range(0, voters.size()).boxed().sorted(Comparator.comparingDouble(v -> -r2[v])).limit(BEST)
                .mapToInt(Integer::intValue).toArray();
        final double row = Arrays.stream(known).mapToDouble(i -> rows[0][i]).average().orElseThrow();
        final double col = Arrays.stream(known).mapToDouble(i -> ownCols[i]).average().orElseThrow();
        double error = 0;
        double all = 0;
        for (final int picture : asked) {
            double down = 0;
            double across = 0;
            for (final int v : chosen) {
                down += (voters.rows()[voters.at(v, picture)] + Arrays.stream(known).mapToDouble(i -> rows[0][i] - voters.rows()[voters.at(v, i)])
                        .average().orElseThrow()) / chosen.length;
                across += (voters.cols()[voters.at(v, picture)] + Arrays.stream(known)
                        .mapToDouble(i -> cols[0][i] - voters.cols()[voters.at(v, i)]).average().orElseThrow()) / chosen.length;
            }
            error += Math.pow(rows[0][picture] - down, 2) + Math.pow(cols[0][picture] - across, 2);
            all += Math.pow(rows[0][picture] - row, 2) + Math.pow(ownCols[picture] - col, 2);
        }
        return 1 - error / all;
    }
}
