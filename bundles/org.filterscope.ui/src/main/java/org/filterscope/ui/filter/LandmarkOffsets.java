package org.filterscope.ui.filter;

/**
 * Where a landmark lies seen from a filter's peak, in input pixels; one entry a picture that counted.
 *
 * @param rows landmark less peak along the rows
 * @param cols landmark less peak along the columns
 */
record LandmarkOffsets(String landmark, double[] rows, double[] cols) {
    /** Values of one line: rows and columns of the peaks, rows and columns of the landmark. */
    static final int COLUMNS = 400;
    private static final int MOST = COLUMNS / 4;

    /** @param line of the report's array; not a number behind the last picture */
    static LandmarkOffsets of(final String landmark, final float[] line) {
        int pictures = 0;
        while (pictures < MOST && !Float.isNaN(line[pictures])) {
            pictures++;
        }
        final double[] rows = new double[pictures];
        final double[] cols = new double[pictures];
        for (int picture = 0; picture < pictures; picture++) {
            rows[picture] = (double) line[2 * MOST + picture] - line[picture];
            cols[picture] = (double) line[3 * MOST + picture] - line[MOST + picture];
        }
        return new LandmarkOffsets(landmark, rows, cols);
    }
}
