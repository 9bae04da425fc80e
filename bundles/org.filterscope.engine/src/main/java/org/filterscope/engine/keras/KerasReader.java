package org.filterscope.engine.keras;

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

/** Reads Keras models from HDF5 files ({@code model.save("….h5")}) and archives ({@code model.save("….keras")}). */
public final class KerasReader implements ModelReader {

    @Override
    public NetworkGraph read(final Path file, final Optional<Size> size) throws InvalidNetworkException {
        try (KerasFile model = open(file)) {
            return read(file, model, size);
        }
    }

    @Override
    public NumberedModel places(final Path file, final Optional<Size> size, final List<Tensor> wanted) throws InvalidNetworkException {
        try (NumberedKerasFile model = new NumberedKerasFile(open(file))) {
            return new NumberedModel(read(file, model, size), model.blocks(), model.entry());
        }
    }

    private static KerasFile open(final Path file) throws InvalidNetworkException {
        try {
            return KerasFile.open(file);
        } catch (final InvalidNetworkException e) {
            throw named(file, e);
        }
    }

    private static NetworkGraph read(final Path file, final KerasFile model, final Optional<Size> size) throws InvalidNetworkException {
        try {
            final List<KerasLayer> layers = KerasTopology.read(model.configuration());
            final List<Refusal> refusals = new ArrayList<>();
            final KerasGraph graph = new KerasGraph(model, size, KerasFormat.of(layers));
            for (final KerasLayer layer : layers) {
                try {
                    if (refusals.isEmpty()) {
                        graph.add(layer);
                    } else {
                        KerasGraph.checkSupported(layer);
                    }
                } catch (final RefusedException e) {
                    refusals.add(new Refusal(layer.name(), layer.kind(), e.getMessage()));
                } catch (final RuntimeException e) {
                    // Gson tells a value of an unexpected kind in many ways.
                    refusals.add(new Refusal(layer.name(), layer.kind(), "its settings cannot be understood (%s)".formatted(e.getMessage())));
                }
            }
            if (!refusals.isEmpty()) {
                throw new UnsupportedLayerException(file.toString(), refusals);
            }
            return graph.finish();
        } catch (final UnsupportedLayerException e) {
            throw e;
        } catch (final InvalidNetworkException e) {
            throw named(file, e);
        }
    }

    private static InvalidNetworkException named(final Path file, final InvalidNetworkException failure) {
        return new InvalidNetworkException("%s: %s".formatted(file, failure.getMessage()), failure);
    }
}
