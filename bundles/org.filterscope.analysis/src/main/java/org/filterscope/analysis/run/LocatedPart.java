package org.filterscope.analysis.run;

import java.util.List;

/**
 * A part that was located on the pictures of a kind of object.
 *
 * @param category  the kind; empty where pictures have no classes
 * @param part      its name
 * @param labels    that were used
 * @param tested    pictures that the errors are of
 * @param error     mean distance by the input's diagonal, by the graph's patterns; not a number where all labels were used
 * @param peakError the same by filters' highest responses
 * @param meanError the same for the mean of the labels
 * @param places    on all pictures of the graph
 */
public record LocatedPart(String category, String part, int labels, int tested, double error, double peakError, double meanError,
        List<Place> places) {

    public LocatedPart {
        places = List.copyOf(places);
    }

    /**
     * Where a part is on a picture.
     *
     * @param picture    path below the picture folder
     * @param part       its name
     * @param row        in pixels of the stored, upright picture, measured from its upper left corner
     * @param col        likewise
     * @param confidence 0 to 1: how far votes, and not the labels' mean, settled it
     */
    public record Place(String picture, String part, double row, double col, double confidence) {
    }
}
