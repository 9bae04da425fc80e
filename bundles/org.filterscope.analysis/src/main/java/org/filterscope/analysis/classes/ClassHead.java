package org.filterscope.analysis.classes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.filterscope.engine.graph.NetworkGraph;

/** A layer, the layers above it, and which of the network's outputs stands for which class of pictures. */
public final class ClassHead {
    private static final int NAMED = 3;

    private final NetworkGraph graph;
    private final LayersAbove above;
    private final List<String> labels;
    private final PictureClasses classes;
    private final int[] outputs;

    /**
     * @param labels  of the network's outputs, in order
     * @param classes of the pictures; a class and an output belong together when they have the same name, the first output of that name
     */
    public ClassHead(final NetworkGraph graph, final String layer, final List<String> labels, final PictureClasses classes) {
        this.graph = graph;
        this.labels = List.copyOf(labels);
        above = new LayersAbove(graph, layer);
        outputs = classes.names().stream().mapToInt(labels::indexOf).toArray();
        this.classes = classes.only(outputs);
    }

    public NetworkGraph graph() {
        return graph;
    }

    public LayersAbove above() {
        return above;
    }

    /** The classes; pictures of a class without an output count as pictures of no known class. */
    public PictureClasses classes() {
        return classes;
    }

    /** How many logits the network has. */
    public int logits() {
        return graph.shape(graph.logits().name()).channels();
    }

    /** Index of the output that stands for a class of pictures; negative when there is none. */
    public int output(final int pictureClass) {
        return outputs[pictureClass];
    }

    /** Why nothing can be said of a filter and a class, in a sentence for the user; empty when something can. */
    public Optional<String> obstacle() {
        if (classes.count() == 0) {
            return Optional.of("the pictures have no classes");
        }
        if (Arrays.stream(outputs).allMatch(output -> output < 0)) {
            return Optional.of("no class of the pictures (%s) is named like an output of the network (%s)".formatted(some(classes.names()),
                    some(labels)));
        }
        if (graph.shape(graph.logits().name()).hasMaps()) {
            return Optional.of("the network ends in maps (layer '%s', %s), not in one value a class".formatted(graph.logits().name(),
                    graph.shape(graph.logits().name())));
        }
        if (!above.reachLogits()) {
            return Optional.of("the logits (layer '%s') do not depend on layer '%s'".formatted(graph.logits().name(), above.layer()));
        }
        return Optional.empty();
    }

    private static String some(final List<String> names) {
        final String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED ? first + ", …" : first;
    }
}
