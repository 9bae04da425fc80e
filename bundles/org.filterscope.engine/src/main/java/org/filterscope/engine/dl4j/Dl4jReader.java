package org.filterscope.engine.dl4j;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.read.ModelReader;
import org.filterscope.engine.read.NumberedModel;
import org.filterscope.engine.read.RefusedException;
import org.filterscope.engine.read.UnsupportedLayerException;
import org.filterscope.engine.read.UnsupportedLayerException.Refusal;

/** Reads Deeplearning4j models, MultiLayerNetwork and ComputationGraph, from zips ({@code model.save(…)}, ModelSerializer). */
public final class Dl4jReader implements ModelReader {
    static final String FORMAT = "Deeplearning4j zip";

    /** From the model's description and the open coefficients. */
    private interface Reading<T> {
        T of(Dl4jFile model, Dl4jTopology topology, Coefficients coefficients) throws InvalidNetworkException;
    }

    @Override
    public NetworkGraph read(final Path file, final Optional<Size> size) throws InvalidNetworkException {
        return open(file, (model, topology, coefficients) -> graph(file, topology, size, coefficients));
    }

    @Override
    public NumberedModel places(final Path file, final Optional<Size> size, final List<Tensor> wanted) throws InvalidNetworkException {
        return open(file, (model, topology, coefficients) -> {
            final NetworkGraph places = graph(file, topology, size, coefficients.numbered());
            return new NumberedModel(places, List.of(model.block(coefficients.header())), Optional.of(Dl4jFile.COEFFICIENTS));
        });
    }

    private static NetworkGraph graph(final Path file, final Dl4jTopology topology, final Optional<Size> size, final Coefficients coefficients)
            throws InvalidNetworkException {
        final Dl4jGraph graph = new Dl4jGraph(new Dl4jInput(topology, size), coefficients);
        final List<Refusal> refusals = build(topology, graph);
        if (!refusals.isEmpty()) {
            throw new UnsupportedLayerException(file.toString(), refusals);
        }
        coefficients.finish();
        return graph.nodes().upTo(topology.output());
    }

    private static <T> T open(final Path file, final Reading<T> reading) throws InvalidNetworkException {
        try (Dl4jFile model = Dl4jFile.open(file)) {
            final Dl4jTopology topology = Dl4jTopology.read(model.configuration());
            try (Coefficients coefficients = model.coefficients()) {
                return reading.of(model, topology, coefficients);
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
