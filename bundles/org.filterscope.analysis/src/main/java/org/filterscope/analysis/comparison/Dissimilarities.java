package org.filterscope.analysis.comparison;

/**
 * Representational similarity analysis (Kriegeskorte, Mur, Bandettini, Frontiers in Systems Neuroscience 2008): how alike two layers find the
 * same pairs of pictures. The dissimilarity of two pictures is one less the correlation of their rows of peaks; both layers' dissimilarities
 * are compared by rank correlation (Spearman).
 */
final class Dissimilarities {
    /** Of pictures; their pairs are sorted. */
    static final int MOST_PICTURES = 500;
    private static final int FEWEST_PICTURES = 4;
    private static final int FEWEST_FILTERS = 3;

    private final double[] ranks;

    private Dissimilarities(final double[] ranks) {
        this.ranks = ranks;
    }

    /**
     * Looks at the first {@link #MOST_PICTURES} pictures. Undefined with fewer than four pictures or three filters.
     *
     * @param pause called often; may throw to give up
     */
    static Dissimilarities of(final PeakMatrix peaks, final Runnable pause) {
        final int pictures = Math.min(peaks.pictures(), MOST_PICTURES);
        if (pictures < FEWEST_PICTURES || peaks.filters() < FEWEST_FILTERS) {
            return new Dissimilarities(new double[0]);
        }
        final double[][] rows = new double[pictures][];
        for (int i = 0; i < pictures; i++) {
            rows[i] = standardised(peaks.centred()[i]);
        }
        final double[] pairs = new double[pictures * (pictures - 1) / 2];
        int pair = 0;
        for (int i = 0; i < pictures; i++) {
            pause.run();
            for (int j = 0; j < i; j++) {
                pairs[pair++] = 1 - dot(rows[i], rows[j]);
            }
        }
        return new Dissimilarities(Ranks.of(pairs));
    }

    /** @return -1 to 1; not a number where one of them is undefined or constant */
    double agreement(final Dissimilarities other) {
        return ranks.length == 0 || other.ranks.length == 0 ? Double.NaN : Correlation.of(ranks, other.ranks);
    }

    /** Mean 0, length 1; a row that does not vary becomes zero, as far from every other as an unrelated one. */
    private static double[] standardised(final double[] row) {
        double mean = 0;
        for (final double value : row) {
            mean += value / row.length;
        }
        double square = 0;
        for (final double value : row) {
            square += (value - mean) * (value - mean);
        }
        final double[] result = new double[row.length];
        for (int c = 0; c < row.length && square > 0; c++) {
            result[c] = (row[c] - mean) / Math.sqrt(square);
        }
        return result;
    }

    private static double dot(final double[] x, final double[] y) {
        double sum = 0;
        for (int c = 0; c < x.length; c++) {
            sum += x[c] * y[c];
        }
        return sum;
    }
}
