package org.filterscope.analysis.comparison;

/**
 * Representational similarity analysis (Kriegeskorte, Mur, Bandettini, Frontiers in Systems Neuroscience 2008): how alike two layers find the
 * same pairs of pictures. The dissimilarity of two pictures is one less the correlation of their rows of peaks; both layers' dissimilarities
 * are compared by rank correlation (Spearman).
 */
final class DissimilarityAgreement {
    /** Of pictures; their pairs are sorted. */
    static final int MOST_PICTURES = 500;
    private static final int FEWEST_PICTURES = 4;
    private static final int FEWEST_FILTERS = 3;

    private DissimilarityAgreement() {
    }

    /**
     * Looks at the first {@link #MOST_PICTURES} pictures.
     *
     * @return -1 to 1; not a number with fewer than four pictures or three filters
     */
    static double of(final PeakMatrix first, final PeakMatrix second) {
        final int pictures = Math.min(first.pictures(), MOST_PICTURES);
        if (pictures < FEWEST_PICTURES || first.filters() < FEWEST_FILTERS || second.filters() < FEWEST_FILTERS) {
            return Double.NaN;
        }
        return Correlation.of(Ranks.of(dissimilarities(first, pictures)), Ranks.of(dissimilarities(second, pictures)));
    }

    /** Of all pairs of pictures. A row that does not vary is as far from every other as an unrelated one. */
    private static double[] dissimilarities(final PeakMatrix peaks, final int pictures) {
        final double[] result = new double[pictures * (pictures - 1) / 2];
        int pair = 0;
        for (int i = 0; i < pictures; i++) {
            for (int j = 0; j < i; j++) {
                final double correlation = Correlation.of(peaks.centred()[i], peaks.centred()[j]);
                result[pair++] = Double.isNaN(correlation) ? 1 : 1 - correlation;
            }
        }
        return result;
    }
}
