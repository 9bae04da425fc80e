package org.filterscope.ui.display;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * Pictures in lines as long as there is room. The one under the pointer, or that the arrow keys have come to, is told in words. Belongs to the UI
 * thread.
 *
 * @param <T> what a picture shows
 */
public final class TileCanvas<T> {
    private static final int GAP = 4;

    private final Canvas canvas;
    private final Painter<T> painter;
    private final Function<T, String> words;
    private final Consumer<String> caption;
    private List<T> tiles = List.of();
    private Point size = new Point(1, 1);
    private int current;

    /**
     * Paints one picture.
     *
     * @param <T> what it shows
     */
    @FunctionalInterface
    public interface Painter<T> {
        void paint(GC gc, Rectangle slot, int index, T tile);
    }

    /**
     * @param words   tells of a picture
     * @param caption gets the words of the picture that the person has come to
     */
    public TileCanvas(final Composite parent, final Painter<T> painter, final Function<T, String> words, final Consumer<String> caption) {
        this.painter = painter;
        this.words = words;
        this.caption = caption;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, this::paint);
        canvas.addListener(SWT.MouseMove, event -> at(event.x, event.y).ifPresent(this::choose));
        canvas.addListener(SWT.MouseDown, event -> {
            canvas.setFocus();
            at(event.x, event.y).ifPresent(this::choose);
        });
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse,
                event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        canvas.addListener(SWT.FocusIn, event -> {
            canvas.redraw();
            tell();
        });
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        AccessibleName.give(canvas, () -> tiles.stream().map(words).collect(Collectors.joining("; ")));
    }

    public Canvas control() {
        return canvas;
    }

    /** @param slot width and height of each */
    public void show(final List<T> shown, final Point slot) {
        tiles = List.copyOf(shown);
        size = slot;
        current = 0;
        canvas.redraw();
    }

    /** Height that all pictures need in so much width. */
    public int height(final int width) {
        return Math.max(1, Math.ceilDiv(tiles.size(), across(width)) * (size.y + GAP));
    }

    /** The one that the person has come to. */
    public Optional<T> current() {
        return current < tiles.size() ? Optional.of(tiles.get(current)) : Optional.empty();
    }

    /** Gives what the person has come to to the caption. */
    public void tell() {
        current().map(words).ifPresent(caption);
    }

    /** @return index of the picture at a place of the canvas */
    public Optional<Integer> at(final int x, final int y) {
        for (int index = 0; index < tiles.size(); index++) {
            if (slot(index).contains(x, y)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private int across(final int width) {
        return Math.max(1, (width + GAP) / (size.x + GAP));
    }

    private Rectangle slot(final int index) {
        final int across = across(canvas.getClientArea().width);
        return new Rectangle(index % across * (size.x + GAP), index / across * (size.y + GAP), size.x, size.y);
    }

    private void paint(final Event event) {
        // In an editor the theme colors what lies around a canvas, but not the canvas.
        event.gc.setBackground(canvas.getParent().getBackground());
        event.gc.fillRectangle(event.x, event.y, event.width, event.height);
        for (int index = 0; index < tiles.size(); index++) {
            final Rectangle slot = slot(index);
            if (slot.intersects(event.x, event.y, event.width, event.height)) {
                painter.paint(event.gc, slot, index, tiles.get(index));
                if (index == current && canvas.isFocusControl()) {
                    event.gc.setForeground(canvas.getForeground());
                    event.gc.drawFocus(slot.x, slot.y, slot.width, slot.height);
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
        if (by != 0 && current + by >= 0 && current + by < tiles.size()) {
            choose(current + by);
        }
    }

    private void choose(final int index) {
        current = index;
        tell();
        canvas.redraw();
    }
}
