package org.filterscope.engine.onnx.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorShapeProto.Dimension;
import onnx.Onnx.ValueInfoProto;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.onnx.read.Constant.Integers;

/**
 * The network's input.
 *
 * @param name         of the value
 * @param shape        of one picture, or of a vector
 * @param channelsLast whether the array is {@code [image, row, col, channel]}
 * @param images       at a time; {@link Integers#IMAGES} when that is open
 * @param vector       whether the array is {@code [image, value]}
 */
record GraphInput(String name, Shape shape, boolean channelsLast, long images, boolean vector) {
    private static final Set<Long> COLOURS = Set.of(1L, 3L, 4L);
    private static final Set<String> CHANNELS_FIRST = Set.of("Conv", "ConvTranspose", "MaxPool", "AveragePool", "GlobalAveragePool",
            "GlobalMaxPool", "BatchNormalization", "LRN");
    private static final Set<String> TRANSPARENT = Set.of("Identity", "Cast", "Sub", "Add", "Mul", "Div", "Pad", "Dropout", "Clip", "Relu",
            "Neg", "Resize", "Slice", "Concat", "Gather");

    static GraphInput of(final ValueInfoProto input, final Optional<Size> size, final Wiring wiring) throws InvalidNetworkException {
        final String name = LayerNames.clean(input.getName());
        final List<Dimension> dims = input.getType().getTensorType().getShape().getDimList();
        if (!input.getType().hasTensorType() || dims.size() != 4 && dims.size() != 2) {
            throw new InvalidNetworkException("the input '%s' has %d dimensions; expected are pictures [image, channel, row, col], or vectors"
                    .formatted(name, dims.size()));
        }
        final long images = dims.get(0).getDimValue() > 0 ? dims.get(0).getDimValue() : Integers.IMAGES;
        if (dims.size() == 2) {
            return new GraphInput(input.getName(), shape(name, fixed(name, dims.get(1)), 1, 1), false, images, true);
        }
        final boolean last = isChannelsLast(input.getName(), dims, wiring);
        final long channels = fixed(name, dims.get(last ? 3 : 1));
        final long rows = length(name, dims.get(last ? 1 : 2), size.map(Size::rows));
        final long cols = length(name, dims.get(last ? 2 : 3), size.map(Size::cols));
        return new GraphInput(input.getName(), shape(name, channels, rows, cols), last, images, false);
    }

    /** How the array lies over the input layer. */
    View view(final String layer) {
        if (vector) {
            return View.vector(layer, shape);
        }
        return channelsLast ? View.pure(layer, shape, List.of(Axis.ROWS, Axis.COLS, Axis.CHANNELS)) : View.maps(layer, shape);
    }

    /** The first node that cares tells; where none does, colours are few and sides are long. */
    private static boolean isChannelsLast(final String name, final List<Dimension> dims, final Wiring wiring) {
        final Deque<String> open = new ArrayDeque<>(List.of(name));
        final Set<String> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            for (final NodeProto node : wiring.takers(open.remove())) {
                if (CHANNELS_FIRST.contains(node.getOpType())) {
                    return false;
                }
                if (node.getOpType().equals("Transpose") && node.getAttributeCount() > 0) {
                    return node.getAttribute(0).getIntsList().equals(List.of(0L, 3L, 1L, 2L));
                }
                if (TRANSPARENT.contains(node.getOpType())) {
                    node.getOutputList().stream().filter(seen::add).forEach(open::add);
                }
            }
        }
        final long first = dims.get(1).getDimValue();
        final long last = dims.get(3).getDimValue();
        return COLOURS.contains(last) && !COLOURS.contains(first) && (first < 1 || first > last);
    }

    private static Shape shape(final String name, final long channels, final long rows, final long cols) throws InvalidNetworkException {
        if (channels > Short.MAX_VALUE * 32L || rows > Short.MAX_VALUE || cols > Short.MAX_VALUE || channels * rows * cols > 1L << 28) {
            throw new InvalidNetworkException("the input '%s' would have %d channels of %d × %d pixels".formatted(name, channels, rows, cols));
        }
        return new Shape((int) channels, (int) rows, (int) cols);
    }

    private static long fixed(final String name, final Dimension dimension) throws InvalidNetworkException {
        if (dimension.getDimValue() < 1) {
            throw new InvalidNetworkException("the input '%s' leaves its number of channels open".formatted(name));
        }
        return dimension.getDimValue();
    }

    private static long length(final String name, final Dimension dimension, final Optional<Integer> configured) throws InvalidNetworkException {
        final long length = dimension.getDimValue();
        if (length < 1) {
            return configured.orElseThrow(() -> new InvalidNetworkException(("the model leaves the size of its input '%s' open; give it: "
                    + "'input: { size: [rows, columns] }' in a configuration, --size ROWSxCOLS for inspect").formatted(name)));
        }
        if (configured.isPresent() && configured.get() != length) {
            throw new InvalidNetworkException("the model's input has %d pixels along one side, the configuration's 'input: size' says %d"
                    .formatted(length, configured.get()));
        }
        return length;
    }
}
