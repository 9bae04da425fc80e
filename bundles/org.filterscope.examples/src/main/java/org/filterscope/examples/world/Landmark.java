package org.filterscope.examples.world;

import java.util.Locale;

/**
 * A named point of a thing.
 *
 * @param row   in pixels from the upper edge; 0.5 is the middle of the first row
 * @param col   in pixels from the left edge
 * @param state whether it is seen
 */
public record Landmark(String name, double row, double col, State state) {

    /** Whether a landmark is seen. */
    public enum State {
        VISIBLE,
        /** Something lies in front of it, be it another part of the same thing. */
        OCCLUDED,
        /** Beyond the picture's edge. */
        OUTSIDE,
        /** The thing lacks the part; the place is where it would be. */
        MISSING;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean visible() {
        return state == State.VISIBLE;
    }
}
