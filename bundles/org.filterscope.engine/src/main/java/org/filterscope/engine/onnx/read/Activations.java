package org.filterscope.engine.onnx.read;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.filterscope.engine.graph.Arithmetic.ParametricRelu;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.onnx.read.Constant.Floats;
import org.filterscope.engine.read.RefusedException;

/** Functions of every single value. */
final class Activations {
    static final Map<String, Build> OPERATORS = Map.ofEntries(
            entry("Relu", simple(Function.RELU)), entry("Sigmoid", simple(Function.SIGMOID)), entry("Tanh", simple(Function.TANH)),
            entry("Softplus", simple(Function.SOFTPLUS)), entry("Softsign", simple(Function.SOFTSIGN)),
            entry("Mish", simple(Function.MISH)),
            entry("LeakyRelu", with(call -> new Activation(Function.LEAKY_RELU, call.attributes().number("alpha", 0.01f), 0))),
            entry("Elu", with(call -> new Activation(Function.ELU, call.attributes().number("alpha", 1), 0))),
            entry("HardSigmoid", with(call -> new Activation(Function.HARD_SIGMOID, call.attributes().number("alpha", 0.2f),
                    call.attributes().number("beta", 0.5)))),
            entry("HardSwish", with(call -> new Activation(Function.HARD_SWISH, 1.0 / 6, 0.5))),
            entry("Selu", with(Activations::selu)), entry("Celu", with(Activations::celu)), entry("Gelu", with(Activations::gelu)),
            entry("Swish", with(Activations::swish)), entry("Clip", with(Activations::clip)),
            entry("PRelu", Build.one(Activations::parametricRelu)));

    private static final double SELU_ALPHA = 1.6732632423543772;
    private static final double SELU_GAMMA = 1.0507009873554805;

    private Activations() {
    }

    /** Makes the operator of a node. */
    private interface Make {
        Operator make(Call call) throws RefusedException;
    }

    private static Build with(final Make make) {
        return Build.one(call -> call.appendOver(make.make(call), call.view(0)));
    }

    private static Build simple(final Function function) {
        return with(call -> new Activation(function));
    }

    /** No bounds at all, a ReLU, or a clip; a missing bound is the largest number. */
    static Operator clip(final double low, final double high) {
        final double least = Math.max(low, -Float.MAX_VALUE);
        final double most = Math.min(high, Float.MAX_VALUE);
        if (most == Float.MAX_VALUE) {
            return least == 0 ? new Activation(Function.RELU)
                    : least == -Float.MAX_VALUE ? new Identity() : new Activation(Function.CLIP, least, most);
        }
        return new Activation(Function.CLIP, least, most);
    }

    private static Operator clip(final Call call) throws RefusedException {
        final double low = call.attributes().number("min", bound(call, 1).orElse(-Double.MAX_VALUE));
        return clip(low, call.attributes().number("max", bound(call, 2).orElse(Double.MAX_VALUE)));
    }

    private static Optional<Double> bound(final Call call, final int index) throws RefusedException {
        final Optional<Floats> floats = call.floats(index);
        if (floats.isPresent() && floats.get().size() != 1) {
            throw new RefusedException("its bound is no single number");
        }
        return floats.map(value -> (double) value.values()[0]);
    }

    private static Operator selu(final Call call) throws RefusedException {
        final double alpha = call.attributes().number("alpha", SELU_ALPHA);
        final double gamma = call.attributes().number("gamma", SELU_GAMMA);
        if (Math.abs(alpha - SELU_ALPHA) > 1e-3 || Math.abs(gamma - SELU_GAMMA) > 1e-3) {
            throw new RefusedException("only the usual constants are supported, not alpha %s and gamma %s".formatted(alpha, gamma));
        }
        return new Activation(Function.SELU);
    }

    private static Operator celu(final Call call) throws RefusedException {
        final double alpha = call.attributes().number("alpha", 1);
        if (alpha != 1) {
            throw new RefusedException("only alpha 1 is supported, not %s".formatted(alpha));
        }
        return new Activation(Function.ELU, 1, 0);
    }

    private static Operator gelu(final Call call) throws RefusedException {
        final String approximation = call.attributes().text("approximate", "none");
        if (!approximation.equals("none")) {
            throw new RefusedException("the approximation '%s' is not supported, only the exact function".formatted(approximation));
        }
        return new Activation(Function.GELU);
    }

    private static Operator swish(final Call call) throws RefusedException {
        final double alpha = call.attributes().number("alpha", 1);
        if (alpha != 1) {
            throw new RefusedException("only alpha 1 is supported, not %s".formatted(alpha));
        }
        return new Activation(Function.SWISH);
    }

    private static View parametricRelu(final Call call) throws RefusedException {
        final View input = call.pure(0);
        final Floats slope = call.floats(1).orElseThrow(() -> new RefusedException("it has no slopes"));
        return call.appendOver(new ParametricRelu(Tensor.vector(Spread.overChannels(slope, input, call.axes(input)))), input);
    }

    /** An array of one number. */
    static float[] filled(final int length, final float value) {
        final float[] values = new float[length];
        Arrays.fill(values, value);
        return values;
    }
}
