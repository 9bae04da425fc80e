package org.filterscope.ui.trace;

import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.trace.PictureFrame;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.pictures.Fit;
import org.filterscope.ui.pictures.PictureFile;
import org.filterscope.ui.pictures.ThumbnailPainter;

/**
 * A picture with heat over what the network sees of it. Under heat the picture is grey, so that no color of its own passes for heat. Belongs to
 * the UI thread.
 */
final class HeatCanvas {
    private static final int MARGIN = 2;
    private static final int OUTSIDE = 130;
    private static final int SMALLEST_BOX = 5;

    private final Canvas canvas;
    private final ThemeColors colors;
    private Optional<PictureFrame> frame = Optional.empty();
    private Optional<Image> picture = Optional.empty();
    private Optional<Image> grey = Optional.empty();
    private Optional<HeatGrid> heat = Optional.empty();
    private Optional<Image> overlay = Optional.empty();
    private Optional<PixelBox> box = Optional.empty();
    private boolean hot = true;
    private String words = "";

    HeatCanvas(final Composite parent, final ThemeColors colors) {
        this.colors = colors;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, this::paint);
        canvas.addListener(SWT.Dispose, event -> forget());
        canvas.addListener(SWT.MouseMove, event -> canvas.setToolTipText(tip(event)));
        canvas.addListener(SWT.MouseDown, event -> canvas.setFocus());
        canvas.addListener(SWT.KeyDown, event -> {
            // Without a listener for keys the canvas would be left out when Tab goes round.
        });
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        AccessibleName.give(canvas, () -> words);
    }

    Canvas control() {
        return canvas;
    }

    /** @param file empty when the file cannot be shown: a place of its shape is painted */
    void show(final Optional<PictureFile> file, final PictureFrame shownFrame) {
        forget();
        frame = Optional.of(shownFrame);
        picture = file.map(PictureFile::pixels).map(data -> new Image(canvas.getDisplay(), data));
        canvas.redraw();
    }

    /** @param full magnitude that has the last color */
    void heat(final Optional<HeatGrid> grid, final double full) {
        heat = grid;
        overlay.ifPresent(Image::dispose);
        overlay = grid.map(some -> new Image(canvas.getDisplay(), some.overlay(full)));
        canvas.redraw();
    }

    void outline(final Optional<PixelBox> outlined) {
        box = outlined;
        canvas.redraw();
    }

    /** Whether heat is shown. */
    void hot(final boolean wanted) {
        hot = wanted;
        canvas.redraw();
    }

    /** @param said for those who cannot see it */
    void describe(final String said) {
        words = said;
    }

    /** The picture as it is on the screen, without what surrounds it; empty when there is nothing to see. */
    Optional<ImageData> shot() {
        final Rectangle area = area();
        if (frame.isEmpty() || area.width < 1 || area.height < 1) {
            return Optional.empty();
        }
        final Image image = new Image(canvas.getDisplay(), area.width, area.height);
        final GC gc = new GC(image);
        try {
            paint(gc, new Rectangle(0, 0, area.width, area.height));
            return Optional.of(image.getImageData());
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    void forget() {
        picture.ifPresent(Image::dispose);
        grey.ifPresent(Image::dispose);
        overlay.ifPresent(Image::dispose);
        picture = Optional.empty();
        grey = Optional.empty();
        overlay = Optional.empty();
        heat = Optional.empty();
        frame = Optional.empty();
    }

    private void paint(final Event event) {
        paint(event.gc, area());
        if (canvas.isFocusControl()) {
            final Rectangle all = canvas.getClientArea();
            event.gc.setForeground(canvas.getForeground());
            event.gc.drawFocus(all.x, all.y, all.width, all.height);
        }
    }

    private Rectangle area() {
        final Rectangle all = canvas.getClientArea();
        final Rectangle slot = new Rectangle(MARGIN, MARGIN, Math.max(1, all.width - 2 * MARGIN), Math.max(1, all.height - 2 * MARGIN));
        final Rectangle fit = picture.map(image -> Fit.in(slot, image.getBounds().width, image.getBounds().height))
                .or(() -> frame.map(known -> Fit.in(slot, known.pictureCols(), known.pictureRows()))).orElse(slot);
        // Right below its caption.
        fit.y = MARGIN;
        return fit;
    }

    private void paint(final GC gc, final Rectangle area) {
        if (frame.isEmpty()) {
            return;
        }
        final boolean heated = hot && overlay.isPresent();
        final Optional<Image> ground = heated ? grey() : picture;
        if (ground.isPresent()) {
            final Rectangle size = ground.get().getBounds();
            gc.setInterpolation(area.width >= size.width ? SWT.NONE : SWT.HIGH);
            gc.drawImage(ground.get(), 0, 0, size.width, size.height, area.x, area.y, area.width, area.height);
        } else {
            gc.setBackground(colors.placeholder());
            gc.fillRectangle(area);
        }
        final Rectangle seen = place(area, new PixelBox(0, 0, frame.get().inputRows(), frame.get().inputCols()));
        shade(gc, area, seen);
        if (heated) {
            final Rectangle size = overlay.get().getBounds();
            gc.setInterpolation(SWT.HIGH);
            gc.setClipping(area);
            gc.drawImage(overlay.get(), 0, 0, size.width, size.height, seen.x, seen.y, seen.width, seen.height);
        }
        gc.setClipping(area);
        gc.setAntialias(SWT.OFF);
        box.ifPresent(outlined -> ThumbnailPainter.outline(gc, boxed(place(area, outlined))));
        gc.setClipping((Rectangle) null);
    }

    private Optional<Image> grey() {
        if (grey.isEmpty()) {
            grey = picture.map(image -> new Image(canvas.getDisplay(), image, SWT.IMAGE_GRAY));
        }
        return grey;
    }

    /** What the network does not see of the picture is darkened. */
    private static void shade(final GC gc, final Rectangle area, final Rectangle seen) {
        gc.setBackground(gc.getDevice().getSystemColor(SWT.COLOR_BLACK));
        gc.setAlpha(OUTSIDE);
        gc.fillRectangle(area.x, area.y, area.width, Math.max(0, seen.y - area.y));
        gc.fillRectangle(area.x, seen.y + seen.height, area.width, Math.max(0, area.y + area.height - seen.y - seen.height));
        gc.fillRectangle(area.x, seen.y, Math.max(0, seen.x - area.x), seen.height);
        gc.fillRectangle(seen.x + seen.width, seen.y, Math.max(0, area.x + area.width - seen.x - seen.width), seen.height);
        gc.setAlpha(255);
    }

    /** Where on the screen a box of input pixels is. */
    private Rectangle place(final Rectangle area, final PixelBox input) {
        final PictureFrame known = frame.orElseThrow();
        final int left = area.x + (int) Math.round(known.pictureCol(input.left()) / known.pictureCols() * area.width);
        final int right = area.x + (int) Math.round(known.pictureCol(input.right()) / known.pictureCols() * area.width);
        final int top = area.y + (int) Math.round(known.pictureRow(input.top()) / known.pictureRows() * area.height);
        final int bottom = area.y + (int) Math.round(known.pictureRow(input.bottom()) / known.pictureRows() * area.height);
        return new Rectangle(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    private static Rectangle boxed(final Rectangle place) {
        return new Rectangle(place.x, place.y, Math.max(SMALLEST_BOX, place.width), Math.max(SMALLEST_BOX, place.height));
    }

    /** The heat under the pointer. */
    private String tip(final Event event) {
        if (heat.isEmpty() || frame.isEmpty() || !hot) {
            return null;
        }
        final Rectangle seen = place(area(), new PixelBox(0, 0, frame.get().inputRows(), frame.get().inputCols()));
        if (!seen.contains(event.x, event.y)) {
            return null;
        }
        final double row = (event.y - seen.y + 0.5) / seen.height;
        final double col = (event.x - seen.x + 0.5) / seen.width;
        return NLS.bind(Messages.HeatCanvas_tip, new Object[] {(int) (row * frame.get().inputRows()), (int) (col * frame.get().inputCols()),
            HeatWords.number(heat.get().at(row, col))});
    }
}
