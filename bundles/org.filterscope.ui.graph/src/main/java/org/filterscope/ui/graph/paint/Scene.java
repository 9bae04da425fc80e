package org.filterscope.ui.graph.paint;

import java.util.BitSet;
import java.util.Optional;

import org.filterscope.ui.graph.model.BandLayout;
import org.filterscope.ui.graph.model.Box;
import org.filterscope.ui.graph.model.Coloring;
import org.filterscope.ui.graph.model.GraphTable;
import org.filterscope.ui.graph.model.Mark;

/**
 * What is to be painted.
 *
 * @param lit      patterns that keep their colors while the others fade; empty when all do
 * @param selected outlined
 * @param edges    numbers of edges, the strongest last
 * @param view     the part of the sheet that is in sight: names of layers stay in it
 */
public record Scene(BandLayout layout, Coloring coloring, Optional<BitSet> lit, Optional<Mark> selected, int[] edges, Palette palette, Box view) {

    GraphTable table() {
        return layout.table();
    }

    boolean isLit(final int pattern) {
        return lit.isEmpty() || lit.get().get(pattern);
    }

    int color(final int pattern) {
        final int color = palette.color(coloring, pattern);
        return isLit(pattern) ? color : palette.faded(color);
    }

    /** Whether the filled areas are the same. */
    boolean hasShapesOf(final Scene other) {
        return layout == other.layout && coloring == other.coloring && lit.equals(other.lit) && palette == other.palette;
    }

    public Scene in(final Box sight) {
        return new Scene(layout, coloring, lit, selected, edges, palette, sight);
    }
}
