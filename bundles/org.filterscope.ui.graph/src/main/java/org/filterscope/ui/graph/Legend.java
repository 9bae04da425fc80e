package org.filterscope.ui.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.display.Decimals;
import org.filterscope.ui.graph.details.MarkerPainter;
import org.filterscope.ui.graph.model.Coloring;
import org.filterscope.ui.graph.paint.Marker;
import org.filterscope.ui.graph.paint.Palette;
import org.filterscope.ui.graph.paint.Rgb;

/** What the colors tell. A click on a kind lights it alone; a second one lights all again. Belongs to the UI thread. */
final class Legend {
    private static final int MARGIN = 8;
    private static final int MARK = 9;
    private static final int GAP = 14;
    private static final int RAMP_WIDTH = 140;

    private final Canvas canvas;
    private final Consumer<OptionalInt> choose;
    private Optional<Coloring> coloring = Optional.empty();
    private Optional<Palette> palette = Optional.empty();
    private OptionalInt chosen = OptionalInt.empty();
    private OptionalInt current = OptionalInt.empty();
    private final List<Rectangle> places = new ArrayList<>();

    /** @param choose gets the number of the kind that alone is to be lit */
    Legend(final Composite parent, final Consumer<OptionalInt> choose) {
        this.choose = choose;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, this::paint);
        canvas.addListener(SWT.MouseDown, event -> {
            canvas.setFocus();
            kindAt(event.x, event.y).ifPresent(this::toggle);
        });
        canvas.addListener(SWT.MouseMove, event -> canvas.setToolTipText(kindAt(event.x, event.y).isPresent() ? Messages.Legend_tip : null));
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse,
                event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        AccessibleName.give(canvas, this::words);
    }

    Canvas control() {
        return canvas;
    }

    int height(final int width) {
        final GC gc = new GC(canvas);
        try {
            return lay(gc, width) + gc.getFontMetrics().getHeight() + 4;
        } finally {
            gc.dispose();
        }
    }

    void show(final Coloring shown, final Palette colors) {
        if (coloring.isEmpty() || coloring.get() != shown) {
            chosen = OptionalInt.empty();
            current = OptionalInt.empty();
        }
        coloring = Optional.of(shown);
        palette = Optional.of(colors);
        canvas.redraw();
    }

    private String words() {
        return coloring.map(shown -> shown.isOfNumbers() ? NLS.bind(Messages.Legend_numbers, Decimals.text(shown.low()), Decimals.text(shown.high()))
                : NLS.bind(Messages.Legend_kinds, String.join(", ", shown.kinds()))).orElse("");
    }

    /** @return upper edge of the last line */
    private int lay(final GC gc, final int width) {
        places.clear();
        int x = MARGIN;
        int y = 1;
        final int line = gc.getFontMetrics().getHeight() + 2;
        for (final String kind : coloring.map(Coloring::kinds).orElse(List.of())) {
            final int wide = MARK + 5 + gc.textExtent(kind).x;
            if (x > MARGIN && x + wide > width - MARGIN) {
                x = MARGIN;
                y += line;
            }
            places.add(new Rectangle(x, y, wide, line));
            x += wide + GAP;
        }
        return y;
    }

    private void paint(final Event event) {
        coloring.ifPresent(shown -> {
            if (shown.isOfNumbers()) {
                ramp(event.gc, shown);
            } else {
                kinds(event.gc, shown);
            }
        });
    }

    private void kinds(final GC gc, final Coloring shown) {
        lay(gc, canvas.getClientArea().width);
        for (int kind = 0; kind < places.size(); kind++) {
            final Rectangle place = places.get(kind);
            final boolean faded = chosen.isPresent() && chosen.getAsInt() != kind;
            gc.setAlpha(faded ? 90 : 255);
            MarkerPainter.paint(gc, Marker.of(kind), place.x + MARK / 2, place.y + place.height / 2, MARK, palette.orElseThrow().hue(kind));
            gc.setForeground(canvas.getForeground());
            gc.drawText(shown.kinds().get(kind), place.x + MARK + 5, place.y, SWT.DRAW_TRANSPARENT);
            gc.setAlpha(255);
            if (canvas.isFocusControl() && current.orElse(0) == kind) {
                gc.drawFocus(place.x - 2, place.y, place.width + 4, place.height);
            }
        }
    }

    private void ramp(final GC gc, final Coloring shown) {
        gc.setForeground(canvas.getForeground());
        final String low = Decimals.text(shown.low());
        final Point extent = gc.textExtent(low);
        gc.drawText(low, MARGIN, 1, SWT.DRAW_TRANSPARENT);
        final int left = MARGIN + extent.x + 6;
        for (int x = 0; x < RAMP_WIDTH; x++) {
            final int rgb = palette.orElseThrow().number(x / (RAMP_WIDTH - 1.0));
            gc.setBackground(Rgb.color(rgb));
            gc.fillRectangle(left + x, 4, 1, extent.y - 5);
        }
        gc.drawText(Decimals.text(shown.high()), left + RAMP_WIDTH + 6, 1, SWT.DRAW_TRANSPARENT);
    }

    private OptionalInt kindAt(final int x, final int y) {
        for (int kind = 0; kind < places.size(); kind++) {
            if (places.get(kind).contains(x, y)) {
                return OptionalInt.of(kind);
            }
        }
        return OptionalInt.empty();
    }

    private void key(final Event event) {
        final int kinds = coloring.map(shown -> shown.kinds().size()).orElse(0);
        final int by = event.keyCode == SWT.ARROW_RIGHT ? 1 : event.keyCode == SWT.ARROW_LEFT ? -1 : 0;
        if (kinds > 0 && by != 0) {
            current = OptionalInt.of(Math.clamp(current.orElse(0) + by, 0, kinds - 1));
            canvas.redraw();
        } else if (kinds > 0 && (event.character == ' ' || event.character == SWT.CR)) {
            toggle(current.orElse(0));
        }
    }

    private void toggle(final int kind) {
        current = OptionalInt.of(kind);
        chosen = chosen.isPresent() && chosen.getAsInt() == kind ? OptionalInt.empty() : OptionalInt.of(kind);
        choose.accept(chosen);
        canvas.redraw();
    }
}
