package org.filterscope.ui.pictures;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.filterscope.core.report.PixelBox;

/** Paints a thumbnail with the outline of a receptive field, or a placeholder of the same shape. */
public final class ThumbnailPainter {
    private static final int SMALLEST_OUTLINE = 4;

    private static final int[] DASHES = {3, 3};

    private final InputShape input;

    /**
     * What is drawn on a picture.
     *
     * @param overlay  laid over the whole picture, below the outlines
     * @param field    the theoretical receptive field, outlined
     * @param measured the measured one, outlined with dashes
     */
    public record Marks(Optional<Image> overlay, PixelBox field, Optional<PixelBox> measured) {
    }

    public ThumbnailPainter(final InputShape input) {
        this.input = input;
    }

    /** The height nearest to the wished one at which a small picture fills a slot, as it grows by whole numbers only. */
    public int slotHeight(final int wished) {
        return input.rows() > wished ? wished : Math.round((float) wished / input.rows()) * input.rows();
    }

    /** Width of a slot of this height that a picture of the input's shape fills; bounded, so that a long strip stays a thumbnail. */
    public int slotWidth(final int height) {
        return Math.clamp(Math.round((double) height * input.cols() / input.rows()), height / 3, height * 3);
    }

    /**
     * @param image       empty: the placeholder is painted
     * @param placeholder its color
     */
    public void paint(final GC gc, final Rectangle slot, final Optional<Image> image, final PixelBox field, final Color placeholder) {
        paint(gc, slot, image, new Marks(Optional.empty(), field, Optional.empty()), placeholder);
    }

    /**
     * @param image       empty: the placeholder is painted
     * @param placeholder its color
     */
    public void paint(final GC gc, final Rectangle slot, final Optional<Image> image, final Marks marks, final Color placeholder) {
        paint(gc, slot, image, placeholder);
        image.ifPresent(picture -> {
            final Rectangle area = area(slot, picture);
            marks.overlay().ifPresent(over -> {
                gc.setInterpolation(SWT.HIGH);
                gc.drawImage(over, 0, 0, over.getBounds().width, over.getBounds().height, area.x, area.y, area.width, area.height);
            });
            outline(gc, place(area, marks.field()));
            marks.measured().ifPresent(box -> dashedOutline(gc, place(area, box)));
        });
    }

    /**
     * The picture alone.
     *
     * @param image       empty: the placeholder is painted
     * @param placeholder its color
     */
    public void paint(final GC gc, final Rectangle slot, final Optional<Image> image, final Color placeholder) {
        if (image.isEmpty()) {
            gc.setBackground(placeholder);
            gc.fillRectangle(placeholderArea(slot));
            return;
        }
        final Rectangle size = image.get().getBounds();
        final Rectangle area = area(slot, image.get());
        gc.setAntialias(SWT.OFF);
        gc.setInterpolation(area.width >= size.width ? SWT.NONE : SWT.HIGH);
        gc.drawImage(image.get(), 0, 0, size.width, size.height, area.x, area.y, area.width, area.height);
    }

    private static Rectangle area(final Rectangle slot, final Image image) {
        final Rectangle size = image.getBounds();
        return Fit.in(slot, size.width, size.height);
    }

    /** Before the picture is here its size is not known, but its shape is: it fills the slot as well as that allows. */
    private Rectangle placeholderArea(final Rectangle slot) {
        final double scale = Math.min((double) slot.width / input.cols(), (double) slot.height / input.rows());
        final int width = Math.max(1, (int) (input.cols() * scale));
        final int height = Math.max(1, (int) (input.rows() * scale));
        return new Rectangle(slot.x + (slot.width - width) / 2, slot.y + (slot.height - height) / 2, width, height);
    }

    /** Where on the screen a box of input pixels is. */
    private Rectangle place(final Rectangle area, final PixelBox box) {
        final int left = area.x + area.width * box.left() / input.cols();
        final int top = area.y + area.height * box.top() / input.rows();
        final int right = Math.max(left + SMALLEST_OUTLINE, area.x + (int) Math.ceil((double) area.width * box.right() / input.cols()));
        final int bottom = Math.max(top + SMALLEST_OUTLINE, area.y + (int) Math.ceil((double) area.height * box.bottom() / input.rows()));
        return new Rectangle(left, top, right - left, bottom - top);
    }

    /** White in black: one of the two shows on any picture. */
    public static void outline(final GC gc, final Rectangle box) {
        gc.setLineWidth(1);
        gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_BLACK));
        gc.drawRectangle(box.x, box.y, box.width - 1, box.height - 1);
        if (box.width > 3 && box.height > 3) {
            gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_WHITE));
            gc.drawRectangle(box.x + 1, box.y + 1, box.width - 3, box.height - 3);
        }
    }

    /** White dashes with black between them. */
    public static void dashedOutline(final GC gc, final Rectangle box) {
        gc.setLineWidth(1);
        gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_BLACK));
        gc.drawRectangle(box.x, box.y, box.width - 1, box.height - 1);
        gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_WHITE));
        gc.setLineDash(DASHES);
        gc.drawRectangle(box.x, box.y, box.width - 1, box.height - 1);
        gc.setLineDash(null);
    }
}
