package org.filterscope.analysis.instability;

import java.io.IOException;

/** Takes the places that a line of the table was computed from, line by line. */
@FunctionalInterface
public interface PlaceSink {

    /**
     * @param places in input pixels: the peaks' rows, the peaks' columns, the landmark's rows, the landmark's columns, one value for each picture
     *               that can count; not a number behind the last that did
     */
    void accept(float[] places) throws IOException;
}
