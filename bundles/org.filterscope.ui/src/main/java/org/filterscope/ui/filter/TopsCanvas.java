package org.filterscope.ui.filter;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.report.TopRow;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.pictures.InputShape;
import org.filterscope.ui.pictures.ThumbnailPainter;
import org.filterscope.ui.pictures.ThumbnailPainter.Marks;
import org.filterscope.ui.pictures.ThumbnailStore;

/**
 * A filter's top pictures in lines as long as there is room, with what is active left bright. The picture under the pointer, or that the arrow keys
 * have come to, is told in words. Belongs to the UI thread.
 */
final class TopsCanvas {
    private static final int HEIGHT = 112;
    private static final int GAP = 4;

    private final Canvas canvas;
    private final ThemeColors colors;
    private final Consumer<String> caption;
    private final List<Optional<Image>> overlays = new ArrayList<>();
    private List<TopPicture> tops = List.of();
    private Optional<ThumbnailStore> thumbnails = Optional.empty();
    private ThumbnailPainter painter = new ThumbnailPainter(new InputShape(1, 1));
    private boolean dimmed = true;
    private int current;

    /** @param caption gets the current picture in words */
    TopsCanvas(final Composite parent, final ThemeColors colors, final Consumer<String> caption) {
        this.colors = colors;
        this.caption = caption;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, this::paint);
        canvas.addListener(SWT.Dispose, event -> forget());
        canvas.addListener(SWT.MouseMove, event -> pictureAt(event.x, event.y).ifPresent(this::choose));
        canvas.addListener(SWT.MouseDown, event -> canvas.setFocus());
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse,
                event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        AccessibleName.give(canvas, () -> tops.stream().map(top -> describe(top)).collect(Collectors.joining("; ")));
    }

    Canvas control() {
        return canvas;
    }

    /**
     * Tells which picture the person has come to, by a click or by keys, and offers to trace it.
     *
     * @param chosen gets its path below the picture folder
     * @param traced gets the same of the picture that the person wants traced
     */
    void offerTracing(final Consumer<String> chosen, final Consumer<String> traced) {
        canvas.addListener(SWT.MouseDown, event -> pictureAt(event.x, event.y).ifPresent(index -> chosen.accept(path(index))));
        canvas.addListener(SWT.KeyUp, event -> {
            if (current < tops.size() && event.keyCode >= SWT.ARROW_UP && event.keyCode <= SWT.ARROW_RIGHT) {
                chosen.accept(path(current));
            }
        });
        final Menu menu = new Menu(canvas);
        final MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(Messages.TopsCanvas_trace);
        item.addListener(SWT.Selection, event -> {
            if (current < tops.size()) {
                traced.accept(path(current));
            }
        });
        canvas.setMenu(menu);
    }

    private String path(final int index) {
        return tops.get(index).row().picture();
    }

    void show(final List<TopPicture> shown, final InputShape input, final ThumbnailStore store) {
        forget();
        tops = shown;
        thumbnails = Optional.of(store);
        painter = new ThumbnailPainter(input);
        shown.forEach(top -> overlays.add(top.overlay().map(data -> new Image(canvas.getDisplay(), data))));
        current = 0;
        caption.accept(tops.isEmpty() ? "" : describe(tops.getFirst()));
        canvas.redraw();
    }

    /** As long as it is not known which pictures there are. */
    void clear() {
        forget();
        tops = List.of();
        current = 0;
        caption.accept("");
        canvas.redraw();
    }

    /** Whether what is not active is dimmed. */
    void dim(final boolean wanted) {
        dimmed = wanted;
        canvas.redraw();
    }

    /** Height that all pictures need in so much width. */
    int height(final int width) {
        final int lines = (tops.size() + across(width) - 1) / across(width);
        return Math.max(1, lines * (slotHeight() + GAP));
    }

    private int slotHeight() {
        return painter.slotHeight(HEIGHT);
    }

    private int across(final int width) {
        return Math.max(1, (width + GAP) / (painter.slotWidth(slotHeight()) + GAP));
    }

    private Rectangle slot(final int index) {
        final int across = across(canvas.getClientArea().width);
        final int width = painter.slotWidth(slotHeight());
        return new Rectangle(index % across * (width + GAP), index / across * (slotHeight() + GAP), width, slotHeight());
    }

    private void paint(final Event event) {
        final GC gc = event.gc;
        for (int index = 0; index < tops.size(); index++) {
            final Rectangle slot = slot(index);
            if (slot.intersects(event.x, event.y, event.width, event.height)) {
                final TopPicture top = tops.get(index);
                final Optional<Image> image = thumbnails.flatMap(store -> store.image(top.row().picture()));
                painter.paint(gc, slot, image, new Marks(overlays.get(index).filter(overlay -> dimmed), top.row().field(), top.measured()),
                        colors.placeholder());
                if (index == current && canvas.isFocusControl()) {
                    gc.setForeground(canvas.getForeground());
                    gc.drawFocus(slot.x, slot.y, slot.width, slot.height);
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
        if (by != 0 && current + by >= 0 && current + by < tops.size()) {
            choose(current + by);
        }
    }

    private void choose(final int index) {
        current = index;
        caption.accept(describe(tops.get(index)));
        canvas.redraw();
    }

    private Optional<Integer> pictureAt(final int x, final int y) {
        for (int index = 0; index < tops.size(); index++) {
            if (slot(index).contains(x, y)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private static String describe(final TopPicture picture) {
        final TopRow top = picture.row();
        final String peak = NLS.bind(Messages.TopsCanvas_picture,
                new Object[] {top.picture(), NumberFormat.getNumberInstance().format(top.value()), top.row(), top.col()});
        final String field = peak + describe(Messages.TopsCanvas_field, top.field());
        return picture.measured().map(box -> field + describe(Messages.TopsCanvas_measured, box)).orElse(field);
    }

    private static String describe(final String words, final PixelBox box) {
        return NLS.bind(words, new Object[] {box.top(), box.bottom() - 1, box.left(), box.right() - 1});
    }

    private void forget() {
        overlays.forEach(overlay -> overlay.ifPresent(Image::dispose));
        overlays.clear();
    }
}
