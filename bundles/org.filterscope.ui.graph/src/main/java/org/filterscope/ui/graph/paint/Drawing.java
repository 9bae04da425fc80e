package org.filterscope.ui.graph.paint;

import org.filterscope.ui.graph.model.Box;

/** Takes what is drawn over the filled areas. Coordinates are those of the sheet. */
interface Drawing {

    /** @param opacity 0 to 1 */
    void line(int fromX, int fromY, int toX, int toY, int rgb, double opacity, int thickness);

    /** A frame inside a box. */
    void frame(Box box, int rgb, int thickness);

    /** @param y of the text's upper edge */
    void text(String words, int x, int y, int rgb);

    /** In pixels. */
    int width(String words);
}
