package org.filterscope.analysis.heat;

import java.util.Arrays;

import org.filterscope.core.report.PixelBox;

/**
 * Boxes in the middle of the picture, which know nothing of it, as the measure of those that do: of all sizes from a twentieth of each side to the
 * whole picture, the one that finds most objects. It is chosen with the answers at hand, so it is the best that such a box can do.
 */
final class CentreBoxes {
    private static final int SIZES = 20;

    private final Share[] found = new Share[SIZES];
    private final Share[] located = new Share[SIZES];

    CentreBoxes() {
        Arrays.fill(found, Share.NONE);
        Arrays.fill(located, Share.NONE);
    }

    void add(final AskedPicture picture) {
        picture.place().ifPresent(place -> {
            for (int size = 0; size < SIZES; size++) {
                final boolean hit = place.isFoundBy(box(share(size), place.mask().rows(), place.mask().cols()));
                found[size] = found[size].plus(hit);
                located[size] = located[size].plus(hit && picture.right());
            }
        });
    }

    private static double share(final int size) {
        return (size + 1.0) / SIZES;
    }

    /** @param share of each side */
    static PixelBox box(final double share, final int rows, final int cols) {
        final int top = (int) Math.round(rows * (1 - share) / 2);
        final int left = (int) Math.round(cols * (1 - share) / 2);
        // At least a pixel.
        return new PixelBox(top, left, Math.max(top + 1, rows - top), Math.max(left + 1, cols - left));
    }

    /**
     * A box in the middle.
     *
     * @param share   of each side
     * @param found   how often it is the object's
     * @param located how often it is, and the network right about the class
     */
    public record CentreBox(double share, Share found, Share located) {
    }

    /** Of equal ones the smallest. */
    CentreBox best() {
        int best = 0;
        for (int size = 1; size < SIZES; size++) {
            best = found[size].hits() > found[best].hits() ? size : best;
        }
        return new CentreBox(share(best), found[best], located[best]);
    }
}
