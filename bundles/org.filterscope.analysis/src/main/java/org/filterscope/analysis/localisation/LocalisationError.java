package org.filterscope.analysis.localisation;

import java.util.List;

/** How far locations are off. */
public final class LocalisationError {
    private LocalisationError() {
    }

    /**
     * The normalised distance: mean over the pictures on which the part is seen and was not labelled.
     *
     * @param rows     where the part is, by picture, in input pixels; not a number where it is not seen
     * @param cols     likewise
     * @param diagonal of the network's input, in pixels
     * @return a share of the diagonal; not a number when there is no such picture
     */
    public static double of(final PartLocations found, final double[] rows, final double[] cols, final List<PartLabel> labels,
            final double diagonal) {
        final boolean[] labelled = new boolean[rows.length];
        labels.forEach(label -> labelled[label.picture()] = true);
        double sum = 0;
        int count = 0;
        for (int picture = 0; picture < rows.length; picture++) {
            if (!labelled[picture] && !Double.isNaN(rows[picture])) {
                sum += Math.hypot(found.rows()[picture] - rows[picture], found.cols()[picture] - cols[picture]);
                count++;
            }
        }
        return sum / count / diagonal;
    }
}
