package org.filterscope.engine.dl4j;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.read.RefusedException;
import org.filterscope.engine.read.UnsupportedLayerException;
import org.filterscope.engine.read.UnsupportedLayerException.Refusal;

/** Reads Deeplearning4j models, MultiLayerNetwork and ComputationGraph, from zips ({@code model.save(…)}, ModelSerializer). */
public final class Dl4jReader {
    static final String FORMAT = "Deeplearning4j zip";

    /**
     * @param file the model
     * @param size of the input, for models that leave it open
     * @throws UnsupportedLayerException when layers cannot be read; it lists them all
     * @throws InvalidNetworkException   when the file is damaged or the model is of another kind
     */
    public NetworkGraph read(final Path file, final Optional<Size> size) throws InvalidNetworkException {
        try (Dl4jFile model = Dl4jFile.open(file)) {
            final Dl4jTopology topology = Dl4jTopology.read(model.configuration());
            try (Coefficients coefficients = model.coefficients()) {
                final Dl4jGraph graph = new Dl4jGraph(new Dl4jInput(topology, size), coefficients);
                final List<Refusal> refusals = build(topology, graph);
                if (!refusals.isEmpty()) {
                    throw new UnsupportedLayerException(file.toString(), refusals);
                }
                coefficients.finish();
                return graph.nodes().upTo(topology.output());
            }
        } catch (final UnsupportedLayerException e) {
            throw e;
        } catch (final InvalidNetworkException e) {
            throw new InvalidNetworkException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static List<Refusal> build(final Dl4jTopology topology, final Dl4jGraph graph) throws InvalidNetworkException {
        final List<Refusal> refusals = new ArrayList<>();
        for (final Dl4jLayer layer : topology.layers()) {
            try {
                if (refusals.isEmpty()) {
                    graph.add(layer);
                } else {
                    Dl4jGraph.checkSupported(layer);
                }
            } catch (final RefusedException e) {
                refusals.add(new Refusal(layer.name(), layer.kind(), e.getMessage()));
            }
        }
        return refusals;
    }
}
