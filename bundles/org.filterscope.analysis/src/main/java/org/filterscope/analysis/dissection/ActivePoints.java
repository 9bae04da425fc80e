package org.filterscope.analysis.dissection;

/** The points of a picture at which a filter is above thresholds. */
interface ActivePoints {

    /** How many points are above a threshold and not above the next. */
    int size(int level);

    /**
     * Counts the points that have been found.
     *
     * @param picture what it shows at the points; not the same everywhere
     * @param counts  {@code [label, level]}: added to are the points with a label by the highest threshold that they are above
     * @param first   index of the first of these counters
     */
    void count(PictureLabels picture, long[] counts, int first);
}
