package org.filterscope.engine.keras;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.read.WeightBlock;
import org.filterscope.engine.read.ZippedModel;

/**
 * A model saved as {@code .keras}: a zip with the description ({@code config.json}), the version that wrote it ({@code metadata.json}) and the
 * weights ({@code model.weights.h5}), which are numbered, not named. The weights stay in memory, outside the Java heap.
 */
final class KerasArchive implements KerasFile {
    private static final String CONFIGURATION = "config.json";
    private static final String METADATA = "metadata.json";
    private static final String WEIGHTS = "model.weights.h5";

    private final String configuration;
    private final String metadata;
    private final HdfTree tree;

    private KerasArchive(final String configuration, final String metadata, final HdfTree tree) {
        this.configuration = configuration;
        this.metadata = metadata;
        this.tree = tree;
    }

    static KerasArchive open(final Path file) throws InvalidNetworkException {
        try (ZippedModel zip = ZippedModel.open(file)) {
            final ZipEntry configuration = zip.entry(CONFIGURATION);
            if (configuration == null) {
                throw new InvalidNetworkException("the zip holds no Keras model (no %s)".formatted(CONFIGURATION));
            }
            final ZipEntry metadata = zip.entry(METADATA);
            final ZipEntry weights = zip.entry(WEIGHTS);
            if (weights == null) {
                throw new InvalidNetworkException("the zip has no %s; weights as .npz or in several files are not supported".formatted(WEIGHTS));
            }
            final String description = zip.text(configuration);
            final String origin = metadata == null ? "" : zip.text(metadata);
            final ByteBuffer bytes = bytes(zip, weights);
            return new KerasArchive(description, origin, HdfTree.open(() -> HdfFile.fromByteBuffer(bytes), weights.getSize()));
        }
    }

    @Override
    public String format() {
        return "Keras archive";
    }

    @Override
    public String configuration() {
        return configuration;
    }

    @Override
    public KerasVersion version() {
        try {
            final JsonElement version = JsonParser.parseString(metadata).getAsJsonObject().get("keras_version");
            return KerasVersion.of(version.getAsString());
        } catch (final RuntimeException e) {
            // The first versions with this format.
            return new KerasVersion(2, 12);
        }
    }

    @Override
    public boolean has(final KerasLayer layer, final String role) {
        return KerasRoles.of(layer).contains(role);
    }

    @Override
    public Tensor weights(final KerasLayer layer, final String role, final int... shape) throws InvalidNetworkException {
        return tree.read(find(layer, role), "weights '%s' of layer '%s'".formatted(role, layer.name()), shape);
    }

    @Override
    public Optional<WeightBlock> block(final KerasLayer layer, final String role) throws InvalidNetworkException {
        return tree.block(find(layer, role));
    }

    @Override
    public Optional<String> entry() {
        return Optional.of(WEIGHTS);
    }

    @Override
    public void close() {
        tree.close();
    }

    private Dataset find(final KerasLayer layer, final String role) throws InvalidNetworkException {
        if (!(tree.find(group(layer), "vars/" + KerasRoles.of(layer).indexOf(role)) instanceof final Dataset data)) {
            throw new InvalidNetworkException("layer '%s' has no weights '%s'".formatted(layer.name(), role));
        }
        return data;
    }

    /** Where a layer's weights stand. Newer versions also tell the layer's name there. */
    private Group group(final KerasLayer layer) throws InvalidNetworkException {
        Node node = tree.find("");
        for (final NumberedName step : layer.place().numbered()) {
            node = node instanceof final Group group ? step(group, step) : null;
        }
        if (!(node instanceof final Group group)) {
            throw new InvalidNetworkException("there are no weights for layer '%s'".formatted(layer.name()));
        }
        final List<String> own = layer.place().names();
        final Node variables = tree.find(group, "vars");
        final List<String> told = variables == null ? List.of() : tree.texts(variables, "name");
        if (!told.isEmpty() && !told.get(0).equals(own.getLast())) {
            throw new InvalidNetworkException(
                    "the weights at the place of layer '%s' are those of '%s'".formatted(layer.name(), told.get(0)));
        }
        return group;
    }

    private Node step(final Group model, final NumberedName step) throws InvalidNetworkException {
        if (tree.find(model, "layers") instanceof final Group layers) {
            return tree.find(layers, step.text());
        }
        // Versions up to 2.14. Some of them counted layers with weights twice, so only the order is sure.
        if (tree.find(model, "_layer_checkpoint_dependencies") instanceof final Group layers) {
            final List<NumberedName> stored = tree.children(layers).keySet().stream().map(NumberedName::of)
                    .filter(name -> name.word().equals(step.word())).sorted().toList();
            return step.number() < stored.size() ? tree.find(layers, stored.get(step.number()).text()) : null;
        }
        return null;
    }

    private static ByteBuffer bytes(final ZippedModel zip, final ZipEntry entry) throws InvalidNetworkException {
        if (entry.getSize() > Integer.MAX_VALUE) {
            throw new InvalidNetworkException("%s has %d bytes; models of more than 2 GB are not supported".formatted(WEIGHTS, entry.getSize()));
        }
        final ByteBuffer bytes = ByteBuffer.allocateDirect((int) entry.getSize());
        try (CheckedInputStream checked = new CheckedInputStream(zip.stream(entry), new CRC32());
                ReadableByteChannel channel = Channels.newChannel(checked)) {
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until full or the entry ends
            }
            if (bytes.hasRemaining() || checked.getChecksum().getValue() != entry.getCrc()) {
                throw new InvalidNetworkException("the weights are damaged (their size or checksum is wrong)");
            }
        } catch (final IOException e) {
            throw ZippedModel.damaged(e);
        }
        return bytes.flip();
    }
}
