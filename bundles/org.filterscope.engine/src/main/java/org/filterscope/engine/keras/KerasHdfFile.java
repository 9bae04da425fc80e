package org.filterscope.engine.keras;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.read.WeightBlock;

/** A model in one HDF5 file: the description is an attribute, and each layer of the model has a group with a list of its weights' names. */
final class KerasHdfFile implements KerasFile {
    private final HdfTree tree;
    private final Node root;
    private final Group weights;

    private KerasHdfFile(final HdfTree tree, final Node root, final Group weights) {
        this.tree = tree;
        this.root = root;
        this.weights = weights;
    }

    static KerasHdfFile open(final Path file) throws InvalidNetworkException {
        final HdfTree tree;
        try {
            final long size = Files.size(file);
            tree = HdfTree.open(size > Integer.MAX_VALUE ? () -> new HdfFile(file) : mapped(file, size), size);
        } catch (final IOException e) {
            throw HdfTree.damaged(e);
        }
        try {
            final Node root = tree.find("");
            final Node weights = tree.find("model_weights");
            return new KerasHdfFile(tree, root, weights instanceof final Group group ? group : (Group) root);
        } catch (final InvalidNetworkException e) {
            tree.close();
            throw e;
        }
    }

    /** In a mapped file the library takes parts of what is there, and allocates nothing that the file only claims. */
    private static HdfTree.Source mapped(final Path file, final long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            final ByteBuffer bytes = channel.map(MapMode.READ_ONLY, 0, size);
            return () -> HdfFile.fromByteBuffer(bytes);
        }
    }

    @Override
    public String format() {
        return "Keras HDF5";
    }

    @Override
    public String configuration() throws InvalidNetworkException {
        final List<String> texts = tree.texts(root, "model_config");
        if (texts.isEmpty()) {
            throw new InvalidNetworkException("holds weights but no model (no model_config); save the whole model with model.save(…)");
        }
        return String.join("", texts);
    }

    @Override
    public KerasVersion version() throws InvalidNetworkException {
        return KerasVersion.of(String.join("", tree.texts(root, "keras_version")));
    }

    @Override
    public boolean has(final KerasLayer layer, final String role) throws InvalidNetworkException {
        return find(layer, role) != null;
    }

    @Override
    public Tensor weights(final KerasLayer layer, final String role, final int... shape) throws InvalidNetworkException {
        final Dataset data = find(layer, role);
        if (data == null) {
            throw new InvalidNetworkException("layer '%s' has no weights '%s'".formatted(layer.name(), role));
        }
        return tree.read(data, "weights '%s' of layer '%s'".formatted(role, layer.name()), shape);
    }

    @Override
    public Optional<WeightBlock> block(final KerasLayer layer, final String role) throws InvalidNetworkException {
        return tree.block(find(layer, role));
    }

    @Override
    public Optional<String> entry() {
        return Optional.empty();
    }

    @Override
    public void close() {
        tree.close();
    }

    /** By the list that Keras keeps for each layer: names of the data sets need not repeat the layer's. */
    private Dataset find(final KerasLayer layer, final String role) throws InvalidNetworkException {
        final List<String> path = layer.place().names();
        if (!(tree.find(weights, path.get(0)) instanceof final Group group)) {
            return null;
        }
        final List<String> fitting = new ArrayList<>();
        for (final String name : weightNames(group)) {
            if (plain(name).equals(role) || plain(name).endsWith("/" + role)) {
                fitting.add(name);
            }
        }
        final String name = path.size() == 1 ? fitting.stream().findFirst().orElse(null) : ofNested(layer, role, fitting);
        return name != null && tree.find(group, name) instanceof final Dataset data ? data : null;
    }

    /**
     * A nested model keeps the weights of all its layers in one group. Keras 3 tells the whole way to each, Keras 2 only the layer's name
     * and what scopes it was made in.
     */
    private static String ofNested(final KerasLayer layer, final String role, final List<String> names) throws InvalidNetworkException {
        final List<String> path = layer.place().names();
        for (int from = 0; from < path.size(); from++) {
            final String wanted = String.join("/", path.subList(from, path.size())) + "/" + role;
            final List<String> exact = names.stream().filter(name -> plain(name).equals(wanted)).toList();
            if (exact.size() == 1) {
                return exact.get(0);
            }
        }
        for (int from = 1; from < path.size(); from++) {
            final String wanted = "/" + String.join("/", path.subList(from, path.size())) + "/" + role;
            final List<String> ending = names.stream().filter(name -> plain(name).endsWith(wanted)).toList();
            if (ending.size() == 1) {
                return ending.get(0);
            }
            if (ending.size() > 1) {
                throw new InvalidNetworkException("the weights '%s' of layer '%s' can be any of %s".formatted(role, layer.name(), ending));
            }
        }
        return null;
    }

    /** Without TensorFlow's number of the output. */
    private static String plain(final String name) {
        return name.replaceFirst(":\\d+$", "");
    }

    /** Lists of more than 64 kB are split into {@code weight_names0}, {@code weight_names1}, …. */
    private List<String> weightNames(final Group group) throws InvalidNetworkException {
        final List<String> names = new ArrayList<>(tree.texts(group, "weight_names"));
        for (int i = 0; ; i++) {
            final List<String> more = tree.texts(group, "weight_names" + i);
            if (more.isEmpty()) {
                return names;
            }
            names.addAll(more);
        }
    }
}
