package org.filterscope.ui.filter;

/**
 * How often a filter has its peak where.
 *
 * @param counts   by position, {@code [row * cols + col]}
 * @param pictures with a peak above zero
 * @param all      pictures
 */
record PeakPlaces(int[] counts, int pictures, int all) {

    /**
     * @param peaks     by picture
     * @param positions by picture
     * @param size      positions that there are
     */
    static PeakPlaces count(final float[] peaks, final int[] positions, final int size) {
        final int[] counts = new int[size];
        int pictures = 0;
        for (int picture = 0; picture < peaks.length; picture++) {
            if (peaks[picture] > 0 && positions[picture] >= 0 && positions[picture] < size) {
                counts[positions[picture]]++;
                pictures++;
            }
        }
        return new PeakPlaces(counts, pictures, peaks.length);
    }
}
