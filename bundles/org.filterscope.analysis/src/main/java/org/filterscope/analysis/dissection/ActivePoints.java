package org.filterscope.analysis.dissection;

/** The points of a picture at which a filter is above thresholds. */
interface ActivePoints {

    /**
     * Counts the points that have been found.
     *
     * @param picture what it shows at the points
     * @param found   {@code [label, level]}: added to are the points with a label by the highest threshold that they are above
     */
    void count(PictureLabels picture, int[] found);
}
