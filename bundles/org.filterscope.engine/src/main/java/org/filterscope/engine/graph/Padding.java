package org.filterscope.engine.graph;

/** Zeros (for maxima: nothing) around a map, in positions; may differ from side to side. */
public record Padding(int top, int left, int bottom, int right) {
    /** Enough for any kernel; more comes from broken or hostile files, and overflows. */
    private static final int LARGEST = 1 << 28;
    public static final Padding NONE = new Padding(0, 0, 0, 0);

    public Padding {
        if (top < 0 || left < 0 || bottom < 0 || right < 0) {
            throw new IllegalArgumentException("padding must not be negative");
        }
        if (Math.max(Math.max(top, left), Math.max(bottom, right)) > LARGEST) {
            throw new IllegalArgumentException("padding must not be larger than " + LARGEST);
        }
    }

    /** Whether opposite sides have the same padding. */
    public boolean isSymmetric() {
        return top == bottom && left == right;
    }
}
