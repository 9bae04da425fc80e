package org.filterscope.analysis.attribution;

import java.util.Optional;
import java.util.Set;

import org.filterscope.analysis.classes.LayersAbove;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.graph.NetworkGraph;

/** The maps of a layer, each weighted by what the gradient says of its filter, and added up. */
final class WeightedMaps {
    private final String layer;
    private final ChannelWeight weight;

    /** How much a filter's map counts. */
    @FunctionalInterface
    interface ChannelWeight {

        /**
         * @param start index of the filter's first value in both
         * @param end   one past its last
         */
        double of(float[] values, float[] gradient, int start, int end);
    }

    WeightedMaps(final String layer, final ChannelWeight weight) {
        this.layer = layer;
        this.weight = weight;
    }

    /** Why the layer's maps say nothing of where a class is. */
    Optional<String> obstacle(final NetworkGraph graph) {
        final Optional<String> none = ClassPasses.obstacle(graph);
        if (none.isPresent()) {
            return none;
        }
        if (!graph.shape(layer).hasMaps()) {
            return Optional.of("layer '%s' has no maps, only one value a channel".formatted(layer));
        }
        if (!new LayersAbove(graph, layer).reachLogits()) {
            return Optional.of("the logits (layer '%s') do not depend on layer '%s'".formatted(graph.logits().name(), layer));
        }
        return Optional.empty();
    }

    /** @throws IllegalStateException when there is an obstacle */
    CoarseMap of(final ClassPasses passes, final FeatureMaps picture) {
        obstacle(passes.graph()).ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        final Gradients found = passes.gradients(picture, Set.of(layer), ReluRule.GRADIENT);
        final FeatureMaps values = found.value(layer);
        final float[] gradient = found.gradient(layer).values();
        final int positions = values.shape().rows() * values.shape().cols();
        final double[] map = new double[positions];
        for (int channel = 0; channel < values.shape().channels(); channel++) {
            final int start = values.start(0, channel);
            final double of = weight.of(values.values(), gradient, start, start + positions);
            for (int i = 0; i < positions; i++) {
                map[i] += of * values.values()[start + i];
            }
        }
        return new CoarseMap(values.shape().rows(), values.shape().cols(), map);
    }

    /** What speaks for the class, stretched to the pixels. One pass. */
    HeatMap support(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
        final ClassPasses passes = new ClassPasses(session, label, progress);
        return of(passes, picture).rectified().heat(picture.shape(), HeatSign.SUPPORT, passes.count());
    }

    static double sum(final float[] values, final int start, final int end) {
        double sum = 0;
        for (int i = start; i < end; i++) {
            sum += values[i];
        }
        return sum;
    }
}
