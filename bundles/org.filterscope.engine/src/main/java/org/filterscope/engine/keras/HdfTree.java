package org.filterscope.engine.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.FloatingPoint;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.read.NumberEncoding;
import org.filterscope.engine.read.WeightBlock;

/**
 * An open HDF5 file that is not trusted: links are not followed, sizes of weights are checked before they are allocated, and errors of the
 * virtual machine while the file's structure is walked mean that the structure is broken.
 */
final class HdfTree implements AutoCloseable {
    private static final long LARGEST_WEIGHTS = 1L << 29;
    /** No deflated block grows to more than this many times its size. */
    private static final long DEFLATE_LIMIT = 1032;

    private final HdfFile hdf;
    private final long size;

    private HdfTree(final HdfFile hdf, final long size) {
        this.hdf = hdf;
        this.size = size;
    }

    /** Opens the bytes of an HDF5 file. */
    interface Source {
        HdfFile open();
    }

    /** @param size of the whole file in bytes, as it is there */
    static HdfTree open(final Source source, final long size) throws InvalidNetworkException {
        HdfFile hdf = null;
        try {
            hdf = source.open();
            final long expected = hdf.getHdfBackingStorage().getSuperblock().getEndOfFileAddress();
            if (size < expected) {
                throw new InvalidNetworkException("the HDF5 file is truncated: %d of %d bytes are there".formatted(size, expected));
            }
            return new HdfTree(hdf, size);
        } catch (final RuntimeException | VirtualMachineError e) {
            close(hdf);
            throw damaged(e);
        } catch (final InvalidNetworkException e) {
            close(hdf);
            throw e;
        }
    }

    /**
     * What stands at a path, step by step, because a path may lead through links: to another file, to a device, or round in circles.
     *
     * @param path names from the root, divided by slashes; empty for the root
     * @return null when there is nothing
     */
    Node find(final String path) throws InvalidNetworkException {
        return find(hdf, path);
    }

    /** @return null when there is nothing */
    Node find(final Group start, final String path) throws InvalidNetworkException {
        Node node = start;
        for (final String name : path.isEmpty() ? new String[0] : path.split("/")) {
            if (!(node instanceof final Group group)) {
                return null;
            }
            node = children(group).get(name);
            if (node != null && node.isLink()) {
                throw new InvalidNetworkException("'%s' is a link to elsewhere; such files are not read".formatted(name));
            }
        }
        return node;
    }

    Map<String, Node> children(final Group group) throws InvalidNetworkException {
        try {
            return group.getChildren();
        } catch (final RuntimeException | VirtualMachineError e) {
            throw damaged(e);
        }
    }

    /** The texts of an attribute; none when it is absent or holds something else. */
    List<String> texts(final Node node, final String name) throws InvalidNetworkException {
        try {
            final Attribute attribute = node.getAttributes().get(name);
            return switch (attribute == null ? null : attribute.getData()) {
                case String[] texts -> List.of(texts);
                case String text -> List.of(text);
                case null, default -> List.of();
            };
        } catch (final RuntimeException | VirtualMachineError e) {
            throw damaged(e);
        }
    }

    /**
     * Weights as they are stored.
     *
     * @param what  they are, for messages
     * @param shape what the model's description demands; 0 for a length it leaves open
     */
    Tensor read(final Dataset data, final String what, final int... shape) throws InvalidNetworkException {
        if (texts(data, "dtype").contains("bfloat16")) {
            throw new InvalidNetworkException(what + " are stored as bfloat16, which is not supported");
        }
        try {
            final int[] found = data.getDimensions();
            boolean fits = found.length == shape.length;
            for (int i = 0; fits && i < shape.length; i++) {
                fits = shape[i] == 0 || shape[i] == found[i];
            }
            if (!fits) {
                throw new InvalidNetworkException(
                        "%s have the shape %s, expected %s (0: any)".formatted(what, Arrays.toString(found), Arrays.toString(shape)));
            }
            if (data.getSize() > LARGEST_WEIGHTS || data.getSizeInBytes() / DEFLATE_LIMIT > size) {
                throw new InvalidNetworkException("%s claim %d values, more than the file can hold".formatted(what, data.getSize()));
            }
            final List<Integer> lengths = new ArrayList<>();
            Arrays.stream(found).forEach(lengths::add);
            return new Tensor(lengths, floats(found.length == 0 ? data.getData() : data.getDataFlat(), what));
        } catch (final RuntimeException | VirtualMachineError e) {
            throw damaged(e);
        }
    }

    /** Where a data set's values lie; empty when they are compressed, in pieces, or of a kind that weights are not. The place has no number yet. */
    Optional<WeightBlock> block(final Dataset data) throws InvalidNetworkException {
        try {
            if (!(data instanceof final ContiguousDataset values) || data.isEmpty() || !(data.getDataType() instanceof final FloatingPoint type)) {
                return Optional.empty();
            }
            final Optional<NumberEncoding> encoding = Stream.of(NumberEncoding.DOUBLE, NumberEncoding.FLOAT, NumberEncoding.HALF)
                    .filter(kind -> kind.size() == type.getSize()).findFirst();
            final long offset = values.getDataAddress() + hdf.getHdfBackingStorage().getUserBlockSize();
            return encoding.map(kind -> new WeightBlock(0, Math.toIntExact(data.getSize()), offset, kind, type.getByteOrder()));
        } catch (final RuntimeException e) {
            throw damaged(e);
        }
    }

    @Override
    public void close() {
        hdf.close();
    }

    static InvalidNetworkException damaged(final Throwable cause) {
        return new InvalidNetworkException("the HDF5 file is truncated or damaged", cause);
    }

    private static void close(final HdfFile hdf) {
        if (hdf != null) {
            hdf.close();
        }
    }

    private static float[] floats(final Object flat, final String what) throws InvalidNetworkException {
        return switch (flat) {
            case float[] values -> values;
            case Float value -> new float[] {value};
            case double[] values -> {
                final float[] floats = new float[values.length];
                for (int i = 0; i < values.length; i++) {
                    floats[i] = (float) values[i];
                }
                yield floats;
            }
            default -> throw new InvalidNetworkException("%s are of the type %s; expected floating-point numbers".formatted(what,
                    flat.getClass().isArray() ? flat.getClass().getComponentType() : flat.getClass().getSimpleName()));
        };
    }
}
