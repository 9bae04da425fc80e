package org.filterscope.analysis.localisation;

/**
 * Where a part is believed to be, by picture.
 *
 * @param rows        in input pixels, of the picture as it is
 * @param cols        likewise
 * @param confidences 0 to 1: how far the votes, and not the labels' mean alone, settled it; 0 where no voter fires
 */
public record PartLocations(double[] rows, double[] cols, double[] confidences) {

    public int pictures() {
        return rows.length;
    }
}
