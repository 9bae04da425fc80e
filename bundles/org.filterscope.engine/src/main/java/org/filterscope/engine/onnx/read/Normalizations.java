package org.filterscope.engine.onnx.read;

import java.util.Map;

import org.filterscope.engine.graph.Arithmetic.LocalResponseNormalization;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.read.RefusedException;

/** Layers that bring values to a common scale. */
final class Normalizations {
    /** From here on the softmax is taken along one dimension; before, over all dimensions from the given one on. */
    private static final int ONE_DIMENSION = 13;

    static final Map<String, Build> OPERATORS = Map.of(
            "BatchNormalization", Build.one(Normalizations::batch),
            "LRN", Build.one(Normalizations::localResponse),
            "Softmax", Build.one(call -> softmax(call, false)),
            "LogSoftmax", Build.one(call -> softmax(call, true)));

    private Normalizations() {
    }

    private static View batch(final Call call) throws RefusedException {
        if (call.attributes().integer("training_mode", 0) != 0) {
            throw new RefusedException("it was exported in training mode; export the model in evaluation mode");
        }
        if (call.attributes().integer("spatial", 1) == 0) {
            throw new RefusedException("normalizing every position on its own is not supported");
        }
        final View given = call.view(0);
        final View input = given.dims().size() == 1 ? call.layers().vector(given) : call.layers().maps(given);
        final Tensor gamma = call.tensor(1, 1);
        final Tensor beta = call.tensor(2, 1);
        final Tensor mean = call.tensor(3, 1);
        final Tensor variance = call.tensor(4, 1);
        if (!gamma.shape().equals(beta.shape()) || !gamma.shape().equals(mean.shape()) || !gamma.shape().equals(variance.shape())) {
            throw new RefusedException("its weights have different lengths: %s, %s, %s, %s".formatted(gamma.shape(), beta.shape(), mean.shape(),
                    variance.shape()));
        }
        return call.appendOver(new BatchNormalization(gamma, beta, mean, variance, call.attributes().number("epsilon", 1e-5f)), input);
    }

    /** ONNX divides alpha by the size, we do not. */
    private static View localResponse(final Call call) throws RefusedException {
        final Attributes attributes = call.attributes();
        final int size = attributes.integer("size", 0);
        return call.appendMaps(new LocalResponseNormalization(size, attributes.number("bias", 1), attributes.number("alpha", 1e-4f) / size,
                attributes.number("beta", 0.75)), call.maps(0));
    }

    private static View softmax(final Call call, final boolean logarithmic) throws RefusedException {
        final View input = call.pure(0);
        final boolean single = call.opset() >= ONE_DIMENSION;
        final int dimension = Call.dimension(call.attributes().integer("axis", single ? -1 : 1), input);
        final var axes = call.axes(input);
        final int end = single ? dimension + 1 : axes.size();
        for (int i = dimension; i < end; i++) {
            if (axes.get(i) != Axis.CHANNELS && axes.get(i).length(input.shape()) > 1) {
                throw new RefusedException("a softmax over positions is not supported, only over channels");
            }
        }
        if (!axes.subList(dimension, end).contains(Axis.CHANNELS)) {
            throw new RefusedException("a softmax over something else than channels is not supported");
        }
        return call.appendOver(new Softmax(logarithmic), input);
    }
}
