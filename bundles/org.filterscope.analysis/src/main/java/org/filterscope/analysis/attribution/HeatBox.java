package org.filterscope.analysis.attribution;

import java.util.Optional;

import org.filterscope.core.report.PixelBox;

/**
 * Where an object is, from a heat map of its class: the tight box around the largest connected region at or above a share of the map's maximum.
 * Pixels that touch at a corner are connected. Source: Zhou et al. 2016.
 */
public final class HeatBox {
    private static final double SHARE = 0.2;
    private static final double FOUND = 0.5;

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
        PixelRegion largest = null;
        for (final PixelRegion region : PixelRegion.all(open, heat.cols())) {
            largest = largest == null || region.pixels().length > largest.pixels().length ? region : largest;
        }
        return Optional.of(largest.box());
    }

    /** How well two boxes agree: pixels in both, as a share of the pixels in either. */
    public static double overlap(final PixelBox one, final PixelBox other) {
        final long rows = Math.max(0, Math.min(one.bottom(), other.bottom()) - Math.max(one.top(), other.top()));
        final long cols = Math.max(0, Math.min(one.right(), other.right()) - Math.max(one.left(), other.left()));
        final long both = rows * cols;
        return (double) both / ((long) one.rows() * one.cols() + (long) other.rows() * other.cols() - both);
    }

    /** Whether a box counts as found by another: from an {@link #overlap} of 0.5 on. */
    public static boolean isFound(final PixelBox object, final PixelBox box) {
        return overlap(object, box) >= FOUND;
    }
}
