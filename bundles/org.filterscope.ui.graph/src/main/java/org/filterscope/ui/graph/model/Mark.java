package org.filterscope.ui.graph.model;

/** Something in a graph that can be selected. */
public sealed interface Mark {

    /** Number of the layer in the graph. */
    int layer();

    /** A whole layer. */
    record OfLayer(int layer) implements Mark {
    }

    /**
     * A filter.
     *
     * @param group its place among the layer's filters that have patterns, see {@link GraphTable#filter}
     */
    record OfFilter(int layer, int group) implements Mark {
    }

    /**
     * A part pattern.
     *
     * @param group   that of its filter
     * @param pattern its number in the graph
     */
    record OfPattern(int layer, int group, int pattern) implements Mark {
    }
}
