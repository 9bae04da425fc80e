package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Operator.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A function of single values, from native operations. */
final class Nd4jActivation extends Nd4jOperation {
    private final Activation activation;

    Nd4jActivation(final Activation activation) {
        this.activation = activation;
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        final INDArray x = inputs.get(0);
        final double a = activation.first();
        final double b = activation.second();
        return switch (activation.function()) {
            case RELU -> call("relu", x, result, 0);
            case LEAKY_RELU -> call("lrelu", x, result, a);
            case ELU -> call("elu", x, result, a);
            case SELU -> call("selu", x, result);
            case GELU -> times(normalDistribution(x, result), x);
            case SIGMOID -> call("sigmoid", x, result);
            case HARD_SIGMOID -> hardSigmoid(x, result, a, b);
            case TANH -> call("tanh", x, result);
            case SOFTPLUS -> softplus(x, result);
            case SOFTSIGN -> call("softsign", x, result);
            case SWISH -> times(call("sigmoid", x, result), x);
            case HARD_SWISH -> times(hardSigmoid(x, result, a, b), x);
            case MISH -> times(call("tanh", softplus(x, result), result), x);
            case CLIP -> call("clipbyvalue", x, result, a, b);
        };
    }

    /** Functions that need the input again after they began to write the result cannot overwrite it. */
    @Override
    boolean inPlace() {
        return switch (activation.function()) {
            case SWISH, HARD_SWISH, MISH, GELU, SOFTPLUS -> false;
            default -> true;
        };
    }

    /** The result where it says enough, because the next layer's input is most often kept anyway. */
    @Override
    Kept kept() {
        return switch (activation.function()) {
            case RELU, CLIP, SIGMOID, HARD_SIGMOID, TANH -> Kept.RESULT;
            default -> Kept.INPUTS;
        };
    }

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        try (INDArray derivative = Nd4jArrays.like(gradient)) {
            Nd4jDerivative.compute(activation, kept.get(0), derivative);
            return Nd4jCall.of("multiply").inputs(List.of(gradient, derivative)).into(into);
        }
    }

    @Override
    boolean backwardInPlace() {
        return true;
    }

    static INDArray hardSigmoid(final INDArray x, final INDArray result, final double a, final double b) {
        x.muli(a, result).addi(b);
        return call("clipbyvalue", result, result, 0, 1);
    }

    /** {@code max(x, 0) + log(1 + exp(−|x|))}: ND4J's own operation overflows from 89 on. */
    static INDArray softplus(final INDArray x, final INDArray result) {
        Transforms.abs(result.assign(x), false).negi();
        call("softplus", result, result);
        try (INDArray positive = Nd4jArrays.like(x)) {
            return result.addi(call("relu", x, positive, 0));
        }
    }

    /** Φ(x) = 0.5 (1 + erf(x / √2)). */
    static INDArray normalDistribution(final INDArray x, final INDArray result) {
        x.muli(Math.sqrt(0.5), result);
        Nd4j.getExecutioner().exec(new Erf(result, result));
        return result.addi(1).muli(0.5);
    }

    static INDArray times(final INDArray result, final INDArray x) {
        return Nd4jCall.of("multiply").inputs(List.of(result, x)).into(result);
    }

    static INDArray call(final String name, final INDArray x, final INDArray result, final double... numbers) {
        return Nd4jCall.of(name).inputs(List.of(x)).numbers(numbers).into(result);
    }
}
