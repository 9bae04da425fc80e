package org.filterscope.ui.findings;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.filterscope.core.finding.Exhibit;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.pictures.Fit;
import org.filterscope.ui.pictures.InputShape;
import org.filterscope.ui.pictures.ThumbnailPainter;
import org.filterscope.ui.pictures.ThumbnailStore;

/** Pictures in lines as long as there is room; the one under the pointer, or that the arrow keys have come to, is told in words. Belongs to the UI thread. */
final class ExhibitsCanvas {
    private static final int HEIGHT = 72;
    private static final int GAP = 4;

    private final Canvas canvas;
    private final ThemeColors colors;
    private final Consumer<String> caption;
    private List<Exhibit> exhibits = List.of();
    private Optional<ThumbnailStore> thumbnails = Optional.empty();
    private ThumbnailPainter painter = new ThumbnailPainter(new InputShape(1, 1));
    private Point slot = new Point(HEIGHT, HEIGHT);
    private int current;

    /** @param caption gets the current picture in words */
    ExhibitsCanvas(final Composite parent, final ThemeColors colors, final Consumer<String> caption) {
        this.colors = colors;
        this.caption = caption;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, this::paint);
        canvas.addListener(SWT.MouseMove, event -> pictureAt(event.x, event.y).ifPresent(this::choose));
        canvas.addListener(SWT.MouseDown, event -> canvas.setFocus());
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse,
                event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        canvas.addListener(SWT.FocusIn, event -> {
            canvas.redraw();
            describe();
        });
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        AccessibleName.give(canvas, () -> exhibits.stream().map(ExhibitsCanvas::describe).collect(Collectors.joining("; ")));
    }

    Canvas control() {
        return canvas;
    }

    void show(final List<Exhibit> shown, final InputShape input, final ThumbnailStore store) {
        exhibits = List.copyOf(shown);
        thumbnails = Optional.of(store);
        painter = new ThumbnailPainter(input);
        slot = slot(store.largest(shown.stream().map(Exhibit::picture).toList()));
        current = 0;
        canvas.redraw();
    }

    /** Height that all pictures need in so much width. */
    int height(final int width) {
        return Math.max(1, Math.ceilDiv(exhibits.size(), across(width)) * (slot.y + GAP));
    }

    /** As large as the pictures are drawn, so that they stand close together and in line with the words above. */
    private Point slot(final Optional<Point> thumbnail) {
        final int height = painter.slotHeight(HEIGHT);
        final Rectangle room = new Rectangle(0, 0, painter.slotWidth(height), height);
        final Rectangle fit = thumbnail.filter(size -> size.x > 0 && size.y > 0).map(size -> Fit.in(room, size.x, size.y)).orElse(room);
        return new Point(fit.width, fit.height);
    }

    private int across(final int width) {
        return Math.max(1, (width + GAP) / (slot.x + GAP));
    }

    private Rectangle slot(final int index) {
        final int across = across(canvas.getClientArea().width);
        return new Rectangle(index % across * (slot.x + GAP), index / across * (slot.y + GAP), slot.x, slot.y);
    }

    private void paint(final Event event) {
        // In an editor the theme colors what lies around a canvas, but not the canvas.
        event.gc.setBackground(canvas.getParent().getBackground());
        event.gc.fillRectangle(event.x, event.y, event.width, event.height);
        for (int index = 0; index < exhibits.size(); index++) {
            final Rectangle place = slot(index);
            if (place.intersects(event.x, event.y, event.width, event.height)) {
                final String picture = exhibits.get(index).picture();
                painter.paint(event.gc, place, thumbnails.flatMap(store -> store.image(picture)), colors.placeholder());
                if (index == current && canvas.isFocusControl()) {
                    event.gc.setForeground(canvas.getForeground());
                    event.gc.drawFocus(place.x, place.y, place.width, place.height);
                }
            }
        }
    }

    private void key(final Event event) {
        final int across = across(canvas.getClientArea().width);
        final int by = switch (event.keyCode) {
            case SWT.ARROW_LEFT -> -1;
            case SWT.ARROW_RIGHT -> 1;
            case SWT.ARROW_UP -> -across;
            case SWT.ARROW_DOWN -> across;
            default -> 0;
        };
        if (by != 0 && current + by >= 0 && current + by < exhibits.size()) {
            choose(current + by);
        }
    }

    private void choose(final int index) {
        current = index;
        describe();
        canvas.redraw();
    }

    private void describe() {
        if (!exhibits.isEmpty()) {
            caption.accept(describe(exhibits.get(current)));
        }
    }

    private Optional<Integer> pictureAt(final int x, final int y) {
        for (int index = 0; index < exhibits.size(); index++) {
            if (slot(index).contains(x, y)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private static String describe(final Exhibit exhibit) {
        if (exhibit.prediction().isEmpty()) {
            return exhibit.picture();
        }
        return exhibit.label().isEmpty() ? NLS.bind(Messages.ExhibitsCanvas_unlabelled, exhibit.picture(), exhibit.prediction())
                : NLS.bind(Messages.ExhibitsCanvas_picture, new Object[] {exhibit.picture(), exhibit.label(), exhibit.prediction()});
    }
}
