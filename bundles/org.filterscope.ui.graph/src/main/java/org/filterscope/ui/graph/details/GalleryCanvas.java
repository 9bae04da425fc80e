package org.filterscope.ui.graph.details;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.filterscope.core.graph.GraphHeading;
import org.filterscope.core.graph.GraphPicture;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.display.Decimals;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.pictures.ThumbnailStore;

/** The pictures on which a pattern has its highest scores, cut around its place. A click shows the whole picture. Belongs to the UI thread. */
final class GalleryCanvas {
    static final int SIDE = 64;
    private static final int GAP = 4;

    private final Canvas canvas;
    private final ThemeColors colors;
    private final IntConsumer choose;
    private List<Cutting> cuttings = List.of();
    private Optional<GraphHeading> heading = Optional.empty();
    private Optional<ThumbnailStore> thumbnails = Optional.empty();
    private double side = 1;
    private int current;

    /**
     * A place on a picture.
     *
     * @param picture number among the graph's
     * @param row     in input pixels
     * @param col     in input pixels
     */
    record Cutting(int picture, float row, float col, float score) {
    }

    /** @param choose gets the number of the picture that the person wants to see */
    GalleryCanvas(final Composite parent, final ThemeColors colors, final IntConsumer choose) {
        this.colors = colors;
        this.choose = choose;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, this::paint);
        canvas.addListener(SWT.MouseMove, event -> canvas.setToolTipText(at(event.x, event.y).map(this::words).orElse(null)));
        canvas.addListener(SWT.MouseDown, event -> {
            canvas.setFocus();
            at(event.x, event.y).ifPresent(cutting -> {
                current = cuttings.indexOf(cutting);
                choose.accept(cutting.picture());
            });
        });
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse,
                event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS
                        && event.detail != SWT.TRAVERSE_RETURN);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        AccessibleName.give(canvas, () -> cuttings.stream().map(this::words).collect(Collectors.joining("; ")));
    }

    Canvas control() {
        return canvas;
    }

    /** @param width of what is cut out, in input pixels */
    void show(final GraphHeading graph, final ThumbnailStore store, final List<Cutting> shown, final double width) {
        heading = Optional.of(graph);
        thumbnails = Optional.of(store);
        cuttings = List.copyOf(shown);
        side = Math.clamp(width, 1, Math.min(graph.inputRows(), graph.inputCols()));
        current = 0;
        canvas.redraw();
    }

    void clear() {
        cuttings = List.of();
        canvas.redraw();
    }

    /** Height that all need in so much width. */
    int height(final int width) {
        final int across = across(width);
        return Math.max(1, (cuttings.size() + across - 1) / across * (SIDE + GAP));
    }

    private static int across(final int width) {
        return Math.max(1, (width + GAP) / (SIDE + GAP));
    }

    private Rectangle slot(final int index) {
        final int across = across(canvas.getClientArea().width);
        return new Rectangle(index % across * (SIDE + GAP), index / across * (SIDE + GAP), SIDE, SIDE);
    }

    private Optional<Cutting> at(final int x, final int y) {
        for (int index = 0; index < cuttings.size(); index++) {
            if (slot(index).contains(x, y)) {
                return Optional.of(cuttings.get(index));
            }
        }
        return Optional.empty();
    }

    private String words(final Cutting cutting) {
        final GraphPicture picture = heading.orElseThrow().pictures().get(cutting.picture());
        return NLS.bind(picture.mirrored() ? Messages.GalleryCanvas_mirrored : Messages.GalleryCanvas_picture,
                new Object[] {picture.path(), Decimals.text(cutting.score()), Math.round(cutting.row()), Math.round(cutting.col())});
    }

    private void key(final Event event) {
        final int by = event.keyCode == SWT.ARROW_LEFT ? -1 : event.keyCode == SWT.ARROW_RIGHT ? 1 : 0;
        if (by != 0 && current + by >= 0 && current + by < cuttings.size()) {
            current += by;
            canvas.setToolTipText(words(cuttings.get(current)));
            canvas.redraw();
        } else if (event.character == SWT.CR && current < cuttings.size()) {
            choose.accept(cuttings.get(current).picture());
        }
    }

    private void paint(final Event event) {
        for (int index = 0; index < cuttings.size(); index++) {
            paint(event.gc, slot(index), cuttings.get(index));
            if (index == current && canvas.isFocusControl()) {
                final Rectangle slot = slot(index);
                event.gc.setForeground(canvas.getForeground());
                event.gc.drawFocus(slot.x, slot.y, slot.width, slot.height);
            }
        }
    }

    /** The cutting is moved where it would reach beyond the picture; the cross stays at the place. */
    private void paint(final GC gc, final Rectangle slot, final Cutting cutting) {
        final GraphPicture picture = heading.orElseThrow().pictures().get(cutting.picture());
        final Optional<Image> image = thumbnails.flatMap(store -> store.image(picture.path()));
        if (image.isEmpty()) {
            gc.setBackground(colors.placeholder());
            gc.fillRectangle(slot);
            return;
        }
        final Rectangle size = image.get().getBounds();
        final double scaleX = (double) size.width / heading.orElseThrow().inputCols();
        final double scaleY = (double) size.height / heading.orElseThrow().inputRows();
        // Places count from the middle of the first pixel, areas from its corner.
        final double across = (cutting.col() + 0.5) * scaleX;
        final double down = (cutting.row() + 0.5) * scaleY;
        final int width = Math.clamp(Math.round(side * scaleX), 1, size.width);
        final int height = Math.clamp(Math.round(side * scaleY), 1, size.height);
        final int left = Math.clamp(Math.round(across - width / 2.0), 0, size.width - width);
        final int top = Math.clamp(Math.round(down - height / 2.0), 0, size.height - height);
        PictureDrawing.draw(gc, image.get(), picture.mirrored(), new Rectangle(left, top, width, height), slot);
        final int x = slot.x + (int) Math.round((across - left) * slot.width / width);
        final int y = slot.y + (int) Math.round((down - top) * slot.height / height);
        cross(gc, x, y);
    }

    private static void cross(final GC gc, final int x, final int y) {
        for (final int color : new int[] {SWT.COLOR_BLACK, SWT.COLOR_WHITE}) {
            gc.setForeground(gc.getDevice().getSystemColor(color));
            gc.setLineWidth(color == SWT.COLOR_BLACK ? 3 : 1);
            gc.drawLine(x - 4, y, x + 4, y);
            gc.drawLine(x, y - 4, x, y + 4);
        }
        gc.setLineWidth(1);
    }
}
