package org.filterscope.analysis.run;

import java.io.IOException;

/** Takes what was found of patterns on pictures. */
public interface PatternReceiver {

    /** A pattern on a picture: by layer from the top, pattern, picture. */
    void found(FoundPattern pattern) throws IOException;

    /** Whether a filter's maps are wanted, taken apart into the patterns' shares. */
    default boolean wantsShares(final String layer, final int filter) {
        return false;
    }

    /**
     * A filter's map on a picture, taken apart.
     *
     * @param picture path below the folder
     * @param shares  {@code [pattern of the filter, then the unexplained rest][row * cols + col]}, of the picture as it is; their sum at a position is
     *                the response above zero divided by the filter's scale
     */
    default void shares(final String picture, final float[][] shares) throws IOException {
    }
}
