package org.filterscope.analysis.attribution;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import org.filterscope.core.report.PixelBox;

/**
 * Where an object is, from a heat map of its class: the tight box around the largest connected region at or above a share of the map's maximum.
 * Pixels that touch at a corner are connected. Source: Zhou et al. 2016.
 */
public final class HeatBox {
    private static final double SHARE = 0.2;

    private final double share;

    /** At 20 % of the maximum. */
    public HeatBox() {
        this(SHARE);
    }

    /** @param share of the maximum, above 0 and at most 1 */
    public HeatBox(final double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("%s is no share of a maximum".formatted(share));
        }
        this.share = share;
    }

    /** Empty when no pixel speaks for the class; of regions of the same size the first in reading order. */
    public Optional<PixelBox> of(final HeatMap heat) {
        final float maximum = heat.values()[heat.peak()];
        if (!(maximum > 0)) {
            return Optional.empty();
        }
        final boolean[] open = new boolean[heat.values().length];
        for (int i = 0; i < open.length; i++) {
            open[i] = heat.values()[i] >= share * maximum;
        }
        Region largest = new Region(0, null);
        for (int i = 0; i < open.length; i++) {
            if (open[i]) {
                final Region region = region(open, heat.cols(), i);
                largest = region.pixels > largest.pixels ? region : largest;
            }
        }
        return Optional.of(largest.box);
    }

    private record Region(int pixels, PixelBox box) {
    }

    /** The region around a pixel; its pixels are closed. */
    private static Region region(final boolean[] open, final int cols, final int first) {
        final Deque<Integer> waiting = new ArrayDeque<>();
        open[first] = false;
        waiting.add(first);
        int pixels = 0;
        int top = Integer.MAX_VALUE;
        int left = Integer.MAX_VALUE;
        int bottom = 0;
        int right = 0;
        while (!waiting.isEmpty()) {
            final int pixel = waiting.remove();
            final int row = pixel / cols;
            final int col = pixel % cols;
            pixels++;
            top = Math.min(top, row);
            left = Math.min(left, col);
            bottom = Math.max(bottom, row + 1);
            right = Math.max(right, col + 1);
            for (int r = Math.max(0, row - 1); r <= Math.min(open.length / cols - 1, row + 1); r++) {
                for (int c = Math.max(0, col - 1); c <= Math.min(cols - 1, col + 1); c++) {
                    if (open[r * cols + c]) {
                        open[r * cols + c] = false;
                        waiting.add(r * cols + c);
                    }
                }
            }
        }
        return new Region(pixels, new PixelBox(top, left, bottom, right));
    }

    /** How well two boxes agree: pixels in both, as a share of the pixels in either. From 0.5 on an object counts as found. */
    public static double overlap(final PixelBox one, final PixelBox other) {
        final long rows = Math.max(0, Math.min(one.bottom(), other.bottom()) - Math.max(one.top(), other.top()));
        final long cols = Math.max(0, Math.min(one.right(), other.right()) - Math.max(one.left(), other.left()));
        final long both = rows * cols;
        return (double) both / ((long) one.rows() * one.cols() + (long) other.rows() * other.cols() - both);
    }
}
