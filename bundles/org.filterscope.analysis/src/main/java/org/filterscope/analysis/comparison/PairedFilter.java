package org.filterscope.analysis.comparison;

import java.util.Arrays;

/**
 * Two filters on the same pictures, by their peaks.
 *
 * @param correlation         of the peaks; not a number where one of them never varies
 * @param tops                common top pictures divided by all top pictures of the two; not a number where neither has any
 * @param positions           share of the pictures on which both fire where the peaks lie at most one position apart
 * @param positionCorrelation of the peaks' rows and columns together on these pictures; not a number where one always peaks at one place
 */
record PairedFilter(double correlation, double tops, double positions, double positionCorrelation) {
    /** Pictures that count as a filter's top ones, as far as that is at most a quarter of all. */
    static final int TOPS = 50;
    private static final int QUARTER = 4;
    private static final int FEWEST_POSITIONS = 3;

    /** Nothing else is known of filters that were matched. */
    static PairedFilter ofCorrelation(final double correlation) {
        return new PairedFilter(correlation, Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * @param first       the peaks of the first filter
     * @param second      the peaks of the second filter on the same pictures
     * @param firstPlaces where they are, {@code row * cols + col}
     * @param places      where the second filter's are
     * @param cols        of the maps; 0 when the maps of the two differ in size, so that places cannot be compared
     */
    static PairedFilter of(final float[] first, final float[] second, final int[] firstPlaces, final int[] places, final int cols) {
        double near = 0;
        int both = 0;
        for (int i = 0; i < first.length; i++) {
            if (first[i] > 0 && second[i] > 0) {
                both++;
                near += cols > 0 && Math.abs(firstPlaces[i] / cols - places[i] / cols) <= 1 && Math.abs(firstPlaces[i] % cols - places[i] % cols) <= 1
                        ? 1
                        : 0;
            }
        }
        return new PairedFilter(Correlation.of(doubles(first), doubles(second)), overlap(tops(first), tops(second)),
                cols == 0 || both == 0 ? Double.NaN : near / both,
                cols == 0 || both < FEWEST_POSITIONS ? Double.NaN : positionCorrelation(first, second, firstPlaces, places, cols, both));
    }

    /** Sum of the covariances of rows and of columns, divided by the root of the product of the summed variances. */
    private static double positionCorrelation(final float[] first, final float[] second, final int[] firstPlaces, final int[] places,
            final int cols, final int both) {
        final double[] x = new double[both];
        final double[] y = new double[both];
        final double[] u = new double[both];
        final double[] v = new double[both];
        int k = 0;
        for (int i = 0; i < first.length; i++) {
            if (first[i] > 0 && second[i] > 0) {
                x[k] = firstPlaces[i] / cols;
                y[k] = firstPlaces[i] % cols;
                u[k] = places[i] / cols;
                v[k++] = places[i] % cols;
            }
        }
        final double scale = Math.sqrt(covariance(x, x) + covariance(y, y)) * Math.sqrt(covariance(u, u) + covariance(v, v));
        return scale > 0 ? (covariance(x, u) + covariance(y, v)) / scale : Double.NaN;
    }

    private static double covariance(final double[] x, final double[] y) {
        final double meanX = Arrays.stream(x).average().orElseThrow();
        final double meanY = Arrays.stream(y).average().orElseThrow();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum / x.length;
    }

    /** The pictures with the highest peaks above zero; of equal peaks the earlier picture. Ascending. */
    private static int[] tops(final float[] peaks) {
        final int most = Math.min(TOPS, Math.max(1, peaks.length / QUARTER));
        // Peaks above zero order like their bits; the picture's number turned round decides between equal ones.
        final long[] keys = new long[peaks.length];
        int count = 0;
        for (int i = 0; i < peaks.length; i++) {
            if (peaks[i] > 0) {
                keys[count++] = (long) Float.floatToIntBits(peaks[i]) << Integer.SIZE | Integer.MAX_VALUE - i;
            }
        }
        Arrays.sort(keys, 0, count);
        final int[] result = new int[Math.min(most, count)];
        for (int i = 0; i < result.length; i++) {
            result[i] = Integer.MAX_VALUE - (int) keys[count - 1 - i];
        }
        Arrays.sort(result);
        return result;
    }

    private static double overlap(final int[] first, final int[] second) {
        int common = 0;
        for (final int picture : first) {
            common += Arrays.binarySearch(second, picture) >= 0 ? 1 : 0;
        }
        final int all = first.length + second.length - common;
        return all == 0 ? Double.NaN : (double) common / all;
    }

    private static double[] doubles(final float[] values) {
        final double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[i];
        }
        return result;
    }
}
