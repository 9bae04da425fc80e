package org.filterscope.analysis.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.StoredMaps;

/**
 * The mining as its formulas stand in docs/methods/explanatory-graph.md: in double precision, every density the product of the parents' Gaussians,
 * nothing saved. Slow.
 */
final class ReferenceMining {
    private final MapGrid grid;
    private final StoredMaps maps;
    private final MiningOptions options;
    private final PatternLayer above;
    private final int filters;
    private final int count;
    private final int pictures;

    final double[] rows;
    final double[] cols;
    final double[] spreads;
    final double[] reaches;
    final int[][] parents;
    double noise;
    double gain;
    final double[][] foundRows;
    final double[][] foundCols;
    final double[][] scores;
    final double[][] activations;

    ReferenceMining(final MapGrid grid, final StoredMaps maps, final int[] starts, final MiningOptions options, final PatternLayer above) {
        this.grid = grid;
        this.maps = maps;
        this.options = options;
        this.above = above;
        filters = maps.shape().channels();
        count = starts.length;
        pictures = maps.pictures();
        final int size = filters * count;
        rows = IntStream.range(0, size).mapToDouble(v -> grid.row(starts[v % count])).toArray();
        cols = IntStream.range(0, size).mapToDouble(v -> grid.col(starts[v % count])).toArray();
        spreads = new double[size];
        Arrays.fill(spreads, options.spread() * grid.extent());
        reaches = spreads.clone();
        parents = new int[size][0];
        foundRows = new double[size][pictures];
        foundCols = new double[size][pictures];
        scores = new double[size][pictures];
        activations = new double[size][pictures];
        noise = noise();
    }

    void iterate(final int iteration) {
        if (above != null && options.choosesParents(iteration)) {
            infer();
            for (int v = 0; v < rows.length; v++) {
                choose(v);
            }
            noise = noise();
        }
        learn(iteration);
        if (options.ownSpread()) {
            for (int v = 0; v < rows.length; v++) {
                reaches[v] = parents[v].length == 0 ? spreads[v] : reaches[v];
            }
            noise = noise();
        }
    }

    private double response(final int filter, final int picture, final int cell) {
        return Math.max(0, maps.values().get(picture)[filter * grid.cells() + cell]);
    }

    private double deviation(final int parent, final int picture, final boolean row) {
        final Inferences found = above.inferences();
        return row ? found.rows()[found.at(parent, picture)] - above.patterns().get(parent).row()
                : found.cols()[found.at(parent, picture)] - above.patterns().get(parent).col();
    }

    private double spread(final int parent) {
        return above.patterns().get(parent).spread();
    }

    private double expected(final int v, final int picture, final boolean row) {
        double sum = 0;
        double weights = 0;
        for (final int parent : parents[v]) {
            sum += deviation(parent, picture, row) / (spread(parent) * spread(parent));
            weights += 1 / (spread(parent) * spread(parent));
        }
        return (row ? rows[v] : cols[v]) + (weights == 0 ? 0 : sum / weights);
    }

    /** The product of the parents' Gaussians, each to the power 1 / M. */
    private double density(final int v, final int picture, final double row, final double col) {
        if (parents[v].length == 0) {
            return gauss(row - rows[v], col - cols[v], reaches[v]);
        }
        double product = 1;
        for (final int parent : parents[v]) {
            product *= Math.pow(gauss(row - rows[v] - deviation(parent, picture, true), col - cols[v] - deviation(parent, picture, false),
                    spread(parent)), 1.0 / parents[v].length);
        }
        return product;
    }

    private static double gauss(final double row, final double col, final double deviation) {
        return Math.exp(-(row * row + col * col) / (2 * deviation * deviation)) / (2 * Math.PI * deviation * deviation);
    }

    private boolean sees(final int v, final int picture, final int cell) {
        final double share = above == null ? options.topWindow() : options.window();
        final double half = options.windowFollowsSpread() ? Math.min(share * grid.extent(), 3 * spreads[v]) : share * grid.extent();
        return Math.abs(grid.row(cell) - expected(v, picture, true)) <= Math.max(half, grid.rowStep()) * (1 + 1e-9)
                && Math.abs(grid.col(cell) - expected(v, picture, false)) <= Math.max(half, grid.colStep()) * (1 + 1e-9);
    }

    private double seen(final int v, final int picture, final int cell) {
        return sees(v, picture, cell) ? density(v, picture, grid.row(cell), grid.col(cell)) : 0;
    }

    /** Density at the expected place × 2 pi = agreement / reach². */
    private double noise() {
        double sum = 0;
        for (int v = 0; v < rows.length; v++) {
            for (int picture = 0; picture < pictures; picture++) {
                sum += density(v, picture, expected(v, picture, true), expected(v, picture, false)) * 2 * Math.PI;
            }
        }
        return options.noise() * Math.pow(0.9973002039367398, 2) * sum / (rows.length * pictures);
    }

    private void learn(final int iteration) {
        final double least = Arrays.stream(reaches).min().orElseThrow();
        final double[] newRows = rows.clone();
        final double[] newCols = cols.clone();
        final double[] newSpreads = spreads.clone();
        gain = 0;
        for (int v = 0; v < rows.length; v++) {
            final int filter = v / count;
            double mass = 0;
            double down = 0;
            double across = 0;
            double score = 0;
            double square = 0;
            for (int picture = 0; picture < pictures; picture++) {
                for (int cell = 0; cell < grid.cells(); cell++) {
                    final double f = response(filter, picture, cell);
                    final double own = seen(v, picture, cell);
                    if (f > 0 && (own > 0 || v % count == 0)) {
                        final double row = grid.row(cell) - expected(v, picture, true);
                        final double col = grid.col(cell) - expected(v, picture, false);
                        final double all = sum(filter, picture, cell);
                        final double r = own / (all + noise) * f;
                        mass += r;
                        down += r * row;
                        across += r * col;
                        score += own * f;
                        square += own * f * (row * row + col * col);
                        gain += v % count == 0 ? f * Math.log((all + noise) / noise) : 0;
                    }
                }
            }
            final double step = options.damped() ? least * least / Math.sqrt(iteration) / (reaches[v] * reaches[v]) : 1;
            newRows[v] += mass > 0 ? step * down / mass : 0;
            newCols[v] += mass > 0 ? step * across / mass : 0;
            final double widest = grid.extent() / Math.sqrt(count);
            newSpreads[v] = score > 0 ? Math.min(widest, Math.max(widest / 10, Math.sqrt(square / score / 2))) : spreads[v];
        }
        System.arraycopy(newRows, 0, rows, 0, rows.length);
        System.arraycopy(newCols, 0, cols, 0, rows.length);
        System.arraycopy(newSpreads, 0, spreads, 0, rows.length);
    }

    private double sum(final int filter, final int picture, final int cell) {
        return IntStream.range(0, count).mapToDouble(k -> seen(filter * count + k, picture, cell)).sum();
    }

    void infer() {
        for (int v = 0; v < rows.length; v++) {
            for (int picture = 0; picture < pictures; picture++) {
                final int number = picture;
                final int pattern = v;
                final int filter = v / count;
                final int best = IntStream.range(0, grid.cells()).boxed()
                        .max(Comparator.comparingDouble(cell -> response(filter, number, cell) * seen(pattern, number, cell))).orElseThrow();
                activations[v][picture] = response(filter, picture, best) * seen(v, picture, best) > 0 ? response(filter, picture, best) : 0;
                scores[v][picture] = activations[v][picture] * seen(v, picture, best) / noise;
                foundRows[v][picture] = activations[v][picture] == 0 ? expected(v, picture, true)
                        : grid.row(best) + (best / grid.cols() == 0 || best / grid.cols() == grid.rows() - 1 ? 0
                                : grid.rowStep() * parabola(v, picture, best - grid.cols(), best, best + grid.cols()));
                foundCols[v][picture] = activations[v][picture] == 0 ? expected(v, picture, false)
                        : grid.col(best) + (best % grid.cols() == 0 || best % grid.cols() == grid.cols() - 1 ? 0
                                : grid.colStep() * parabola(v, picture, best - 1, best, best + 1));
            }
        }
    }

    private double parabola(final int v, final int picture, final int before, final int here, final int after) {
        final double[] s = IntStream.of(before, here, after)
                .mapToDouble(cell -> response(v / count, picture, cell) * density(v, picture, grid.row(cell), grid.col(cell))).toArray();
        return s[0] - 2 * s[1] + s[2] < 0 ? Math.clamp((s[0] - s[2]) / (2 * (s[0] - 2 * s[1] + s[2])), -0.5, 0.5) : 0;
    }

    private List<Integer> candidates() {
        final Inferences found = above.inferences();
        final int size = above.patterns().size();
        final double[] variances = new double[size];
        final double[] totals = new double[size];
        for (int v = 0; v < size; v++) {
            final double[] r = IntStream.range(found.at(v, 0), found.at(v, pictures)).mapToDouble(i -> found.rows()[i]).toArray();
            final double[] c = IntStream.range(found.at(v, 0), found.at(v, pictures)).mapToDouble(i -> found.cols()[i]).toArray();
            variances[v] = variance(r) + variance(c);
            totals[v] = IntStream.range(found.at(v, 0), found.at(v, pictures)).mapToDouble(i -> found.scores()[i]).sum();
        }
        final List<Integer> moving = IntStream.range(0, size).boxed().sorted(Comparator.comparingDouble(v -> variances[v])).skip(size / 2)
                .toList();
        return moving.stream().filter(v -> inside(above.patterns().get(v)) && totals[v] > 0)
                .sorted(Comparator.comparingDouble(v -> -totals[v])).limit(options.candidates()).toList();
    }

    private boolean inside(final Pattern pattern) {
        final double row = ((pattern.row() - above.grid().firstRow()) / above.grid().rowStep() + 0.5) / above.grid().rows();
        final double col = ((pattern.col() - above.grid().firstCol()) / above.grid().colStep() + 0.5) / above.grid().cols();
        return Math.min(row, col) >= 0.1 && Math.max(row, col) <= 0.9;
    }

    private static double variance(final double[] values) {
        final double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElseThrow();
    }

    private void choose(final int v) {
        final List<Integer> candidates = candidates();
        if (candidates.isEmpty() || Arrays.stream(scores[v]).sum() == 0) {
            return;
        }
        final double mean = candidates.stream().flatMapToDouble(c -> IntStream.range(0, pictures).mapToDouble(i -> apart(v, c, i))).average()
                .orElseThrow();
        final double[] agreement = candidates.stream().mapToDouble(c -> IntStream.range(0, pictures)
                .mapToDouble(i -> scores[v][i] * Math.exp(-apart(v, c, i) / (2 * mean))).sum()).toArray();
        parents[v] = IntStream.range(0, candidates.size()).boxed().sorted(Comparator.comparingDouble(c -> -agreement[c]))
                .limit(options.parents()).mapToInt(candidates::get).toArray();
        reaches[v] = Math.sqrt(1 / Arrays.stream(parents[v]).mapToDouble(p -> 1 / (spread(p) * spread(p))).average().orElseThrow());
    }

    private double apart(final int v, final int parent, final int picture) {
        final double row = foundRows[v][picture] - rows[v] - deviation(parent, picture, true);
        final double col = foundCols[v][picture] - cols[v] - deviation(parent, picture, false);
        return row * row + col * col;
    }
}
