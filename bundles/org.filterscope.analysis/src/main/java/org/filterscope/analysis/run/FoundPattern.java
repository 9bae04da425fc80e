package org.filterscope.analysis.run;

/**
 * Where a pattern of an explanatory graph is on a picture.
 *
 * @param picture    path below the folder
 * @param layer      of the network
 * @param filter     whose pattern it is
 * @param index      among the filter's patterns
 * @param row        in pixels of the network's input
 * @param col        in pixels of the network's input, of the picture as it is, even where it was looked at mirrored
 * @param score      response times density, in units of the noise's density; 0 where it does not fire
 * @param percentile of the score among those on the pictures of the mining, 0 to 100
 * @param activation the filter's response at the place, divided by its scale
 * @param there      whether it fires, explains its place better than noise does, and is not weaker than on all but 5 % of the mining's pictures
 */
public record FoundPattern(String picture, String layer, int filter, int index, double row, double col, double score, double percentile,
        double activation, boolean there) {
}
