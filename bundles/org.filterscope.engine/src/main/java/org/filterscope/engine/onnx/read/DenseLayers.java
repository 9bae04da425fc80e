package org.filterscope.engine.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;
import org.filterscope.engine.onnx.read.Constant.Floats;
import org.filterscope.engine.read.RefusedException;

/** Fully connected layers. */
final class DenseLayers {
    static final Map<String, Build> OPERATORS = Map.of(
            "Gemm", Build.one(DenseLayers::gemm),
            "MatMul", Build.one(DenseLayers::product));

    private DenseLayers() {
    }

    private static View gemm(final Call call) throws RefusedException {
        final Attributes attributes = call.attributes();
        if (attributes.integer("transA", 0) != 0) {
            throw new RefusedException("its input is transposed, which mixes images");
        }
        final View input = call.layers().vector(call.view(0));
        final Tensor given = call.tensor(1, 2);
        final Tensor weights = scaled(attributes.integer("transB", 0) != 0 ? given : transposed(given), attributes.number("alpha", 1));
        final Tensor bias = bias(call.floats(2), weights.length(0), attributes.number("beta", 1));
        final String layer = call.append(new Dense(weights, bias), input.layer());
        return View.vector(layer, call.layers().shape(layer));
    }

    /** On vectors a dense layer; on maps whose last dimension is the channels, a convolution with a kernel of one position. */
    private static View product(final Call call) throws RefusedException {
        final View input = call.pure(0);
        final List<Axis> axes = call.axes(input);
        final Tensor given = call.tensor(1, 2);
        if (axes.isEmpty()) {
            throw new RefusedException("it multiplies single numbers; only products along channels are supported");
        }
        if (axes.getLast() != Axis.CHANNELS) {
            throw new RefusedException("it multiplies along the columns of maps; only products along channels are supported");
        }
        final Tensor weights = transposed(given);
        final Tensor bias = new Tensor(List.of(weights.length(0)), new float[weights.length(0)]);
        final Operator operator = input.shape().hasMaps()
                ? new Convolution(new Tensor(List.of(weights.length(0), weights.length(1), 1, 1), weights.values()), bias,
                        new Window(1, 1, 1, 1, 1, 1, Padding.NONE))
                : new Dense(weights, bias);
        final String layer = call.append(operator, input.layer());
        final List<List<Factor>> dims = new ArrayList<>(input.dims());
        dims.set(dims.size() - 1, List.of(Axis.CHANNELS.whole(call.layers().shape(layer))));
        return new View(layer, call.layers().shape(layer), dims, layer);
    }

    private static Tensor bias(final Optional<Floats> given, final int outputs, final double factor) throws RefusedException {
        final Floats bias = given.orElseGet(() -> new Floats(List.of(), new float[1]));
        final int last = bias.dims().isEmpty() ? 1 : bias.dims().getLast();
        if (last != bias.size() || last != 1 && last != outputs) {
            throw new RefusedException("its bias has the shape %s, one number for each of %d outputs is expected".formatted(bias.dims(), outputs));
        }
        final float[] values = bias.size() == 1 ? Activations.filled(outputs, bias.values()[0]) : bias.values();
        return scaled(new Tensor(List.of(outputs), values), factor);
    }

    private static Tensor scaled(final Tensor tensor, final double factor) {
        if (factor == 1) {
            return tensor;
        }
        final float[] values = tensor.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= (float) factor;
        }
        return new Tensor(tensor.shape(), values);
    }

    private static Tensor transposed(final Tensor tensor) {
        final int rows = tensor.length(0);
        final int cols = tensor.length(1);
        final float[] values = new float[tensor.values().length];
        for (int row = 0; row < rows; row++) {
            for (int col = 0; col < cols; col++) {
                values[col * rows + row] = tensor.values()[row * cols + col];
            }
        }
        return new Tensor(List.of(cols, rows), values);
    }
}
