package org.filterscope.ui.filter;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.filterscope.ui.display.AccessibleName;

/** The measured receptive field: the brighter the more the peak depends on the pixel. Belongs to the UI thread. */
final class FieldCanvas {
    static final int SIDE = 120;

    private final Canvas canvas;
    private Optional<Image> image = Optional.empty();

    FieldCanvas(final Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, this::paint);
        canvas.addListener(SWT.Dispose, event -> image.ifPresent(Image::dispose));
        AccessibleName.give(canvas, () -> Messages.FieldCanvas_name);
    }

    Canvas control() {
        return canvas;
    }

    void show(final Optional<ImageData> picture) {
        image.ifPresent(Image::dispose);
        image = picture.map(data -> new Image(canvas.getDisplay(), data));
        canvas.redraw();
    }

    private void paint(final Event event) {
        image.ifPresent(shown -> {
            final GC gc = event.gc;
            final Rectangle size = shown.getBounds();
            final double room = Math.min((double) canvas.getClientArea().width / size.width, (double) canvas.getClientArea().height / size.height);
            final double scale = room >= 1 ? Math.floor(room) : room;
            gc.setInterpolation(scale >= 1 ? SWT.NONE : SWT.HIGH);
            gc.drawImage(shown, 0, 0, size.width, size.height, 0, 0, Math.max(1, (int) (size.width * scale)),
                    Math.max(1, (int) (size.height * scale)));
        });
    }
}
