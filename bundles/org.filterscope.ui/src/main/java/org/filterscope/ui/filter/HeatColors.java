package org.filterscope.ui.filter;

/** Black over violet and orange to pale yellow: even steps to the eye, and in order for those who see no colors, too. */
final class HeatColors {
    private static final int STEPS = 4;

    private HeatColors() {
    }

    /**
     * @param share 0 to 1
     * @return {@code 0xrrggbb}
     */
    static int of(final double share) {
        final double place = Math.clamp(share, 0, 1) * STEPS;
        final int low = Math.min((int) place, STEPS - 1);
        int color = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            final int from = stop(low) >> shift & 0xff;
            final int to = stop(low + 1) >> shift & 0xff;
            color = color << 8 | (int) Math.round(from + (to - from) * (place - low));
        }
        return color;
    }

    private static int stop(final int index) {
        return switch (index) {
            case 0 -> 0x000004;
            case 1 -> 0x57106e;
            case 2 -> 0xbc3754;
            case 3 -> 0xf98e09;
            default -> 0xfcffa4;
        };
    }
}
