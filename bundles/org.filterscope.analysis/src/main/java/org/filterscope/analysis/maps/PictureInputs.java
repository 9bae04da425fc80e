package org.filterscope.analysis.maps;

import java.io.IOException;

/** The pictures of a set as the network takes them, one by one. */
@FunctionalInterface
public interface PictureInputs {

    /**
     * Writes one picture as {@code [channel, row, col]} of the network's input.
     *
     * @param picture index in the set
     * @param values  where to
     * @param start   index of the first value
     * @throws IOException when the picture cannot be read any more
     */
    void write(int picture, float[] values, int start) throws IOException;
}
