package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.filterscope.analysis.graph.FilterMixtures;
import org.filterscope.analysis.graph.PatternLayer;
import org.filterscope.analysis.graph.ScorePercentiles;
import org.filterscope.analysis.graph.StoredLayer;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.graph.GraphLayer;
import org.filterscope.core.graph.PatternScore;
import org.filterscope.core.progress.Progress;

/**
 * What the filters of a layer fire on, on one kind of object.
 *
 * @param kind  name of the class; empty where there are none
 * @param parts by filter, what it fires on, apart in place and, where known, in name; the one that explains most first
 */
record LayerParts(String kind, List<List<FilterPart>> parts) {

    /** Empty when the graph does not have the layer, or not how much its patterns explain. */
    static Optional<LayerParts> of(final GraphFile graph, final String name, final Progress progress) throws IOException {
        final List<GraphLayer> layers = graph.heading().layers();
        final int number = layers.stream().map(GraphLayer::name).toList().indexOf(name);
        if (number < 0 || !graph.scores().contains(PatternScore.EXPLAINED)) {
            return Optional.empty();
        }
        progress.checkCancelled();
        final PatternLayer layer = StoredLayer.of(graph.layer(number), number == 0 ? null : layers.get(number - 1));
        final int first = layers.get(number).first();
        final float[] explained = new float[layers.get(number).patterns()];
        for (int pattern = 0; pattern < explained.length; pattern++) {
            explained[pattern] = graph.score(PatternScore.EXPLAINED, first + pattern);
        }
        final List<List<FilterPart>> parts = new ArrayList<>();
        for (final List<Integer> leaders : new FilterMixtures(layer, explained, new ScorePercentiles(layer.inferences())).parts()) {
            final List<FilterPart> own = new ArrayList<>();
            for (final int leader : leaders) {
                final FilterPart part = new FilterPart(graph.part(first + leader), layer.patterns().get(leader).row(),
                        layer.patterns().get(leader).col());
                if (own.stream().noneMatch(known -> known.landmark().isPresent() && known.landmark().equals(part.landmark()))) {
                    own.add(part);
                }
            }
            parts.add(own);
        }
        return Optional.of(new LayerParts(graph.heading().category(), parts));
    }

    /** Two parts of the kind that a filter fires on; empty where it fires on one or none. */
    Optional<MixedParts> mixture(final int filter) {
        final List<FilterPart> own = parts.get(filter);
        return own.size() < 2 ? Optional.empty() : Optional.of(new MixedParts(own.get(0), kind, own.get(1), kind));
    }

    /** What a filter fires on most on this kind, and on another, where these are not the same by their names. */
    Optional<MixedParts> mixture(final LayerParts other, final int filter) {
        final List<FilterPart> own = parts.get(filter);
        final List<FilterPart> others = other.parts.get(filter);
        return own.isEmpty() || others.isEmpty() || !own.getFirst().isKnownToDiffer(others.getFirst()) ? Optional.empty()
                : Optional.of(new MixedParts(own.getFirst(), kind, others.getFirst(), other.kind));
    }
}
