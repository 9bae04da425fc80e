package org.filterscope.engine.nd4j;

import static org.filterscope.engine.nd4j.Nd4jActivation.call;
import static org.filterscope.engine.nd4j.Nd4jActivation.times;

import org.filterscope.engine.graph.Operator.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Derivatives of the functions. Where a function has a kink, it is PyTorch's choice: ReLU, clipping and the hard sigmoid are flat at their kinks;
 * leaky ReLU, ELU and SELU have at 0 the slope from the left.
 */
final class Nd4jDerivative {
    private static final double SELU_SCALE = 1.0507009873554805;
    private static final double SELU_ALPHA = 1.6732632423543772;

    private Nd4jDerivative() {
    }

    /**
     * @param kept   the function's result or its input, as {@link Nd4jActivation#kept()} says
     * @param result the derivative
     */
    static INDArray compute(final Activation activation, final INDArray kept, final INDArray result) {
        final double a = activation.first();
        final double b = activation.second();
        result.assign(kept);
        return switch (activation.function()) {
            case RELU -> Nd4jMask.positive(result);
            case CLIP -> inside(kept, a, b, result);
            case SIGMOID -> times(result.rsubi(1), kept);
            case HARD_SIGMOID -> inside(kept, 0, 1, result).muli(a);
            case TANH -> times(result, kept).rsubi(1);
            case LEAKY_RELU -> piecewise(kept, result.assign(a));
            case ELU -> piecewise(kept, exponential(result).muli(a));
            case SELU -> piecewise(kept, exponential(result).muli(SELU_ALPHA)).muli(SELU_SCALE);
            case GELU -> gelu(kept, result);
            case SOFTPLUS -> call("sigmoid", kept, result);
            case SOFTSIGN -> Transforms.pow(Transforms.abs(result, false).addi(1), -2, false);
            case SWISH -> swish(kept, result);
            case HARD_SWISH -> hardSwish(kept, a, b, result);
            case MISH -> mish(kept, result);
        };
    }

    /** 1 between the bounds, 0 at and beyond them. */
    private static INDArray inside(final INDArray y, final double low, final double high, final INDArray result) {
        Nd4jMask.positive(result.subi(low));
        try (INDArray room = Nd4jArrays.like(y)) {
            return Nd4jMask.keepWherePositive(room.assign(y).rsubi(high), result);
        }
    }

    /** 1 above zero, what {@code result} holds elsewhere. */
    private static INDArray piecewise(final INDArray x, final INDArray result) {
        try (INDArray positive = Nd4jArrays.like(x)) {
            Nd4jMask.dropWherePositive(positive.assign(x), result);
            return result.addi(positive.rsubi(1));
        }
    }

    /** exp(min(x, 0)), in place. */
    private static INDArray exponential(final INDArray x) {
        return Transforms.exp(call("clipbyvalue", x, x, -Float.MAX_VALUE, 0), false);
    }

    /** Φ(x) + x φ(x), φ the normal density. */
    private static INDArray gelu(final INDArray x, final INDArray result) {
        Transforms.exp(times(result, x).muli(-0.5), false);
        times(result, x).divi(Math.sqrt(2 * Math.PI));
        try (INDArray distribution = Nd4jArrays.like(x)) {
            return result.addi(Nd4jActivation.normalDistribution(x, distribution));
        }
    }

    /** s (1 + x (1 − s)), s the sigmoid. */
    private static INDArray swish(final INDArray x, final INDArray result) {
        try (INDArray sigmoid = Nd4jArrays.like(x)) {
            call("sigmoid", x, sigmoid);
            times(result.assign(sigmoid).rsubi(1), x).addi(1);
            return times(result, sigmoid);
        }
    }

    /** h + a x h', h the hard sigmoid. */
    private static INDArray hardSwish(final INDArray x, final double a, final double b, final INDArray result) {
        try (INDArray hard = Nd4jArrays.like(x); INDArray slope = Nd4jArrays.like(x)) {
            Nd4jActivation.hardSigmoid(x, hard, a, b);
            times(inside(hard, 0, 1, slope.assign(hard)).muli(a), x);
            return result.assign(hard).addi(slope);
        }
    }

    /** t + x s (1 − t²), s the sigmoid and t = tanh(softplus(x)). */
    private static INDArray mish(final INDArray x, final INDArray result) {
        try (INDArray sigmoid = Nd4jArrays.like(x); INDArray tanh = Nd4jArrays.like(x)) {
            call("tanh", Nd4jActivation.softplus(x, tanh), tanh);
            times(times(result.assign(tanh), tanh).rsubi(1), x);
            return times(result, call("sigmoid", x, sigmoid)).addi(tanh);
        }
    }
}
