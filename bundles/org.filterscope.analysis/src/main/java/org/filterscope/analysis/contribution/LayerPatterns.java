package org.filterscope.analysis.contribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.filterscope.analysis.graph.Inferences;
import org.filterscope.analysis.graph.MapGrid;
import org.filterscope.analysis.graph.MapSplit;
import org.filterscope.core.trace.PatternTrace;
import org.filterscope.engine.execution.FeatureMaps;

/** The part patterns of a layer on one picture, and what each of them adds to a logit: its share of the filter's map, position by position. */
public final class LayerPatterns {
    private static final int MOST = 8;
    /** Of the map's extent, as in the definition of concentration. */
    private static final double NEAR = 0.15;
    private static final double LEAST_POSITIONS = 1.5;
    /** Of a response: patterns and noise are as likely beforehand. */
    private static final double LIKELIER = 0.5;

    private final GraphBand band;
    private final Inferences found;
    private final MapSplit split;
    private final FeatureMaps maps;
    private final int width;

    /**
     * @param found on this picture alone
     * @param maps  of the picture as it is
     * @param width of the network's input
     */
    LayerPatterns(final GraphBand band, final Inferences found, final MapSplit split, final FeatureMaps maps, final int width) {
        this.band = band;
        this.found = found;
        this.split = split;
        this.maps = maps;
        this.width = width;
    }

    /** Whether a filter has a pattern of that index. */
    public boolean has(final int filter, final int pattern) {
        return pattern >= 0 && pattern < patterns(filter);
    }

    private int patterns(final int filter) {
        return band.first()[filter + 1] - band.first()[filter];
    }

    /**
     * The strongest patterns of a filter.
     *
     * @param positions of the whole layer, {@code [filter, row, col]}: what each adds to the logit
     * @return by magnitude of the contribution, the largest first; without those that add nothing
     */
    List<PatternTrace> of(final int filter, final double[] positions) {
        final float[][] shares = shares(filter);
        final double[] magnitudes = new double[positions.length];
        Arrays.setAll(magnitudes, i -> i / (positions.length / maps.shape().channels()) == filter ? Math.abs(positions[i]) : 0);
        final double[][] kinds = relevance(filter, magnitudes);
        final List<PatternTrace> traces = new ArrayList<>();
        for (int index = 0; index < shares.length; index++) {
            final double contribution = weighted(shares[index], filter, positions);
            if (contribution != 0) {
                traces.add(trace(band.first()[filter] + index, index, contribution, kinds[index][0] > kinds[index][1]));
            }
        }
        traces.sort(Comparator.comparingDouble(trace -> -Math.abs(trace.contribution())));
        return List.copyOf(traces.subList(0, Math.min(MOST, traces.size())));
    }

    private PatternTrace trace(final int pattern, final int index, final double contribution, final boolean part) {
        final float score = found.scores()[pattern];
        final float activation = found.activations()[pattern];
        return new PatternTrace(index, band.parts()[pattern], contribution, found.rows()[pattern], placeCol(pattern), score,
                activation > 0 && score > activation && score >= band.least()[pattern], part);
    }

    /**
     * How much of a filter's relevance, |contribution| summed over positions, its patterns explain, and as what. Where the patterns together
     * explain a position better than noise does, it goes to the one that explains it best. Of a steady pattern that counts as a part which lies near
     * its place, less what would lie there if it were as dense as farther away; all else is texture.
     *
     * @param relevance |contribution| of the whole layer, {@code [filter, row, col]}
     * @return {@code [pattern of the filter][part, texture]}
     */
    double[][] relevance(final int filter, final double[] relevance) {
        final int[] best = best(shares(filter));
        final int cells = best.length;
        final double[][] kinds = new double[patterns(filter)][];
        for (int index = 0; index < kinds.length; index++) {
            final int pattern = band.first()[filter] + index;
            double near = 0;
            double far = 0;
            int nearPositions = 0;
            int farPositions = 0;
            for (int i = 0; i < cells; i++) {
                if (best[i] == index && isNear(pattern, i)) {
                    near += fires(filter, i) ? relevance[filter * cells + i] : 0;
                    nearPositions++;
                } else if (best[i] == index) {
                    far += fires(filter, i) ? relevance[filter * cells + i] : 0;
                    farPositions++;
                }
            }
            final double ground = farPositions > 0 ? Math.min(near, far / farPositions * nearPositions) : 0;
            final double part = band.steady()[pattern] && found.activations()[pattern] > 0 ? near - ground : 0;
            kinds[index] = new double[] { part, near + far - part };
        }
        return kinds;
    }

    /** By position the pattern that explains it best, where all together explain it better than noise does; else -1. */
    private int[] best(final float[][] shares) {
        final int[] best = new int[maps.shape().rows() * maps.shape().cols()];
        for (int i = 0; i < best.length; i++) {
            best[i] = -1;
            double sum = 0;
            for (int index = 0; index < shares.length; index++) {
                sum += shares[index][i];
                best[i] = best[i] < 0 || shares[index][i] > shares[best[i]][i] ? index : best[i];
            }
            best[i] = sum > LIKELIER ? best[i] : -1;
        }
        return best;
    }

    /** Patterns explain what is above zero. */
    private boolean fires(final int filter, final int position) {
        return maps.values()[maps.start(0, filter) + position] > 0;
    }

    private boolean isNear(final int pattern, final int cell) {
        final MapGrid grid = band.layer().grid();
        return Math.abs(grid.row(cell) - found.rows()[pattern]) <= Math.max(NEAR * grid.extent(), LEAST_POSITIONS * grid.rowStep())
                && Math.abs(grid.col(cell) - placeCol(pattern)) <= Math.max(NEAR * grid.extent(), LEAST_POSITIONS * grid.colStep());
    }

    /** Of the picture as it is. */
    private double placeCol(final int pattern) {
        return found.mirrored()[0] ? width - 1 - found.cols()[pattern] : found.cols()[pattern];
    }

    /**
     * A pattern's share of its filter's map.
     *
     * @return {@code [row, col]}
     */
    public float[] map(final int filter, final int pattern) {
        final float[] share = shares(filter)[pattern];
        final int start = maps.start(0, filter);
        for (int i = 0; i < share.length; i++) {
            share[i] *= Math.max(0, maps.values()[start + i]);
        }
        return share;
    }

    /** What each position adds to the logit by a pattern: {@code [row, col]}. @param positions of the whole layer */
    public double[] contributions(final int filter, final int pattern, final double[] positions) {
        final float[] share = shares(filter)[pattern];
        final double[] part = new double[share.length];
        for (int i = 0; i < part.length; i++) {
            part[i] = fires(filter, i) ? share[i] * positions[filter * share.length + i] : 0;
        }
        return part;
    }

    private double weighted(final float[] share, final int filter, final double[] positions) {
        double sum = 0;
        for (int i = 0; i < share.length; i++) {
            sum += fires(filter, i) ? share[i] * positions[filter * share.length + i] : 0;
        }
        return sum;
    }

    /** {@code [pattern of the filter][row, col]}: which share of a response at a position each pattern explains, 0 to 1, whatever the response. */
    private float[][] shares(final int filter) {
        // A filter that was left out of the mining has none.
        if (patterns(filter) == 0) {
            return new float[0][];
        }
        final int cols = maps.shape().cols();
        final float[] everywhere = new float[maps.shape().rows() * cols];
        Arrays.fill(everywhere, band.layer().scales()[filter]);
        final float[][] shares = split.of(filter, 0, everywhere);
        final float[][] ofPatterns = Arrays.copyOf(shares, shares.length - 1);
        if (found.mirrored()[0]) {
            Arrays.setAll(ofPatterns, index -> turned(ofPatterns[index], cols));
        }
        return ofPatterns;
    }

    private static float[] turned(final float[] map, final int cols) {
        final float[] turned = new float[map.length];
        for (int i = 0; i < map.length; i++) {
            turned[i - i % cols + cols - 1 - i % cols] = map[i];
        }
        return turned;
    }
}
