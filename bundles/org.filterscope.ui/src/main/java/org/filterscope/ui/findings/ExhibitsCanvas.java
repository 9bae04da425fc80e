package org.filterscope.ui.findings;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.filterscope.core.finding.Exhibit;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.display.TileCanvas;
import org.filterscope.ui.pictures.Fit;
import org.filterscope.ui.pictures.InputShape;
import org.filterscope.ui.pictures.ThumbnailPainter;
import org.filterscope.ui.pictures.ThumbnailStore;

/** The pictures that show a finding, or its contrary. Belongs to the UI thread. */
final class ExhibitsCanvas {
    private static final int HEIGHT = 72;

    private final TileCanvas<Exhibit> tiles;
    private final ThemeColors colors;
    private Optional<ThumbnailStore> thumbnails = Optional.empty();
    private ThumbnailPainter painter = new ThumbnailPainter(new InputShape(1, 1));

    /** @param caption gets the current picture in words */
    ExhibitsCanvas(final Composite parent, final ThemeColors colors, final Consumer<String> caption) {
        this.colors = colors;
        tiles = new TileCanvas<>(parent, this::paint, ExhibitsCanvas::describe, caption);
    }

    TileCanvas<Exhibit> tiles() {
        return tiles;
    }

    void show(final List<Exhibit> shown, final InputShape input, final ThumbnailStore store) {
        thumbnails = Optional.of(store);
        painter = new ThumbnailPainter(input);
        tiles.show(shown, slot(store.largest(shown.stream().map(Exhibit::picture).toList())));
    }

    /** As large as the pictures are drawn, so that they stand close together and in line with the words above. */
    private Point slot(final Optional<Point> thumbnail) {
        final int height = painter.slotHeight(HEIGHT);
        final Rectangle room = new Rectangle(0, 0, painter.slotWidth(height), height);
        final Rectangle fit = thumbnail.filter(size -> size.x > 0 && size.y > 0).map(size -> Fit.in(room, size.x, size.y)).orElse(room);
        return new Point(fit.width, fit.height);
    }

    private void paint(final GC gc, final Rectangle slot, final int index, final Exhibit exhibit) {
        painter.paint(gc, slot, thumbnails.flatMap(store -> store.image(exhibit.picture())), colors.placeholder());
    }

    private static String describe(final Exhibit exhibit) {
        if (exhibit.prediction().isEmpty()) {
            return exhibit.picture();
        }
        return exhibit.label().isEmpty() ? NLS.bind(Messages.ExhibitsCanvas_unlabelled, exhibit.picture(), exhibit.prediction())
                : NLS.bind(Messages.ExhibitsCanvas_picture, new Object[] {exhibit.picture(), exhibit.label(), exhibit.prediction()});
    }
}
