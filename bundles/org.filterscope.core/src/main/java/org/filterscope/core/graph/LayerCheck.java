package org.filterscope.core.graph;

import java.util.List;

/** Whether a layer may be appended to a graph: what is written must be what the reader takes. */
record LayerCheck(GraphSubject subject, GraphLayer above, int number) {

    /** @throws IllegalArgumentException when its parts do not fit each other, or the layers above */
    void check(final LayerContent content) {
        final GraphLayer layer = content.layer();
        final int pictures = subject.pictures().size();
        final int first = above == null ? 0 : above.first() + above.patterns();
        require(layer.first() == first, layer, "its first pattern is %d, expected %d", layer.first(), first);
        require(layer.patterns() == content.patterns().size(), layer, "%d patterns, said to be %d", content.patterns().size(), layer.patterns());
        require(first + (long) layer.patterns() <= GraphFormat.MOST_PATTERNS, layer, "more than %d patterns in all", GraphFormat.MOST_PATTERNS);
        require(content.mirrored().length == pictures, layer, "%d pictures, expected %d", content.mirrored().length, pictures);
        require(new LayerNumbers(layer, content.edges().size()).isSound() && content.edges().size() <= GraphFormat.MOST_EDGES, layer,
                "its numbers make no sense: %s", layer);
        final Places places = content.places();
        final long size = (long) layer.patterns() * pictures;
        require(places.rows().length == size && places.cols().length == size && places.scores().length == size
                && places.activations().length == size, layer, "places of %d patterns on %d pictures expected", layer.patterns(), pictures);
        patterns(layer, content.patterns());
        edges(layer, content.edges());
    }

    private void patterns(final GraphLayer layer, final List<GraphPattern> patterns) {
        GraphPattern before = null;
        for (final GraphPattern pattern : patterns) {
            require(pattern.layer() == number && pattern.filter() >= 0 && pattern.filter() < layer.filters() && pattern.index() >= 0
                    && pattern.merged() >= 0, layer, "%s does not belong there", pattern);
            require(before == null || before.filter() < pattern.filter() || before.filter() == pattern.filter() && before.index() < pattern.index(),
                    layer, "patterns must be by filter, then index");
            require(PatternTable.isSound(pattern.row(), pattern.col(), pattern.spread(), pattern.reach()), layer, "%s is nowhere", pattern);
            before = pattern;
        }
    }

    private void edges(final GraphLayer layer, final List<GraphEdge> edges) {
        require(above != null || edges.isEmpty(), layer, "the top layer has no layer above");
        int child = layer.first();
        for (final GraphEdge edge : edges) {
            require(edge.child() >= child && edge.child() < layer.first() + layer.patterns(), layer, "edges must be by pattern");
            require(edge.parent() >= above.first() && edge.parent() < layer.first(), layer, "pattern %d is not of the layer above", edge.parent());
            require(EdgeTable.isSound(edge.rowOffset(), edge.colOffset()), layer, "%s leads nowhere", edge);
            child = edge.child();
        }
    }

    private static void require(final boolean condition, final GraphLayer layer, final String message, final Object... values) {
        if (!condition) {
            throw new IllegalArgumentException("layer '%s': %s".formatted(layer.name(), message.formatted(values)));
        }
    }
}
