package org.filterscope.ui.graph;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.filterscope.core.graph.GraphPicture;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.graph.details.PictureDrawing;
import org.filterscope.ui.pictures.ThumbnailStore;

/** The pictures that the graph was mined from, in a line to choose from; a second click gives the choice up. Belongs to the UI thread. */
final class PictureStrip {
    private static final int SIDE = 44;
    private static final int STEP = SIDE + 6;
    private static final int FRAME = 3;

    private final Canvas canvas;
    private final ThemeColors colors;
    private final Consumer<OptionalInt> choose;
    private List<GraphPicture> pictures = List.of();
    private Optional<ThumbnailStore> thumbnails = Optional.empty();
    private OptionalInt chosen = OptionalInt.empty();

    /** @param choose gets the number of the picture, or nothing */
    PictureStrip(final Composite parent, final ThemeColors colors, final Consumer<OptionalInt> choose) {
        this.colors = colors;
        this.choose = choose;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.H_SCROLL);
        canvas.addListener(SWT.Paint, this::paint);
        canvas.addListener(SWT.Resize, event -> scrollable());
        canvas.addListener(SWT.MouseDown, event -> {
            canvas.setFocus();
            at(event.x).ifPresent(this::toggle);
        });
        canvas.addListener(SWT.MouseMove, event -> canvas.setToolTipText(tip(event.x)));
        canvas.addListener(SWT.MouseWheel, event -> scroll(bar().getSelection() - event.count * STEP));
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse,
                event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        bar().addListener(SWT.Selection, event -> canvas.redraw());
        AccessibleName.give(canvas, () -> chosen.isPresent() ? NLS.bind(Messages.PictureStrip_chosen, pictures.get(chosen.getAsInt()).path())
                : NLS.bind(Messages.PictureStrip_name, pictures.size()));
    }

    Canvas control() {
        return canvas;
    }

    int height() {
        return STEP + Math.max(bar().getSize().y, 12);
    }

    void show(final List<GraphPicture> shown, final ThumbnailStore store) {
        pictures = shown;
        thumbnails = Optional.of(store);
        chosen = OptionalInt.empty();
        scrollable();
        scroll(0);
    }

    /** Marks a picture and brings it into sight, without telling. */
    void select(final OptionalInt picture) {
        chosen = picture;
        picture.ifPresent(number -> {
            final int left = number * STEP;
            if (left < bar().getSelection() || left + STEP > bar().getSelection() + canvas.getClientArea().width) {
                scroll(left - canvas.getClientArea().width / 2);
            }
        });
        canvas.redraw();
    }

    private ScrollBar bar() {
        return canvas.getHorizontalBar();
    }

    private void scrollable() {
        final int width = Math.max(1, canvas.getClientArea().width);
        final int all = Math.max(1, pictures.size() * STEP);
        bar().setValues(Math.min(bar().getSelection(), Math.max(0, all - width)), 0, all, Math.min(width, all), STEP, width);
        bar().setEnabled(all > width);
        canvas.redraw();
    }

    private void scroll(final int to) {
        bar().setSelection(Math.max(0, to));
        canvas.redraw();
    }

    private OptionalInt at(final int x) {
        final int picture = (x + bar().getSelection()) / STEP;
        return picture >= 0 && picture < pictures.size() ? OptionalInt.of(picture) : OptionalInt.empty();
    }

    private String tip(final int x) {
        final OptionalInt picture = at(x);
        if (picture.isEmpty()) {
            return null;
        }
        final GraphPicture under = pictures.get(picture.getAsInt());
        return under.mirrored() ? NLS.bind(Messages.PictureStrip_mirrored, under.path()) : under.path();
    }

    private void toggle(final int picture) {
        chosen = chosen.isPresent() && chosen.getAsInt() == picture ? OptionalInt.empty() : OptionalInt.of(picture);
        choose.accept(chosen);
        canvas.redraw();
    }

    private void key(final Event event) {
        final int by = event.keyCode == SWT.ARROW_LEFT ? -1 : event.keyCode == SWT.ARROW_RIGHT ? 1 : 0;
        if (by != 0 && !pictures.isEmpty()) {
            final int next = chosen.isPresent() ? chosen.getAsInt() + by : 0;
            if (next >= 0 && next < pictures.size()) {
                select(OptionalInt.of(next));
                choose.accept(chosen);
            }
        } else if (event.character == SWT.ESC) {
            select(OptionalInt.empty());
            choose.accept(chosen);
        }
    }

    private void paint(final Event event) {
        final GC gc = event.gc;
        final int left = bar().getSelection();
        final int last = Math.min(pictures.size() - 1, (left + canvas.getClientArea().width) / STEP);
        for (int picture = left / STEP; picture <= last; picture++) {
            final Rectangle slot = new Rectangle(picture * STEP - left + FRAME, FRAME, SIDE, SIDE);
            final Optional<Image> image = image(pictures.get(picture).path());
            if (image.isPresent()) {
                final Rectangle size = image.get().getBounds();
                PictureDrawing.draw(gc, image.get(), pictures.get(picture).mirrored(), size, PictureDrawing.fit(slot, size));
            } else {
                gc.setBackground(colors.placeholder());
                gc.fillRectangle(slot);
            }
            if (chosen.isPresent() && chosen.getAsInt() == picture) {
                gc.setForeground(canvas.getForeground());
                gc.setLineWidth(2);
                gc.drawRectangle(slot.x - 2, slot.y - 2, slot.width + 4, slot.height + 4);
                gc.setLineWidth(1);
            }
        }
        if (canvas.isFocusControl()) {
            gc.setForeground(canvas.getForeground());
            gc.drawFocus(0, 0, canvas.getClientArea().width, canvas.getClientArea().height);
        }
    }

    private Optional<Image> image(final String path) {
        return thumbnails.flatMap(store -> store.image(path));
    }
}
