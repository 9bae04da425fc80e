package org.filterscope.ui.graph.model;

import java.util.Optional;

/** Where the selection goes by the keyboard. */
public record Steps(BandLayout layout) {

    /** The next pattern, or filter, to the right, or with -1 to the left; of a layer none. */
    public Optional<Mark> aside(final Mark from, final int by) {
        return switch (from) {
            case final Mark.OfLayer layer -> Optional.empty();
            case final Mark.OfFilter filter -> neighbour(filter.layer(), filter.group(), by).map(group -> new Mark.OfFilter(filter.layer(), group));
            case final Mark.OfPattern pattern -> aside(pattern, by);
        };
    }

    private Optional<Mark> aside(final Mark.OfPattern from, final int by) {
        final int next = from.pattern() + by;
        final int first = table().first(from.layer(), from.group());
        if (next >= first && next < first + table().size(from.layer(), from.group())) {
            return Optional.of(table().mark(next));
        }
        return neighbour(from.layer(), from.group(), by).map(group -> table()
                .mark(table().first(from.layer(), group) + (by > 0 ? 0 : table().size(from.layer(), group) - 1)));
    }

    private Optional<Integer> neighbour(final int layer, final int group, final int by) {
        final int slot = layout.order().slotOf(layer, group) + by;
        return slot < 0 || slot >= table().groups(layer) ? Optional.empty() : Optional.of(layout.order().groupAt(layer, slot));
    }

    /** The strongest parent of a pattern, or else the nearest pattern, filter or layer above. */
    public Optional<Mark> up(final Mark from) {
        if (from.layer() == 0) {
            return Optional.empty();
        }
        if (from instanceof final Mark.OfPattern pattern) {
            final EdgeTable edges = table().edges();
            final int edge = edges.parentStart()[pattern.pattern()];
            if (edge < edges.parentStart()[pattern.pattern() + 1]) {
                return Optional.of(table().mark(edges.parents()[edge]));
            }
        }
        return beside(from, from.layer() - 1);
    }

    /** The strongest child of a pattern, or else the nearest pattern, filter or layer below. */
    public Optional<Mark> down(final Mark from) {
        if (from.layer() == table().layers().size() - 1) {
            return Optional.empty();
        }
        if (from instanceof final Mark.OfPattern pattern) {
            final EdgeTable edges = table().edges();
            int best = -1;
            for (int place = edges.childStart()[pattern.pattern()]; place < edges.childStart()[pattern.pattern() + 1]; place++) {
                if (best < 0 || edges.weights()[edges.childEdge()[place]] > edges.weights()[edges.childEdge()[best]]) {
                    best = place;
                }
            }
            if (best >= 0) {
                return Optional.of(table().mark(edges.children()[best]));
            }
        }
        return beside(from, from.layer() + 1);
    }

    /** From a layer to its first filter, from a filter to its first pattern. */
    public Optional<Mark> into(final Mark from) {
        return switch (from) {
            case final Mark.OfLayer layer when table().groups(layer.layer()) > 0 ->
                Optional.of(new Mark.OfFilter(layer.layer(), layout.order().groupAt(layer.layer(), 0)));
            case final Mark.OfFilter filter -> Optional.of(table().mark(table().first(filter.layer(), filter.group())));
            default -> Optional.empty();
        };
    }

    /** From a pattern to its filter, from a filter to its layer. */
    public Optional<Mark> out(final Mark from) {
        return switch (from) {
            case final Mark.OfLayer layer -> Optional.empty();
            case final Mark.OfFilter filter -> Optional.of(new Mark.OfLayer(filter.layer()));
            case final Mark.OfPattern pattern -> Optional.of(new Mark.OfFilter(pattern.layer(), pattern.group()));
        };
    }

    /** The nearest of another layer. */
    private Optional<Mark> beside(final Mark from, final int layer) {
        final int groups = table().groups(layer);
        if (from instanceof Mark.OfLayer || groups == 0) {
            return Optional.of(new Mark.OfLayer(layer));
        }
        final int group = from instanceof final Mark.OfPattern pattern ? pattern.group() : ((Mark.OfFilter) from).group();
        final double place = (layout.order().slotOf(from.layer(), group) + 0.5) / table().groups(from.layer());
        final int nearest = layout.order().groupAt(layer, Math.min(groups - 1, (int) (place * groups)));
        return Optional.of(from instanceof Mark.OfPattern ? table().mark(table().first(layer, nearest)) : new Mark.OfFilter(layer, nearest));
    }

    private GraphTable table() {
        return layout.table();
    }
}
