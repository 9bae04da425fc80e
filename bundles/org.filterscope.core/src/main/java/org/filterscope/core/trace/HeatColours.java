package org.filterscope.core.trace;

/**
 * Colours of a heat map: black over violet and orange to pale yellow above zero, black over blue to pale blue below. Even steps to the eye, and in
 * order for those who see no colours, too.
 */
public final class HeatColours {
    private static final int STEPS = 4;

    private HeatColours() {
    }

    /**
     * @param share of the largest magnitude, -1 to 1; what lies beyond counts as the end
     * @return {@code 0xrrggbb}
     */
    public static int of(final double share) {
        final double place = Math.min(1, Math.abs(share)) * STEPS;
        final int low = Math.min((int) place, STEPS - 1);
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            final int from = stop(low, share < 0) >> shift & 0xff;
            final int to = stop(low + 1, share < 0) >> shift & 0xff;
            colour = colour << 8 | (int) Math.round(from + (to - from) * (place - low));
        }
        return colour;
    }

    private static int stop(final int index, final boolean against) {
        return switch (index) {
            case 0 -> 0x000004;
            case 1 -> against ? 0x10235c : 0x57106e;
            case 2 -> against ? 0x1c5fa8 : 0xbc3754;
            case 3 -> against ? 0x4aa8dc : 0xf98e09;
            default -> against ? 0xc8f4ff : 0xfcffa4;
        };
    }
}
