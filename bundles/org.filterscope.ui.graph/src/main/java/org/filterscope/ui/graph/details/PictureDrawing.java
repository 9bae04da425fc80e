package org.filterscope.ui.graph.details;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;

/** Draws pictures, or parts of them, as the graph took them: some mirrored left to right. */
public final class PictureDrawing {

    private PictureDrawing() {
    }

    /** The largest area of a picture's shape in a place; tiny pictures grow by a whole number, so that their pixels stay squares of equal size. */
    public static Rectangle fit(final Rectangle place, final Rectangle picture) {
        final double scale = Math.min((double) place.width / picture.width, (double) place.height / picture.height);
        final double whole = scale >= 1 ? Math.floor(scale) : scale;
        final int width = Math.max(1, (int) Math.round(picture.width * whole));
        final int height = Math.max(1, (int) Math.round(picture.height * whole));
        return new Rectangle(place.x + (place.width - width) / 2, place.y + (place.height - height) / 2, width, height);
    }

    /** @param from a part of the picture as it is seen: of the mirrored one if it is mirrored */
    public static void draw(final GC gc, final Image image, final boolean mirrored, final Rectangle from, final Rectangle to) {
        gc.setInterpolation(to.width >= from.width ? SWT.NONE : SWT.HIGH);
        if (!mirrored) {
            gc.drawImage(image, from.x, from.y, from.width, from.height, to.x, to.y, to.width, to.height);
            return;
        }
        final Transform before = new Transform(gc.getDevice());
        final Transform flipped = new Transform(gc.getDevice());
        try {
            gc.getTransform(before);
            gc.getTransform(flipped);
            flipped.translate(2f * to.x + to.width, 0);
            flipped.scale(-1, 1);
            gc.setTransform(flipped);
            gc.drawImage(image, image.getBounds().width - from.x - from.width, from.y, from.width, from.height, to.x, to.y, to.width, to.height);
            gc.setTransform(before);
        } finally {
            flipped.dispose();
            before.dispose();
        }
    }
}
