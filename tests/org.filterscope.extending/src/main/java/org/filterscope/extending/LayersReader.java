package org.filterscope.extending;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.read.ModelReader;
import org.filterscope.engine.read.NumberedModel;
import org.filterscope.engine.read.RefusedException;
import org.filterscope.engine.read.UnsupportedLayerException;
import org.filterscope.engine.read.UnsupportedLayerException.Refusal;

/** Reads networks written as text, a layer a line: its name, its operator, numbers. Each layer takes the one above it. */
public final class LayersReader implements ModelReader {
    /** Bytes; a file is untrusted, and its size is known before anything is allocated. */
    private static final int LARGEST = 1 << 20;

    @Override
    public NetworkGraph read(final Path file, final Optional<Size> size) throws InvalidNetworkException {
        return graph(file, new LayerLine.Weights());
    }

    /** Numbers in a text have no places of a fixed length, so none can be written: every weight stands at place 0, which is none. */
    @Override
    public NumberedModel places(final Path file, final Optional<Size> size, final List<Tensor> wanted) throws InvalidNetworkException {
        return new NumberedModel(graph(file, new LayerLine.NoPlaces()), List.of(), Optional.empty());
    }

    private static NetworkGraph graph(final Path file, final LayerLine.Numbers numbers) throws InvalidNetworkException {
        final List<Node> nodes = new ArrayList<>();
        final List<Refusal> refusals = new ArrayList<>();
        int channels = 0;
        for (final String text : text(file).lines().filter(line -> !line.isBlank()).toList()) {
            final LayerLine line = LayerLine.of(text);
            try {
                final Operator operator = line.operator(channels, numbers);
                nodes.add(new Node(line.name(), operator, nodes.isEmpty() ? List.of() : List.of(nodes.getLast().name())));
                channels = line.channels(channels);
            } catch (final RefusedException e) {
                refusals.add(new Refusal(line.name(), line.kind(), e.getMessage()));
            }
        }
        if (!refusals.isEmpty()) {
            throw new UnsupportedLayerException(file.toString(), refusals);
        }
        return new NetworkGraph("Layers", nodes);
    }

    private static String text(final Path file) throws InvalidNetworkException {
        try (InputStream stream = Files.newInputStream(file)) {
            final byte[] bytes = stream.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new InvalidNetworkException("%s: has more than %d bytes; networks as text are smaller".formatted(file, LARGEST));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new InvalidNetworkException("%s: cannot be read (%s)".formatted(file, e.getClass().getSimpleName()), e);
        }
    }
}
