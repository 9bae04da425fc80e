package org.filterscope.worker;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.core.protocol.InspectionResult;
import org.filterscope.core.protocol.InspectionResult.InspectedLayer;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Shape;

/** What a client that is going to write a configuration wants to know of a network. */
final class ModelInspection {
    /** Large enough for any classifier of photographs. */
    private static final Size TRIAL = new Size(224, 224);

    private ModelInspection() {
    }

    static InspectionResult of(final Path model) throws InvalidNetworkException {
        try {
            return result(new NetworkReader().read(model, Optional.empty()), false);
        } catch (final InvalidNetworkException e) {
            return result(readOpen(model, e), true);
        }
    }

    /** A network that can be read as soon as it is given a size leaves its size open. */
    private static NetworkGraph readOpen(final Path model, final InvalidNetworkException without) throws InvalidNetworkException {
        try {
            return new NetworkReader().read(model, Optional.of(TRIAL));
        } catch (final InvalidNetworkException e) {
            throw without;
        }
    }

    private static InspectionResult result(final NetworkGraph graph, final boolean open) {
        final Shape input = graph.input();
        final List<InspectedLayer> layers = graph.nodes().stream().map(node -> {
            final Shape shape = graph.shape(node.name());
            return new InspectedLayer(node.name(), node.operator().kind(), shape.channels(), shape.rows(), shape.cols());
        }).toList();
        return new InspectionResult(graph.format(), input.channels(), open ? 0 : input.rows(), open ? 0 : input.cols(),
                graph.shape(graph.output().name()).channels(), layers);
    }
}
