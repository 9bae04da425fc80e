package org.filterscope.ui.graph.paint;

/** Takes the filled areas of a graph: very many, so that the screen gets them as one picture. Coordinates are those of the sheet. */
interface Shapes {

    void area(int x, int y, int width, int height, int rgb);

    /** @param size width and height, in pixels */
    void marker(Marker marker, int centreX, int centreY, int size, int rgb);
}
