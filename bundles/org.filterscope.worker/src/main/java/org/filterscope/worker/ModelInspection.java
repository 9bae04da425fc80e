package org.filterscope.worker;

import java.nio.file.Path;
import java.util.Optional;

import org.filterscope.analysis.run.NetworkLayers;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.core.protocol.InspectionRequest;
import org.filterscope.core.protocol.InspectionResult;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.graph.Shape;

/** What a client that is going to write a configuration wants to know of a network. */
final class ModelInspection {
    /** Large enough for any classifier of photographs. */
    private static final Size TRIAL = new Size(224, 224);

    private ModelInspection() {
    }

    static InspectionResult of(final InspectionRequest request) throws InvalidNetworkException {
        final Path model = Path.of(request.model());
        final Optional<Size> size = request.rows() > 0 && request.cols() > 0 ? Optional.of(new Size(request.rows(), request.cols())) : Optional.empty();
        try {
            return result(new NetworkReader().read(model, size), false);
        } catch (final InvalidNetworkException e) {
            if (size.isPresent()) {
                throw e;
            }
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

    private static InspectionResult result(final NetworkGraph graph, final boolean open) throws InvalidNetworkException {
        final Shape input = graph.input();
        return new InspectionResult(graph.format(), input.channels(), open ? 0 : input.rows(), open ? 0 : input.cols(),
                graph.shape(graph.output().name()).channels(),
                new NetworkLayers(graph, new ReceptiveFields(graph)).rows());
    }
}
