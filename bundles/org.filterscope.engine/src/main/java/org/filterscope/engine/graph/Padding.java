package org.filterscope.engine.graph;

/** Zeros (for maxima: nothing) around a map, in positions; may differ from side to side. */
public record Padding(int top, int left, int bottom, int right) {
    public static final Padding NONE = new Padding(0, 0, 0, 0);

    public Padding {
        if (top < 0 || left < 0 || bottom < 0 || right < 0) {
            throw new IllegalArgumentException("padding must not be negative");
        }
    }

    /** Whether opposite sides have the same padding. */
    public boolean isSymmetric() {
        return top == bottom && left == right;
    }
}
