package org.filterscope.analysis.filters;

/**
 * All that the accumulators want to know of one filter's map on one picture, so that it is read once for all of them.
 *
 * @param sum     of the values
 * @param squares sum of the squared differences from the map's mean
 * @param least   lowest value
 * @param most    highest value
 * @param peak    where the highest value is, {@code row * cols + col}; of equal ones the first
 */
record MapSummary(double sum, double squares, double least, double most, int peak) {

    /** @param start index of the map's first value */
    static MapSummary of(final float[] values, final int start, final int positions) {
        double sum = 0;
        float least = Float.POSITIVE_INFINITY;
        int best = start;
        for (int i = start; i < start + positions; i++) {
            sum += values[i];
            least = Math.min(least, values[i]);
            if (values[i] > values[best]) {
                best = i;
            }
        }
        final double mean = sum / positions;
        double squares = 0;
        for (int i = start; i < start + positions; i++) {
            final double difference = values[i] - mean;
            squares += difference * difference;
        }
        return new MapSummary(sum, squares, least, values[best], best - start);
    }
}
