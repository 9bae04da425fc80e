package org.filterscope.ui.graph.paint;

import org.filterscope.ui.graph.model.Box;

/** Takes the filled areas and pictures of a graph: very many, so that the screen gets them as one picture. Coordinates are those of the sheet. */
interface Shapes {

    void area(int x, int y, int width, int height, int rgb);

    /** What a pattern looks like on average; while that is not known, its place. */
    void patch(int pattern, Box square, boolean faded);

    /** @param size width and height, in pixels */
    void marker(Marker marker, int centreX, int centreY, int size, int rgb);
}
