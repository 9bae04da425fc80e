package org.filterscope.ui.graph.paint;

import org.eclipse.swt.graphics.ImageData;
import org.filterscope.ui.graph.model.BandLayout;
import org.filterscope.ui.graph.model.Box;
import org.filterscope.ui.graph.model.GraphTable;

/** The whole graph in a few lines of pixels: a line a layer, in it a filter in the color that its patterns have in the middle. */
public final class OverviewPicture {

    private OverviewPicture() {
    }

    public static ImageData of(final Scene scene, final int width, final int height) {
        final Raster raster = new Raster(new Box(0, 0, width, height), 1, scene.palette().ground());
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
        final int[] sorted = scene.coloring().sorted(scene.table().first(layer, group), scene.table().size(layer, group));
        for (final int pattern : sorted) {
            if (scene.lit().isPresent() && scene.isLit(pattern)) {
                return scene.color(pattern);
            }
        }
        return scene.color(sorted[sorted.length / 2]);
    }
}
