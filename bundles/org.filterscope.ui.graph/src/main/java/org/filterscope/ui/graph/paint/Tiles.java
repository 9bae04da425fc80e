package org.filterscope.ui.graph.paint;

import java.util.LinkedHashMap;
import java.util.Optional;

import org.eclipse.draw2d.Graphics;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.widgets.Display;
import org.filterscope.ui.graph.model.Box;

/**
 * The filled areas of a sheet as pictures of equal size, which are kept: whoever moves the sheet needs only those that come into sight. Belongs to
 * the UI thread.
 */
final class Tiles {
    private static final int SIDE = 256;
    private static final int MOST = 128;

    private final Patches patches;
    private final LinkedHashMap<Long, Image> tiles = new LinkedHashMap<>(16, 0.75f, true);
    private Optional<Scene> painted = Optional.empty();
    private int zoom = 100;

    Tiles(final Patches patches) {
        this.patches = patches;
    }

    void paint(final Graphics graphics, final Scene scene, final Box clip) {
        if (painted.filter(scene::hasShapesOf).isEmpty()) {
            clear();
            // Asking takes longer than drawing a tile.
            zoom = Display.getCurrent().getPrimaryMonitor().getZoom();
        }
        painted = Optional.of(scene);
        final int right = Math.min(clip.right(), scene.layout().width());
        final int bottom = Math.min(clip.bottom(), scene.layout().height());
        for (int column = clip.x() / SIDE; column * SIDE < right; column++) {
            for (int row = clip.y() / SIDE; row * SIDE < bottom; row++) {
                final Box place = new Box(column * SIDE, row * SIDE, Math.min(SIDE, scene.layout().width() - column * SIDE),
                        Math.min(SIDE, scene.layout().height() - row * SIDE));
                final Image tile = tiles.computeIfAbsent((long) column << Integer.SIZE | row, key -> tile(scene, place));
                graphics.drawImage(tile, place.x(), place.y());
            }
        }
        while (tiles.size() > MOST) {
            tiles.pollFirstEntry().getValue().dispose();
        }
    }

    void clear() {
        tiles.values().forEach(Image::dispose);
        tiles.clear();
    }

    private Image tile(final Scene scene, final Box place) {
        final ImageDataProvider shapes = wanted -> {
            final Raster raster = new Raster(place, wanted / 100.0, scene.palette(), patches);
            new GraphPainter(scene, place).shapes(raster);
            return raster.data();
        };
        // Where there is but one zoom, a provider would be asked more than once.
        return zoom == 100 ? new Image(Display.getCurrent(), shapes.getImageData(100)) : new Image(Display.getCurrent(), shapes);
    }
}
