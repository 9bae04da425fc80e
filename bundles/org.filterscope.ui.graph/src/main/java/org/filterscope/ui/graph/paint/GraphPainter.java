package org.filterscope.ui.graph.paint;

import java.text.NumberFormat;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;
import org.filterscope.ui.graph.model.BandLayout;
import org.filterscope.ui.graph.model.Box;
import org.filterscope.ui.graph.model.Detail;
import org.filterscope.ui.graph.model.EdgeTable;
import org.filterscope.ui.graph.model.GraphTable;
import org.filterscope.ui.graph.model.Mark;

/** Paints the part of a graph that is in a clip. */
final class GraphPainter {
    private static final int TEXT_INSET = 4;
    private static final int FRAME = 2;
    private static final int MOST_STRONGEST = 40;
    /** So many edges can be told apart, however dark. */
    private static final int FEW = 40;
    private static final double FAINTEST = 0.3;
    /** For edges that nobody has asked for. */
    private static final double FAINT = 0.2;
    private static final int LEAST_MARKER = 5;
    private static final int MOST_MARKER = 18;
    private static final String ELLIPSIS = "\u2026";

    private final Scene scene;
    private final Box clip;
    private final BandLayout layout;
    private final GraphTable table;
    private final Palette palette;

    GraphPainter(final Scene scene, final Box clip) {
        this.scene = scene;
        this.clip = clip;
        layout = scene.layout();
        table = scene.table();
        palette = scene.palette();
    }

    void shapes(final Shapes shapes) {
        for (int layer = 0; layer < table.layers().size(); layer++) {
            final Box band = layout.band(layer);
            if (band.meets(clip)) {
                shapes.area(band.x(), band.y(), band.width(), band.height(), palette.band());
                for (int slot = layout.firstSlot(layer, clip.x()); slot < layout.endSlot(layer, clip.right()); slot++) {
                    filter(shapes, layer, layout.order().groupAt(layer, slot));
                }
            }
        }
    }

    private void filter(final Shapes shapes, final int layer, final int group) {
        final Box box = layout.filter(layer, group);
        if (!box.meets(clip)) {
            return;
        }
        final Detail detail = layout.detail(layer);
        final int first = table.first(layer, group);
        final int size = table.size(layer, group);
        if (detail == Detail.COLUMNS) {
            for (int index = 0; index < size; index++) {
                final int top = box.bottom() - box.height() * (index + 1) / size;
                final int bottom = box.bottom() - box.height() * index / size;
                shapes.area(box.x(), top, box.width(), Math.max(1, bottom - top), scene.color(scene.coloring().sorted(first + index)));
            }
            return;
        }
        shapes.area(box.x(), box.y(), box.width(), box.height(), palette.box());
        for (int index = 0; index < size; index++) {
            final Box cell = layout.pattern(box, layer, index);
            final int color = scene.color(first + index);
            if (detail == Detail.DOTS) {
                dot(shapes, cell, first + index, color);
            } else if (cell.meets(clip)) {
                shapes.area(cell.x(), cell.y(), cell.width() - 1, cell.width() - 1, color);
                final int side = cell.width() - 1 - 2 * FRAME;
                shapes.patch(first + index, new Box(cell.x() + FRAME, cell.y() + FRAME, side, side), !scene.isLit(first + index));
            }
        }
    }

    private void dot(final Shapes shapes, final Box cell, final int pattern, final int color) {
        final int size = Math.min(MOST_MARKER, cell.width() - 1);
        if (size < LEAST_MARKER) {
            shapes.area(cell.x(), cell.y(), size, size, color);
        } else {
            final Marker marker = scene.coloring().isOfNumbers() ? Marker.DISC : Marker.of(scene.coloring().kind(pattern));
            shapes.marker(marker, cell.centreX(), cell.centreY(), size, color);
        }
    }

    void drawing(final Drawing drawing) {
        drawing(drawing, edges());
    }

    /** Those that are drawn: the scene's, or some of what is in sight. */
    int[] edges() {
        return scene.edges().length == 0 ? strongestInSight() : scene.edges();
    }

    /** @param edges as {@link #edges()} gives them, for who paints in pieces */
    void drawing(final Drawing drawing, final int[] edges) {
        edges(drawing, edges);
        for (int layer = 0; layer < table.layers().size(); layer++) {
            if (layout.band(layer).meets(clip) && layout.detail(layer) == Detail.PATCHES) {
                for (int slot = layout.firstSlot(layer, clip.x()); slot < layout.endSlot(layer, clip.right()); slot++) {
                    patternNames(drawing, layer, layout.order().groupAt(layer, slot));
                }
            }
        }
        for (int layer = 0; layer < table.layers().size(); layer++) {
            if (layout.band(layer).meets(clip)) {
                names(drawing, layer);
            }
        }
        scene.selected().ifPresent(mark -> outline(drawing, layout.place(mark)));
    }

    private void patternNames(final Drawing drawing, final int layer, final int group) {
        final Box box = layout.filter(layer, group);
        for (int index = 0; index < table.size(layer, group); index++) {
            final Box cell = layout.pattern(box, layer, index);
            if (cell.meets(clip)) {
                final int pattern = table.first(layer, group) + index;
                final String name = fitting(drawing, table.filter(layer, group) + "." + table.index(pattern), part(pattern), cell.width() - 2);
                if (!name.isEmpty()) {
                    drawing.text(name, cell.x() + 1, cell.y() + cell.width(), scene.isLit(pattern) ? palette.text() : palette.quiet());
                }
            }
        }
    }

    private String part(final int pattern) {
        final int kind = scene.coloring().kind(pattern);
        return kind < 0 ? "" : scene.coloring().kinds().get(kind);
    }

    /** The number and, where there is room, the beginning of what it is. */
    private static String fitting(final Drawing drawing, final String number, final String words, final int room) {
        if (words.isEmpty() || drawing.width(number + " " + words) <= room) {
            return words.isEmpty() ? number : number + " " + words;
        }
        for (int length = words.length() - 1; length >= 3; length--) {
            final String shorter = number + " " + words.substring(0, length) + ELLIPSIS;
            if (drawing.width(shorter) <= room) {
                return shorter;
            }
        }
        return drawing.width(number) <= room ? number : "";
    }

    private void names(final Drawing drawing, final int layer) {
        final Box band = layout.band(layer);
        final String name = table.layers().get(layer).name();
        final int left = Math.max(band.x(), scene.view().x()) + TEXT_INSET + 2;
        drawing.text(name, left, band.y() + 3, palette.text());
        final NumberFormat count = NumberFormat.getIntegerInstance();
        final String size = NLS.bind(Messages.GraphPainter_layer, count.format(table.groups(layer)),
                count.format(table.layers().get(layer).patterns()));
        drawing.text(size, left + drawing.width(name) + 3 * TEXT_INSET, band.y() + 3, palette.quiet());
        if (layout.detail(layer) == Detail.COLUMNS) {
            return;
        }
        for (int slot = layout.firstSlot(layer, clip.x()); slot < layout.endSlot(layer, clip.right()); slot++) {
            final int group = layout.order().groupAt(layer, slot);
            final Box box = layout.filter(layer, group);
            final String number = Integer.toString(table.filter(layer, group));
            final int top = box.y() - BandLayout.FILTER_LABEL;
            if (top >= band.y() + BandLayout.HEADER && drawing.width(number) < Math.max(box.width(), BandLayout.FILTER_LABEL) + 2) {
                drawing.text(number, box.centreX() - drawing.width(number) / 2, top, palette.quiet());
            }
        }
    }

    private void edges(final Drawing drawing, final int[] edges) {
        final EdgeTable all = table.edges();
        // Many lines at full strength are a black ground.
        final double strength = Math.clamp((double) FEW / Math.max(1, scene.edges().length), FAINTEST, 1);
        for (final int edge : edges) {
            final Box child = layout.pattern(all.childOf(edge));
            final Box parent = layout.pattern(all.parents()[edge]);
            final Box room = new Box(Math.min(child.centreX(), parent.centreX()), parent.bottom(),
                    Math.abs(child.centreX() - parent.centreX()) + 1, Math.max(1, child.y() - parent.bottom()));
            if (room.meets(clip)) {
                final float weight = Math.clamp(all.weights()[edge], 0, 1);
                drawing.line(child.centreX(), child.y(), parent.centreX(), parent.bottom(), palette.text(), scene.edges().length == 0 ? FAINT
                        : strength * (0.15 + 0.55 * weight * weight), strength == 1 && scene.edges().length > 0 && weight > 0.75 ? 2 : 1);
            }
        }
    }

    /** Where patterns are so large that some lines between them can be told apart. */
    private int[] strongestInSight() {
        final EdgeTable all = table.edges();
        final IntStream.Builder found = IntStream.builder();
        for (int layer = 1; layer < table.layers().size(); layer++) {
            if (layout.detail(layer) == Detail.PATCHES && layout.detail(layer - 1) == Detail.PATCHES) {
                for (int slot = layout.firstSlot(layer, scene.view().x()); slot < layout.endSlot(layer, scene.view().right()); slot++) {
                    final int group = layout.order().groupAt(layer, slot);
                    final int from = all.parentStart()[table.first(layer, group)];
                    final int to = all.parentStart()[table.first(layer, group) + table.size(layer, group)];
                    IntStream.range(from, to).filter(this::isParentInSight).forEach(found);
                }
            }
        }
        return found.build().boxed().sorted(Comparator.comparingDouble((final Integer edge) -> -all.weights()[edge]))
                .limit(MOST_STRONGEST).mapToInt(Integer::intValue).toArray();
    }

    private boolean isParentInSight(final int edge) {
        final Box parent = layout.pattern(table.edges().parents()[edge]);
        return parent.x() < scene.view().right() && parent.right() > scene.view().x();
    }

    /** Text color within the ground's: one of the two shows on anything. */
    private void outline(final Drawing drawing, final Box box) {
        final int more = Math.max(3, (9 - box.width()) / 2);
        final Box outer = new Box(box.x() - more, box.y() - more, box.width() + 2 * more, box.height() + 2 * more);
        if (outer.meets(clip)) {
            drawing.frame(outer, palette.ground(), 4);
            drawing.frame(new Box(outer.x() + 1, outer.y() + 1, outer.width() - 2, outer.height() - 2), palette.text(), FRAME);
        }
    }
}
