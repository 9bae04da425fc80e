package org.filterscope.engine.keras;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.Tensor;

/**
 * An open Keras HDF5 file: the model's JSON and its weights. The file is not trusted: sizes of weights are checked before they are allocated,
 * and errors of the virtual machine while the file's structure is walked mean that the structure is broken.
 */
final class KerasFile implements AutoCloseable {
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final long LARGEST_WEIGHTS = 1L << 29;
    /** No deflated block grows to more than this many times its size. */
    private static final long DEFLATE_LIMIT = 1032;

    private final Path file;
    private final HdfFile hdf;
    private final Group weights;

    private KerasFile(final Path file, final HdfFile hdf, final Group weights) {
        this.file = file;
        this.hdf = hdf;
        this.weights = weights;
    }

    static KerasFile open(final Path file) throws InvalidNetworkException {
        checkSignature(file);
        HdfFile hdf = null;
        try {
            hdf = new HdfFile(file);
            final long expected = hdf.getHdfBackingStorage().getSuperblock().getEndOfFileAddress();
            if (Files.size(file) < expected) {
                throw new InvalidNetworkException(
                        "%s: the HDF5 file is truncated: %d of %d bytes are there".formatted(file, Files.size(file), expected));
            }
            final Node weights = hdf.getChildren().containsKey("model_weights") ? child(file, hdf, "model_weights") : hdf;
            return new KerasFile(file, hdf, (Group) weights);
        } catch (final RuntimeException | IOException | StackOverflowError | OutOfMemoryError e) {
            close(hdf);
            throw damaged(file, e);
        } catch (final InvalidNetworkException e) {
            close(hdf);
            throw e;
        }
    }

    /** The model's description. */
    String configuration() throws InvalidNetworkException {
        try {
            final Attribute attribute = hdf.getAttributes().get("model_config");
            if (attribute == null) {
                throw new InvalidNetworkException(
                        "%s: holds weights but no model (no model_config); save the whole model with model.save(…)".formatted(file));
            }
            final Object data = attribute.getData();
            return data instanceof final String[] texts ? String.join("", texts) : String.valueOf(data);
        } catch (final RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw damaged(file, e);
        }
    }

    /** First number of the version of Keras that wrote the file; 2 when it does not tell. */
    int version() throws InvalidNetworkException {
        try {
            final Attribute attribute = hdf.getAttributes().get("keras_version");
            final String text = attribute == null ? "" : String.valueOf(attribute.getData());
            return text.matches("\\d\\..*") ? text.charAt(0) - '0' : 2;
        } catch (final RuntimeException e) {
            throw damaged(file, e);
        }
    }

    /** Whether the file has weights for a layer under that role. */
    boolean has(final String layer, final String role) throws InvalidNetworkException {
        return find(layer, role) != null;
    }

    /**
     * Weights of a layer as they are stored.
     *
     * @param role   last part of the weights' name, for example {@code kernel}
     * @param shape  what the model's description demands; 0 for a length it leaves open
     */
    Tensor weights(final String layer, final String role, final int... shape) throws InvalidNetworkException {
        final Dataset data = find(layer, role);
        if (data == null) {
            throw new InvalidNetworkException("%s: layer '%s' has no weights '%s'".formatted(file, layer, role));
        }
        try {
            final int[] found = data.getDimensions();
            boolean fits = found.length == shape.length;
            for (int i = 0; fits && i < shape.length; i++) {
                fits = shape[i] == 0 || shape[i] == found[i];
            }
            if (!fits) {
                throw new InvalidNetworkException("%s: weights '%s' of layer '%s' have the shape %s, expected %s (0: any)".formatted(file, role,
                        layer, Arrays.toString(found), Arrays.toString(shape)));
            }
            if (data.getSize() > LARGEST_WEIGHTS || data.getSizeInBytes() / DEFLATE_LIMIT > Files.size(file)) {
                throw new InvalidNetworkException("%s: weights '%s' of layer '%s' claim %d values, more than the file can hold".formatted(file,
                        role, layer, data.getSize()));
            }
            return new Tensor(Arrays.stream(found).boxed().toList(), floats(data.getDataFlat(), layer));
        } catch (final IOException | RuntimeException e) {
            throw damaged(file, e);
        }
    }

    @Override
    public void close() {
        hdf.close();
    }

    private static void close(final HdfFile hdf) {
        if (hdf != null) {
            hdf.close();
        }
    }

    /** By the list that Keras keeps for each layer: names of the data sets need not repeat the layer's. */
    private Dataset find(final String layer, final String role) throws InvalidNetworkException {
        try {
            if (!(descend(weights, layer) instanceof final Group group)) {
                return null;
            }
            for (final String name : weightNames(group)) {
                final String last = name.substring(name.lastIndexOf('/') + 1).replaceFirst(":\\d+$", "");
                if (last.equals(role) && descend(group, name) instanceof final Dataset data) {
                    return data;
                }
            }
            return null;
        } catch (final RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw damaged(file, e);
        }
    }

    /** Step by step, because a path may lead through links: to another file, to a device, or round in circles. */
    private Node descend(final Group start, final String path) throws InvalidNetworkException {
        Node node = start;
        for (final String name : path.split("/")) {
            if (!(node instanceof final Group group)) {
                return null;
            }
            node = child(file, group, name);
        }
        return node;
    }

    private static Node child(final Path file, final Group group, final String name) throws InvalidNetworkException {
        final Node child = group.getChildren().get(name);
        if (child != null && child.isLink()) {
            throw new InvalidNetworkException("%s: '%s' is a link to elsewhere; such files are not read".formatted(file, name));
        }
        return child;
    }

    /** Lists of more than 64 kB are split into {@code weight_names0}, {@code weight_names1}, …. */
    private static List<String> weightNames(final Group group) {
        final List<String> names = new ArrayList<>();
        addNames(group.getAttributes().get("weight_names"), names);
        for (int i = 0; group.getAttributes().containsKey("weight_names" + i); i++) {
            addNames(group.getAttributes().get("weight_names" + i), names);
        }
        return names;
    }

    private static void addNames(final Attribute attribute, final List<String> names) {
        if (attribute != null && attribute.getData() instanceof final String[] texts) {
            names.addAll(List.of(texts));
        }
    }

    private static float[] floats(final Object flat, final String layer) throws InvalidNetworkException {
        return switch (flat) {
            case float[] values -> values;
            case double[] values -> {
                final float[] floats = new float[values.length];
                for (int i = 0; i < values.length; i++) {
                    floats[i] = (float) values[i];
                }
                yield floats;
            }
            default -> throw new InvalidNetworkException(
                    "weights of layer '%s' are %s; expected floating-point numbers".formatted(layer, flat.getClass().getComponentType()));
        };
    }

    private static void checkSignature(final Path file) throws InvalidNetworkException {
        final ByteBuffer start = ByteBuffer.allocate(HDF5.length);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            while (start.hasRemaining() && channel.read(start) >= 0) {
                // until full or the file ends
            }
        } catch (final IOException e) {
            throw new InvalidNetworkException("%s: cannot be read (%s)".formatted(file, e.getClass().getSimpleName()), e);
        }
        if (Arrays.equals(start.array(), HDF5)) {
            return;
        }
        if (Arrays.equals(start.array(), 0, ZIP.length, ZIP, 0, ZIP.length)) {
            throw new InvalidNetworkException("%s: is a ZIP archive, not an HDF5 file; expected a Keras model saved as .h5".formatted(file));
        }
        throw new InvalidNetworkException("%s: is not an HDF5 file; expected a Keras model saved as .h5".formatted(file));
    }

    private static InvalidNetworkException damaged(final Path file, final Throwable cause) {
        return new InvalidNetworkException("%s: the HDF5 file is truncated or damaged".formatted(file), cause);
    }
}
