package org.filterscope.analysis.contribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.filterscope.core.trace.TracedClass;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NetworkGraph;

/** What a network says of each class, in words of a trace. */
public final class ClassOutputs {
    private final NetworkGraph graph;
    private final List<String> labels;
    private final UnaryOperator<FeatureMaps> scores;
    private final boolean probabilities;

    /**
     * @param labels        of the network's outputs, in order
     * @param scores        makes of the network's output one value a class
     * @param probabilities whether these are probabilities
     */
    public ClassOutputs(final NetworkGraph graph, final List<String> labels, final UnaryOperator<FeatureMaps> scores, final boolean probabilities) {
        this.graph = graph;
        this.labels = List.copyOf(labels);
        this.scores = scores;
        this.probabilities = probabilities;
    }

    /** The layers that are looked at. */
    Set<String> layers() {
        return Set.copyOf(List.of(graph.logits().name(), graph.output().name()).stream().distinct().toList());
    }

    List<String> labels() {
        return labels;
    }

    /** @param found values of {@link #layers()}; @return by image, then class */
    List<List<TracedClass>> of(final Map<String, FeatureMaps> found) {
        final FeatureMaps logits = found.get(graph.logits().name());
        final FeatureMaps values = scores.apply(found.get(graph.output().name()));
        final List<List<TracedClass>> images = new ArrayList<>();
        for (int image = 0; image < logits.images(); image++) {
            final List<TracedClass> classes = new ArrayList<>();
            for (int label = 0; label < labels.size(); label++) {
                classes.add(new TracedClass(labels.get(label), logits.values()[logits.start(image, label)],
                        probabilities ? OptionalDouble.of(values.values()[values.start(image, label)]) : OptionalDouble.empty()));
            }
            images.add(List.copyOf(classes));
        }
        return images;
    }
}
