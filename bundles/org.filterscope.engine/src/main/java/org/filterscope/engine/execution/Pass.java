package org.filterscope.engine.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Shape;

/**
 * One way through a network: which layers' values are given, and which layers' results are edited on the way. What is given is not computed;
 * what lies below it and feeds nothing else is not needed.
 *
 * @param given values by layer; most often the network's input alone; all for the same number of images; at least one
 * @param edits at most one a layer; a given value can be edited too
 */
public record Pass(Map<String, FeatureMaps> given, List<Edit> edits) {

    public Pass {
        given = Map.copyOf(given);
        edits = List.copyOf(edits);
        if (given.values().stream().mapToInt(FeatureMaps::images).distinct().count() != 1) {
            throw new IllegalArgumentException("the given layers must hold the same number of images, at least one layer");
        }
        if (edits.stream().map(Edit::layer).distinct().count() != edits.size()) {
            throw new IllegalArgumentException("a layer is edited twice");
        }
    }

    /** The whole network, from its input. */
    public static Pass of(final NetworkGraph graph, final FeatureMaps batch) {
        return from(graph.nodes().getFirst().name(), batch);
    }

    /** Only what lies above a layer. */
    public static Pass from(final String layer, final FeatureMaps maps) {
        return new Pass(Map.of(layer, maps), List.of());
    }

    /** The same with one more edit. */
    public Pass with(final Edit edit) {
        final List<Edit> all = new ArrayList<>(edits);
        all.add(edit);
        return new Pass(given, all);
    }

    /** The same for the images from one to just below another. */
    public Pass part(final int from, final int to) {
        if (from == 0 && to == images()) {
            return this;
        }
        final Map<String, FeatureMaps> some = new HashMap<>();
        given.forEach((layer, maps) -> some.put(layer, maps.part(from, to)));
        return new Pass(some, edits.stream()
                .map(edit -> new Edit(edit.layer(), spread(edit.amount(), from, to), spread(edit.value(), from, to))).toList());
    }

    /** What spreads over some images: one image spreads over any. */
    static FeatureMaps spread(final FeatureMaps maps, final int from, final int to) {
        return maps.images() == 1 ? maps : maps.part(from, to);
    }

    public int images() {
        return given.values().iterator().next().images();
    }

    /**
     * Whether everything fits the network.
     *
     * @throws IllegalArgumentException when a layer does not exist or values have the wrong shape
     */
    public void check(final NetworkGraph graph) {
        given.forEach((layer, maps) -> {
            if (!maps.shape().equals(graph.shape(layer))) {
                throw new IllegalArgumentException("layer '%s' holds %s, not %s".formatted(layer, graph.shape(layer), maps.shape()));
            }
        });
        for (final Edit edit : edits) {
            final Shape shape = graph.shape(edit.layer());
            checkSpread(edit.layer(), edit.amount(), shape, images());
            checkSpread(edit.layer(), edit.value(), shape, images());
        }
    }

    static void checkSpread(final String layer, final FeatureMaps maps, final Shape shape, final int images) {
        if (!maps.shape().spreadsTo(shape) || maps.images() != 1 && maps.images() != images) {
            throw new IllegalArgumentException("%d images of %s do not spread over layer '%s', %d images of %s".formatted(maps.images(),
                    maps.shape(), layer, images, shape));
        }
    }
}
