package org.filterscope.ui.graph.model;

/** An area, in pixels. */
public record Box(int x, int y, int width, int height) {

    public int right() {
        return x + width;
    }

    public int bottom() {
        return y + height;
    }

    public int centreX() {
        return x + width / 2;
    }

    public int centreY() {
        return y + height / 2;
    }

    public boolean contains(final int px, final int py) {
        return px >= x && px < right() && py >= y && py < bottom();
    }

    public boolean meets(final Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
}
