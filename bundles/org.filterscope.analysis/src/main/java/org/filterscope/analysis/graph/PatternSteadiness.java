package org.filterscope.analysis.graph;

/**
 * How steadily patterns are found where they are expected, compared with chance: the standard deviation of the way from the expected to the found
 * place, by that of a place drawn with the probability of the pattern's Gaussian among the positions of the layer's window. A texture, whose
 * responses may be anywhere, comes near 1; a part stays below.
 */
public final class PatternSteadiness {
    private static final int LEAST_PICTURES = 5;

    private final PatternLayer layer;
    private final PatternArrays patterns;

    private PatternSteadiness(final PatternLayer layer) {
        this.layer = layer;
        patterns = PatternArrays.of(layer);
    }

    /**
     * On the pictures of the mining.
     *
     * @param above the layer above; null for the top layer
     * @return by pattern; not a number for one that fires on fewer than five pictures
     */
    public static double[] of(final PatternLayer layer, final PatternLayer above) {
        return new PatternSteadiness(layer).all(above == null ? null : new Expectation.Above(PatternArrays.of(above), above.inferences()));
    }

    private double[] all(final Expectation.Above above) {
        final double[] steadiness = new double[patterns.size()];
        for (int filter = 0; filter < layer.filters(); filter++) {
            final int first = patterns.first[filter];
            if (patterns.first[filter + 1] > first) {
                final Expectation expectation = Expectation.of(patterns, filter, above, layer.inferences().pictures());
                for (int v = first; v < patterns.first[filter + 1]; v++) {
                    steadiness[v] = Math.sqrt(variance(v, expectation.rows()[v - first], expectation.cols()[v - first]) / chance(v));
                }
            }
        }
        return steadiness;
    }

    /** Along both axes together; not a number on too few pictures. */
    private double variance(final int v, final double[] expectedRows, final double[] expectedCols) {
        final Inferences found = layer.inferences();
        double rows = 0;
        double cols = 0;
        double squares = 0;
        int count = 0;
        for (int picture = 0; picture < found.pictures(); picture++) {
            final int at = found.at(v, picture);
            if (found.activations()[at] > 0) {
                final double down = found.rows()[at] - patterns.rows[v] - expectedRows[picture];
                final double across = found.cols()[at] - patterns.cols[v] - expectedCols[picture];
                rows += down;
                cols += across;
                squares += down * down + across * across;
                count++;
            }
        }
        return count < LEAST_PICTURES ? Double.NaN : squares / count - (rows * rows + cols * cols) / ((double) count * count);
    }

    private double chance(final int v) {
        final MapGrid grid = layer.grid();
        // Not the window that follows the learnt spread: what it leaves out was learnt, too.
        final double half = layer.window();
        return chance(grid.firstRow(), grid.rowStep(), grid.rows(), patterns.rows[v], patterns.reaches[v], half)
                + chance(grid.firstCol(), grid.colStep(), grid.cols(), patterns.cols[v], patterns.reaches[v], half);
    }

    /** Along one axis. */
    private static double chance(final double first, final double step, final int positions, final double centre, final double reach,
            final double half) {
        double weights = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < positions; i++) {
            final double away = first + i * step - centre;
            if (Math.abs(away) <= half) {
                final double weight = Math.exp(-away * away / (2 * reach * reach));
                weights += weight;
                sum += weight * away;
                squares += weight * away * away;
            }
        }
        return weights > 0 ? squares / weights - sum * sum / (weights * weights) : 0;
    }
}
