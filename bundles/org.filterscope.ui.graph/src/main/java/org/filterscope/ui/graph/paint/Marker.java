package org.filterscope.ui.graph.paint;

/** Besides colors, shapes: some people see the one, some prints keep the other. */
public enum Marker {
    DISC, SQUARE, TRIANGLE, DIAMOND;

    /** @param kind number of a kind, or negative for what is of none */
    public static Marker of(final int kind) {
        return kind < 0 ? SQUARE : values()[kind % values().length];
    }

    /** Whether a place is inside; both from -1 to 1 from left to right and from top to bottom. */
    boolean covers(final double x, final double y) {
        return switch (this) {
            case DISC -> x * x + y * y <= 1;
            case SQUARE -> Math.abs(x) <= 0.86 && Math.abs(y) <= 0.86;
            case TRIANGLE -> y <= 0.9 && y >= -1 && Math.abs(x) <= (y + 1) / 1.9;
            case DIAMOND -> Math.abs(x) + Math.abs(y) <= 1.1;
        };
    }
}
