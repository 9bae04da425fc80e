package org.filterscope.ui.filter;

import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.pictures.InputShape;

/** Where on the input a filter's peaks lie: a dot at each position, the larger the more pictures. Belongs to the UI thread. */
final class PeaksCanvas {
    static final int SIDE = 200;
    private static final int SMALLEST = 3;

    private final Canvas canvas;
    private final ThemeColors colors;
    private Optional<PeakPlaces> peaks = Optional.empty();
    private Optional<MapPlace> place = Optional.empty();
    private InputShape input = new InputShape(1, 1);

    PeaksCanvas(final Composite parent, final ThemeColors colors) {
        this.colors = colors;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, this::paint);
        AccessibleName.give(canvas, () -> peaks.map(PeaksCanvas::words).orElse(""));
    }

    Canvas control() {
        return canvas;
    }

    void show(final FilterDetails details) {
        peaks = details.peaks();
        place = Optional.of(details.place());
        input = details.report().input();
        canvas.redraw();
    }

    static String words(final PeakPlaces peaks) {
        final int places = (int) IntStream.of(peaks.counts()).filter(count -> count > 0).count();
        return NLS.bind(Messages.PeaksCanvas_words, new Object[] {peaks.pictures(), peaks.all(), places, peaks.counts().length});
    }

    private void paint(final Event event) {
        final GC gc = event.gc;
        final Rectangle room = canvas.getClientArea();
        final double scale = Math.min((room.width - 1.0) / input.cols(), (room.height - 1.0) / input.rows());
        gc.setForeground(colors.quiet());
        gc.drawRectangle(0, 0, (int) (input.cols() * scale), (int) (input.rows() * scale));
        peaks.ifPresent(shown -> dots(gc, shown, place.orElseThrow(), scale));
    }

    private void dots(final GC gc, final PeakPlaces shown, final MapPlace on, final double scale) {
        gc.setAntialias(SWT.ON);
        gc.setBackground(colors.bar());
        gc.setClipping(0, 0, (int) (input.cols() * scale) + 1, (int) (input.rows() * scale) + 1);
        final int cols = on.horizontal().positions();
        final int most = IntStream.of(shown.counts()).max().orElse(0);
        final double largest = scale * Math.min(on.vertical().step(on.upsampling()), on.horizontal().step(on.upsampling()));
        for (int position = 0; position < shown.counts().length; position++) {
            final int count = shown.counts()[position];
            if (count > 0) {
                final double x = (on.horizontal().pixel(position % cols, on.upsampling()) + 0.5) * scale;
                final double y = (on.vertical().pixel(position / cols, on.upsampling()) + 0.5) * scale;
                final int size = (int) Math.max(SMALLEST, Math.round(largest * Math.sqrt((double) count / most)));
                gc.fillOval((int) Math.round(x - size / 2.0), (int) Math.round(y - size / 2.0), size, size);
            }
        }
    }
}
