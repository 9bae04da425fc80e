package org.filterscope.ui.filter;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.report.TopRow;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.display.TileCanvas;
import org.filterscope.ui.pictures.InputShape;
import org.filterscope.ui.pictures.ThumbnailPainter;
import org.filterscope.ui.pictures.ThumbnailPainter.Marks;
import org.filterscope.ui.pictures.ThumbnailStore;

/** A filter's top pictures, with what is active left bright. Belongs to the UI thread. */
final class TopsCanvas {
    private static final int HEIGHT = 112;

    private final TileCanvas<TopPicture> tiles;
    private final Canvas canvas;
    private final ThemeColors colors;
    private final Consumer<String> caption;
    private final List<Optional<Image>> overlays = new ArrayList<>();
    private Optional<ThumbnailStore> thumbnails = Optional.empty();
    private ThumbnailPainter painter = new ThumbnailPainter(new InputShape(1, 1));
    private boolean dimmed = true;

    /** @param caption gets the current picture in words */
    TopsCanvas(final Composite parent, final ThemeColors colors, final Consumer<String> caption) {
        this.colors = colors;
        this.caption = caption;
        tiles = new TileCanvas<>(parent, this::paint, TopsCanvas::describe, caption);
        canvas = tiles.control();
        canvas.addListener(SWT.Dispose, event -> forget());
    }

    TileCanvas<TopPicture> tiles() {
        return tiles;
    }

    /**
     * Tells which picture the person has come to, by a click or by keys, and offers to trace it.
     *
     * @param chosen gets its path below the picture folder
     * @param traced gets the same of the picture that the person wants traced
     */
    void offerTracing(final Consumer<String> chosen, final Consumer<String> traced) {
        canvas.addListener(SWT.MouseDown, event -> tiles.at(event.x, event.y).ifPresent(index -> tell(chosen)));
        canvas.addListener(SWT.KeyUp, event -> {
            if (event.keyCode >= SWT.ARROW_UP && event.keyCode <= SWT.ARROW_RIGHT) {
                tell(chosen);
            }
        });
        final Menu menu = new Menu(canvas);
        final MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(Messages.TopsCanvas_trace);
        item.addListener(SWT.Selection, event -> tell(traced));
        canvas.setMenu(menu);
    }

    private void tell(final Consumer<String> told) {
        tiles.current().map(top -> top.row().picture()).ifPresent(told);
    }

    void show(final List<TopPicture> shown, final InputShape input, final ThumbnailStore store) {
        forget();
        thumbnails = Optional.of(store);
        painter = new ThumbnailPainter(input);
        shown.forEach(top -> overlays.add(top.overlay().map(data -> new Image(canvas.getDisplay(), data))));
        final int height = painter.slotHeight(HEIGHT);
        tiles.show(shown, new Point(painter.slotWidth(height), height));
        caption.accept("");
        tiles.tell();
    }

    /** As long as it is not known which pictures there are. */
    void clear() {
        forget();
        tiles.show(List.of(), new Point(1, 1));
        caption.accept("");
    }

    /** Whether what is not active is dimmed. */
    void dim(final boolean wanted) {
        dimmed = wanted;
        canvas.redraw();
    }

    private void paint(final GC gc, final Rectangle slot, final int index, final TopPicture top) {
        final Optional<Image> image = thumbnails.flatMap(store -> store.image(top.row().picture()));
        painter.paint(gc, slot, image, new Marks(overlays.get(index).filter(overlay -> dimmed), top.row().field(), top.measured()),
                colors.placeholder());
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
