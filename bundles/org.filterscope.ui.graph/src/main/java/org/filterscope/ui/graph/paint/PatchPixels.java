package org.filterscope.ui.graph.paint;

import org.filterscope.core.graph.AveragePatch;

/** The pixels of an average patch. */
public final class PatchPixels {
    private static final int COLORS = 3;

    private PatchPixels() {
    }

    /**
     * Of the pixels from one row and column to before another; at least one pixel.
     *
     * @return {@code 0xrrggbb}
     */
    static int mean(final AveragePatch patch, final int top, final int bottom, final int left, final int right) {
        int red = 0;
        int green = 0;
        int blue = 0;
        int count = 0;
        for (int row = top; row < Math.max(top + 1, bottom); row++) {
            for (int col = left; col < Math.max(left + 1, right); col++) {
                final int place = (row * patch.side() + col) * COLORS;
                red += patch.rgb()[place] & 0xff;
                green += patch.rgb()[place + 1] & 0xff;
                blue += patch.rgb()[place + 2] & 0xff;
                count++;
            }
        }
        return red / count << 16 | green / count << 8 | blue / count;
    }

    /** The same with no more pixels than are ever painted: files may hold larger ones, and many of them. */
    public static AveragePatch atMost(final AveragePatch patch, final int side) {
        if (patch.side() <= side) {
            return patch;
        }
        final byte[] rgb = new byte[side * side * COLORS];
        for (int row = 0; row < side; row++) {
            for (int col = 0; col < side; col++) {
                final int mean = mean(patch, row * patch.side() / side, (row + 1) * patch.side() / side, col * patch.side() / side,
                        (col + 1) * patch.side() / side);
                final int place = (row * side + col) * COLORS;
                rgb[place] = (byte) (mean >> 16);
                rgb[place + 1] = (byte) (mean >> 8);
                rgb[place + 2] = (byte) mean;
            }
        }
        return new AveragePatch(side, patch.width(), rgb);
    }
}
