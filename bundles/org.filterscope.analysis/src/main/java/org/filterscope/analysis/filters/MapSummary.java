package org.filterscope.analysis.filters;

import org.filterscope.analysis.maps.SparseMaps;

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

    static MapSummary of(final SparseMaps maps, final int channel, final int positions) {
        final int start = maps.start(channel);
        final int end = maps.start(channel + 1);
        final int zeros = positions - (end - start);
        double sum = 0;
        float least = zeros > 0 ? 0 : Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        int best = 0;
        for (int i = start; i < end; i++) {
            final float value = maps.value(i);
            sum += value;
            least = Math.min(least, value);
            if (value > most) {
                most = value;
                best = maps.index(i) - channel * positions;
            }
        }
        if (zeros > 0 && !(most > 0)) {
            most = 0;
            best = firstZero(maps, channel, positions);
        }
        final double mean = sum / positions;
        double squares = zeros * mean * mean;
        for (int i = start; i < end; i++) {
            final double difference = maps.value(i) - mean;
            squares += difference * difference;
        }
        return new MapSummary(sum, squares, least, most, best);
    }

    private static int firstZero(final SparseMaps maps, final int channel, final int positions) {
        int position = 0;
        for (int i = maps.start(channel); i < maps.start(channel + 1) && maps.index(i) == channel * positions + position; i++) {
            position++;
        }
        return position;
    }
}
