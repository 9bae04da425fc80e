package org.filterscope.ui.graph.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where everything is on the sheet that the view looks at, at one zoom. A layer is a band as wide as the sheet, top layer first; its filters stand
 * side by side in slots of equal width. Zooming widens the slots, and bands become higher only when what is in them needs it: what a mark means
 * changes, see {@link Detail}.
 */
public final class BandLayout {
    public static final int MARGIN = 12;
    /** For the layer's name, at the top of a band. */
    public static final int HEADER = 22;
    /** Between bands, for the edges. */
    public static final int GAP = 26;
    /** For the filter's number above its patterns. */
    public static final int FILTER_LABEL = 16;
    /** For the pattern's name below its picture. */
    public static final int PATTERN_LABEL = 15;
    private static final int LEAST_BAND = 64;
    private static final int MOST_BAND = 640;
    private static final int LEAST_DOT = 4;
    private static final int LEAST_PATCH = 34;
    /** Side of a pattern's picture, at most. */
    public static final int MOST_PATCH = 96;
    private static final int LABELLED_SLOT = 26;
    private static final int PADDING = 3;
    /** Height of a filter by its width, when pictures are shown. */
    private static final double SHAPE = 0.66;

    private final GraphTable table;
    private final FilterOrder order;
    private final List<Band> bands;
    private final double slotWidth;
    private final int width;
    private final int height;

    /**
     * How one layer is laid out.
     *
     * @param slot    width of a filter's slot, not whole
     * @param detail  what its marks are
     * @param columns of patterns in a filter's box
     * @param cell    width of a pattern
     * @param cellHeight with its label
     * @param labelled whether filters have their number above
     */
    private record Band(int top, int height, double slot, Detail detail, int columns, int cell, int cellHeight, boolean labelled) {
    }

    /**
     * @param viewWidth  that there is to look at the sheet, in pixels
     * @param viewHeight bands fill it when that is enough for them
     * @param slotWidth  of the layer with the most filters; made larger when the sheet would be narrower than the view
     */
    public BandLayout(final GraphTable table, final FilterOrder order, final int viewWidth, final int viewHeight, final double slotWidth) {
        this.table = table;
        this.order = order;
        final double least = fitting(table, viewWidth);
        this.slotWidth = Math.max(least, Math.min(slotWidth, widest(table)));
        width = 2 * MARGIN + (int) Math.ceil(this.slotWidth * mostGroups(table) - 1e-6);
        final int layers = table.layers().size();
        final int even = (viewHeight - 2 * MARGIN - (layers - 1) * GAP) / layers;
        final int needed = HEADER + FILTER_LABEL + (int) (SHAPE * this.slotWidth);
        final int bandHeight = Math.max(Math.max(LEAST_BAND, even), Math.min(MOST_BAND, needed));
        bands = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            bands.add(band(layer, MARGIN + layer * (bandHeight + GAP), bandHeight));
        }
        height = 2 * MARGIN + layers * bandHeight + (layers - 1) * GAP;
    }

    /** Width of a slot with which the whole width is in sight. */
    public static double fitting(final GraphTable table, final int viewWidth) {
        return Math.max(1.0, viewWidth - 2 * MARGIN) / mostGroups(table);
    }

    /** Width of a slot with which patterns' pictures are as wide as given, in the layer with the most filters. */
    public static double showing(final GraphTable table, final int patch) {
        int most = 1;
        for (int layer = 0; layer < table.layers().size(); layer++) {
            if (table.groups(layer) == mostGroups(table)) {
                most = Math.max(most, table.largest(layer));
            }
        }
        // Of a box with sides in proportion SHAPE that is cut into cells with a label each.
        final double columns = Math.ceil(Math.sqrt(most * (patch + PATTERN_LABEL) / (SHAPE * patch)));
        return columns * (patch + 1) / 0.94 + 4 * PADDING;
    }

    /** Beyond this nothing more would be seen. */
    public static double widest(final GraphTable table) {
        return showing(table, MOST_PATCH);
    }

    private static int mostGroups(final GraphTable table) {
        int most = 1;
        for (int layer = 0; layer < table.layers().size(); layer++) {
            most = Math.max(most, table.groups(layer));
        }
        return most;
    }

    private Band band(final int layer, final int top, final int bandHeight) {
        final double slot = (width - 2.0 * MARGIN) / Math.max(1, table.groups(layer));
        final boolean labelled = slot >= LABELLED_SLOT;
        final int patterns = Math.max(1, table.largest(layer));
        final int roomWidth = (int) (slot - gap(slot)) - 2 * PADDING;
        final int roomHeight = bandHeight - HEADER - (labelled ? FILTER_LABEL : 0) - 2 * PADDING;
        int columns = 1;
        int cell = 0;
        for (int candidate = 1; candidate <= patterns; candidate++) {
            final int rows = (patterns + candidate - 1) / candidate;
            final int side = Math.min(MOST_PATCH, Math.min(roomWidth / candidate, roomHeight / rows - PATTERN_LABEL));
            if (side > cell) {
                cell = side;
                columns = candidate;
            }
        }
        if (cell >= LEAST_PATCH && labelled) {
            return new Band(top, bandHeight, slot, Detail.PATCHES, columns, cell, cell + PATTERN_LABEL, true);
        }
        cell = 0;
        for (int candidate = 1; candidate <= patterns; candidate++) {
            final int rows = (patterns + candidate - 1) / candidate;
            final int side = Math.min(LEAST_PATCH, Math.min(roomWidth / candidate, roomHeight / rows));
            if (side > cell) {
                cell = side;
                columns = candidate;
            }
        }
        if (cell >= LEAST_DOT) {
            return new Band(top, bandHeight, slot, Detail.DOTS, columns, cell, cell, labelled);
        }
        return new Band(top, bandHeight, slot, Detail.COLUMNS, 1, 0, 0, false);
    }

    private static double gap(final double slot) {
        return slot < 6 ? 0 : slot < 16 ? 1 : Math.clamp(slot * 0.06, 2, 14);
    }

    public GraphTable table() {
        return table;
    }

    public FilterOrder order() {
        return order;
    }

    public double slotWidth() {
        return slotWidth;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public Detail detail(final int layer) {
        return bands.get(layer).detail();
    }

    public Box band(final int layer) {
        return new Box(0, bands.get(layer).top(), width, bands.get(layer).height());
    }

    /** Where the filter is, without its label. */
    public Box filter(final int layer, final int group) {
        final Band band = bands.get(layer);
        final double left = MARGIN + order.slotOf(layer, group) * band.slot();
        final int top = band.top() + HEADER + (band.labelled() ? FILTER_LABEL : 0);
        final int room = band.top() + band.height() - top;
        if (band.detail() == Detail.COLUMNS) {
            final int from = (int) left;
            final int to = (int) Math.max(from + 1, left + band.slot() - gap(band.slot()));
            final int tall = Math.max(1, room * table.size(layer, group) / Math.max(1, table.largest(layer)));
            return new Box(from, top + room - tall, to - from, tall);
        }
        final int wide = band.columns() * band.cell() + 2 * PADDING;
        final int rows = (table.largest(layer) + band.columns() - 1) / band.columns();
        final int tall = rows * band.cellHeight() + 2 * PADDING;
        return new Box((int) (left + (band.slot() - wide) / 2), top + (room - tall) / 2, wide, tall);
    }

    /** Where the pattern's cell is; at {@link Detail#COLUMNS} that of its filter. */
    public Box pattern(final int pattern) {
        final int layer = table.layerOf(pattern);
        final int group = table.groupOf(pattern);
        return pattern(filter(layer, group), layer, pattern - table.first(layer, group));
    }

    /** @param box the filter's, so that it is not computed for each pattern */
    public Box pattern(final Box box, final int layer, final int index) {
        final Band band = bands.get(layer);
        if (band.detail() == Detail.COLUMNS) {
            return box;
        }
        return new Box(box.x() + PADDING + index % band.columns() * band.cell(), box.y() + PADDING + index / band.columns() * band.cellHeight(),
                band.cell(), band.cellHeight());
    }

    /** The first slot that may be seen from a place on. */
    public int firstSlot(final int layer, final int x) {
        return Math.clamp((int) Math.floor((x - MARGIN) / bands.get(layer).slot()) - 1, 0, table.groups(layer));
    }

    /** After the last slot that may be seen up to a place. */
    public int endSlot(final int layer, final int x) {
        return Math.clamp((int) Math.ceil((x - MARGIN) / bands.get(layer).slot()) + 1, 0, table.groups(layer));
    }

    /** What is at a place; between filters their layer. */
    public Optional<Mark> at(final int x, final int y) {
        for (int layer = 0; layer < bands.size(); layer++) {
            if (band(layer).contains(x, y)) {
                return Optional.of(at(layer, x, y));
            }
        }
        return Optional.empty();
    }

    private Mark at(final int layer, final int x, final int y) {
        final Band band = bands.get(layer);
        final int slot = (int) Math.floor((x - MARGIN) / band.slot());
        if (slot < 0 || slot >= table.groups(layer) || y < band.top() + HEADER) {
            return new Mark.OfLayer(layer);
        }
        final int group = order.groupAt(layer, slot);
        final Box box = filter(layer, group);
        if (band.detail() == Detail.COLUMNS) {
            return new Mark.OfFilter(layer, group);
        }
        if (x < box.x() || x >= box.right() || y >= box.bottom()) {
            return new Mark.OfLayer(layer);
        }
        for (int index = 0; index < table.size(layer, group); index++) {
            if (pattern(box, layer, index).contains(x, y)) {
                return new Mark.OfPattern(layer, group, table.first(layer, group) + index);
            }
        }
        return new Mark.OfFilter(layer, group);
    }

    /** Where something that can be selected is. */
    public Box place(final Mark mark) {
        return switch (mark) {
            case final Mark.OfLayer layer -> band(layer.layer());
            case final Mark.OfFilter filter -> filter(filter.layer(), filter.group());
            case final Mark.OfPattern pattern -> pattern(pattern.pattern());
        };
    }
}
