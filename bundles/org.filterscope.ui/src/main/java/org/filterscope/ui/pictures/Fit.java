package org.filterscope.ui.pictures;

import org.eclipse.swt.graphics.Rectangle;

/** How a picture fills a place on the screen without being distorted. */
public final class Fit {

    private Fit() {
    }

    /**
     * The largest area of the picture's shape in the middle of a slot. A picture that is smaller than the slot grows by a whole number, so
     * that each of its pixels stays a square of equal size.
     */
    public static Rectangle in(final Rectangle slot, final int width, final int height) {
        final double scale = Math.min((double) slot.width / width, (double) slot.height / height);
        final double whole = scale >= 1 ? Math.floor(scale) : scale;
        final int fitWidth = Math.max(1, (int) Math.round(width * whole));
        final int fitHeight = Math.max(1, (int) Math.round(height * whole));
        return new Rectangle(slot.x + (slot.width - fitWidth) / 2, slot.y + (slot.height - fitHeight) / 2, fitWidth, fitHeight);
    }
}
