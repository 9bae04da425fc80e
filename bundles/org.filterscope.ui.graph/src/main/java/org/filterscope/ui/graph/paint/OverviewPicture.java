package org.filterscope.ui.graph.paint;

import java.util.Optional;

import org.eclipse.swt.graphics.ImageData;
import org.filterscope.ui.graph.model.BandLayout;
import org.filterscope.ui.graph.model.Box;
import org.filterscope.ui.graph.model.GraphTable;

/** The whole graph in a few lines of pixels: a line a layer, in it a filter in the color that its patterns have in the middle. */
public final class OverviewPicture {

    private OverviewPicture() {
    }

    public static ImageData of(final Scene scene, final int width, final int height) {
        final Raster raster = new Raster(new Box(0, 0, width, height), 1, scene.palette(), pattern -> Optional.empty());
        final GraphTable table = scene.table();
        final BandLayout layout = scene.layout();
        final int layers = table.layers().size();
        for (int layer = 0; layer < layers; layer++) {
            final int top = layer * height / layers;
            final int bottom = (layer + 1) * height / layers - 2;
            final int groups = table.groups(layer);
            for (int slot = 0; slot < groups; slot++) {
                final int group = layout.order().groupAt(layer, slot);
                final int left = (int) ((long) slot * width / groups);
                final int right = Math.max(left + 1, (int) ((slot + 1L) * width / groups));
                raster.area(left, top, right - left, bottom - top, color(scene, layer, group));
            }
        }
        return raster.data();
    }

    /** Of the lit patterns if there are any. */
    private static int color(final Scene scene, final int layer, final int group) {
        final int first = scene.table().first(layer, group);
        final int size = scene.table().size(layer, group);
        if (scene.lit().isPresent()) {
            for (int place = first; place < first + size; place++) {
                if (scene.isLit(scene.coloring().sorted(place))) {
                    return scene.color(scene.coloring().sorted(place));
                }
            }
        }
        return scene.color(scene.coloring().sorted(first + size / 2));
    }
}
