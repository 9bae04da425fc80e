package org.filterscope.engine.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import onnx.Onnx.NodeProto;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.onnx.read.Constant.Floats;
import org.filterscope.engine.onnx.read.Constant.Integers;
import org.filterscope.engine.read.RefusedException;

/** One ONNX node that is being read: its settings, what is known of its inputs, and where its layer goes. */
final class Call {
    private final String name;
    private final NodeProto node;
    private final Attributes attributes;
    private final List<Optional<Value>> inputs;
    private final Layers layers;
    private final ModelContext model;

    /** @param inputs empty where an optional one is left out */
    Call(final String name, final NodeProto node, final ModelContext model, final List<Optional<Value>> inputs, final Layers layers) {
        this.name = name;
        this.node = node;
        this.model = model;
        this.attributes = new Attributes(node);
        this.inputs = List.copyOf(inputs);
        this.layers = layers;
    }

    /** The layer's name. */
    String name() {
        return name;
    }

    String operator() {
        return node.getOpType();
    }

    int opset() {
        return model.opset();
    }

    /** Whether this node adds the bias of the layer below it, which nobody else looks at. */
    boolean isBias() {
        return model.biases().contains(node);
    }

    /** How many images the model wants at a time; {@link Integers#IMAGES} when that is open. */
    long images() {
        return model.images();
    }

    /** How many values the constants may have that are computed while reading. */
    long room() {
        return model.room();
    }

    TensorValues tensors() {
        return model.tensors();
    }

    Attributes attributes() {
        return attributes;
    }

    Layers layers() {
        return layers;
    }

    int inputs() {
        return inputs.size();
    }

    int outputs() {
        return node.getOutputCount();
    }

    /** Empty when it is left out. */
    Optional<Value> input(final int index) {
        return index < inputs.size() ? inputs.get(index) : Optional.empty();
    }

    View view(final int index) throws RefusedException {
        if (input(index).orElse(null) instanceof View view) {
            return view;
        }
        throw new RefusedException("its input %d should be maps or vectors of the network, not a constant".formatted(index));
    }

    /** The input as {@code [image, channel, row, col]}. */
    View maps(final int index) throws RefusedException {
        return layers.maps(view(index));
    }

    /** Constant input, absent when left out. */
    Optional<Constant> constant(final int index) throws RefusedException {
        final Optional<Value> value = input(index);
        if (value.isPresent() && !(value.get() instanceof Constant)) {
            throw new RefusedException("its input %d is computed from the picture; only constants are supported there".formatted(index));
        }
        return value.map(Constant.class::cast);
    }

    Optional<Floats> floats(final int index) throws RefusedException {
        final Optional<Constant> constant = constant(index);
        if (constant.isPresent() && !(constant.get() instanceof Floats)) {
            throw new RefusedException("its input %d should be real numbers, not whole ones".formatted(index));
        }
        return constant.map(Floats.class::cast);
    }

    /** Weights that must be there. */
    Tensor tensor(final int index, final int dimensions) throws RefusedException {
        final Floats floats = floats(index).orElseThrow(() -> new RefusedException("its input %d is missing".formatted(index)));
        if (floats.dims().size() != dimensions) {
            throw new RefusedException("its weights have the shape %s, %d dimensions are expected".formatted(floats.dims(), dimensions));
        }
        return new Tensor(floats.dims(), floats.values());
    }

    /** Whole numbers from an input. */
    Optional<long[]> integers(final int index) throws RefusedException {
        final Optional<Constant> constant = constant(index);
        if (constant.isPresent() && !(constant.get() instanceof Integers)) {
            throw new RefusedException("its input %d should be whole numbers".formatted(index));
        }
        return constant.map(Integers.class::cast).map(Integers::values);
    }

    /** Whole numbers that older operator sets keep in a setting and newer ones in an input. */
    Optional<long[]> integers(final String attribute, final int index) throws RefusedException {
        final Optional<long[]> setting = attributes.wide(attribute);
        return setting.isPresent() ? setting : integers(index);
    }

    /** Adds this node's layer. */
    String append(final Operator operator, final String... from) throws RefusedException {
        return layers.append(name, operator, from);
    }

    /** Adds this node's layer over one input, arranged as that is; for operators that work value by value. */
    View appendOver(final Operator operator, final View input) throws RefusedException {
        return input.over(append(operator, input.layer()));
    }

    /** Adds this node's layer over maps. */
    View appendMaps(final Operator operator, final View input) throws RefusedException {
        return result(append(operator, input.layer()));
    }

    /** A layer as {@code [image, channel, row, col]}. */
    View result(final String layer) {
        return View.maps(layer, layers.shape(layer));
    }

    Shape shape(final View view) {
        return layers.shape(view.layer());
    }

    /** A dimension's number among those without the images; negative ones count from the end. */
    static int dimension(final long axis, final View view) throws RefusedException {
        final int rank = view.dims().size() + 1;
        final long dimension = axis < 0 ? axis + rank : axis;
        if (dimension < 0 || dimension >= rank) {
            throw new RefusedException("it works along dimension %d of an input of %d dimensions".formatted(axis, rank));
        }
        if (dimension == 0) {
            throw new RefusedException("it works across images");
        }
        return (int) dimension - 1;
    }

    /** What each dimension of an input is; maps are made of it where it is neither. */
    List<Axis> axes(final View view) throws RefusedException {
        return view.axes().orElseThrow(() -> new RefusedException("its input is a reshaped array that is neither maps nor a vector"));
    }

    /** The input with each dimension one whole axis. */
    View pure(final int index) throws RefusedException {
        final View view = view(index);
        if (view.axes().isPresent()) {
            return view;
        }
        return view.dims().size() == 1 ? layers.vector(view) : layers.maps(view);
    }

    /** Sorted numbers of dimensions. */
    static List<Integer> dimensions(final long[] axes, final View view) throws RefusedException {
        final List<Integer> dimensions = new ArrayList<>();
        for (final long axis : axes) {
            dimensions.add(dimension(axis, view));
        }
        return dimensions.stream().sorted().distinct().toList();
    }
}
