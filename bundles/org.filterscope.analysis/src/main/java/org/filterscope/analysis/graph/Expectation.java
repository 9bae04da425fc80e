package org.filterscope.analysis.graph;

import java.util.Arrays;
import java.util.List;

/**
 * Where the parents of a filter's patterns expect them on every picture, and how strongly. The product of the parents' Gaussians, each to the
 * power 1 / M, is one Gaussian (docs/methods/explanatory-graph.md, closed form).
 *
 * @param rows       {@code [pattern of the filter][picture]}: expected deviation from the mean position, in pixels
 * @param cols       the same for columns
 * @param agreements {@code [pattern of the filter][picture]}: Lambda, the parents' agreement; 1 without parents
 */
record Expectation(double[][] rows, double[][] cols, double[][] agreements) {

    /** The layer above, as far as its children need it. */
    record Above(PatternArrays patterns, Inferences inferences) {
        double rowDeviation(final int pattern, final int picture) {
            return inferences.rows()[inferences.at(pattern, picture)] - patterns.rows[pattern];
        }

        double colDeviation(final int pattern, final int picture) {
            return inferences.cols()[inferences.at(pattern, picture)] - patterns.cols[pattern];
        }
    }

    /** @param above null for the top layer */
    static Expectation of(final PatternArrays patterns, final int filter, final Above above, final int pictures) {
        final int count = patterns.first[filter + 1] - patterns.first[filter];
        final Expectation expectation = new Expectation(new double[count][pictures], new double[count][pictures], new double[count][pictures]);
        for (int k = 0; k < count; k++) {
            final List<Parent> parents = patterns.parents.get(patterns.first[filter] + k);
            if (parents.isEmpty()) {
                Arrays.fill(expectation.agreements[k], 1);
            } else {
                combine(parents, above, expectation.rows[k], expectation.cols[k], expectation.agreements[k]);
            }
        }
        return expectation;
    }

    /** The standard deviation that the parents leave open, in pixels. */
    static double reach(final List<Parent> parents, final PatternArrays above) {
        return Math.sqrt(1 / parents.stream().mapToDouble(parent -> weight(parent, parents.size(), above)).sum());
    }

    private static double weight(final Parent parent, final int parents, final PatternArrays above) {
        final double spread = above.spreads[parent.pattern()];
        return 1 / (parents * spread * spread);
    }

    private static void combine(final List<Parent> parents, final Above above, final double[] rows, final double[] cols,
            final double[] agreements) {
        final double[] squares = new double[rows.length];
        double sum = 0;
        double logarithms = 0;
        for (final Parent parent : parents) {
            final double weight = weight(parent, parents.size(), above.patterns);
            sum += weight;
            logarithms += Math.log(above.patterns.spreads[parent.pattern()]);
            final int v = parent.pattern();
            final int from = above.inferences.at(v, 0);
            add(weight, above.inferences.rows(), from, above.patterns.rows[v], rows, squares);
            add(weight, above.inferences.cols(), from, above.patterns.cols[v], cols, squares);
        }
        final double constant = -Math.log(sum) - 2 * logarithms / parents.size();
        for (int picture = 0; picture < rows.length; picture++) {
            rows[picture] /= sum;
            cols[picture] /= sum;
            // sum of w |d − mean|² = sum of w |d|² − (sum of w) |mean|²
            final double apart = squares[picture] - sum * (rows[picture] * rows[picture] + cols[picture] * cols[picture]);
            agreements[picture] = Math.exp(constant - Math.max(0, apart) / 2);
        }
    }

    /** The compiler takes several pictures at once. */
    private static void add(final double weight, final float[] places, final int from, final double mean, final double[] sums,
            final double[] squares) {
        for (int picture = 0; picture < sums.length; picture++) {
            final double deviation = places[from + picture] - mean;
            final double weighted = weight * deviation;
            sums[picture] += weighted;
            squares[picture] += weighted * deviation;
        }
    }
}
