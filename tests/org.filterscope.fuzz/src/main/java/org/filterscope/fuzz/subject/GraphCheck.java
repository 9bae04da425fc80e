package org.filterscope.fuzz.subject;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.OperatorWeights;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.read.ModelReader;

/** What must be true of every network that was read, however damaged the file. */
record GraphCheck(Path file) {
    /** Of one layer: 1 GiB of float32, as documented in docs/hostile-files.md. */
    private static final long LARGEST_LAYER = 1L << 28;

    /**
     * Reads the model, its receptive fields and the places of its weights.
     *
     * @throws AssertionError when the network contradicts itself
     */
    void read() throws InvalidInputException {
        final Optional<Size> size = Optional.empty();
        final ModelReader reader = new NetworkReader().of(file);
        final NetworkGraph graph = reader.read(file, size);
        for (final Node node : graph.nodes()) {
            final Shape shape = graph.shape(node.name());
            check(shape.size() <= LARGEST_LAYER && shape.size() > 0, "%s has the shape %s".formatted(node.name(), shape));
            check(graph.node(node.name()).orElseThrow() == node, node.name() + " is not found by its name");
            for (final String input : node.inputs()) {
                graph.shape(input);
            }
        }
        check(graph.deciding() != null && graph.logits() != null && graph.output() == graph.nodes().getLast(), "the output is not the last layer");
        try {
            new ReceptiveFields(graph);
        } catch (final InvalidInputException e) {
            // Told without the file's name: the caller adds it.
            check(e.getMessage().lines().count() == 1, e.getMessage());
        }
        final List<Tensor> weights = graph.nodes().stream().flatMap(node -> OperatorWeights.of(node.operator()).stream()).toList();
        reader.places(file, size, weights.isEmpty() ? List.of() : List.of(weights.getLast()));
    }

    private static void check(final boolean holds, final String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
