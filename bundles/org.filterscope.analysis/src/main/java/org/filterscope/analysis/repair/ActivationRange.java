package org.filterscope.analysis.repair;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

import org.filterscope.engine.graph.Operator.Activation;

/** Activations as functions of one number, and what to put in to get a value out. */
final class ActivationRange {
    private static final double FAR = 200;
    private static final int HALVINGS = 200;
    /** Functions that come near a value and never reach it reach it in float32. */
    private static final double NEAR = 1e-30;
    private static final double SELU_SCALE = 1.0507009873554805;
    private static final double SELU_ALPHA = 1.6732632423543772;

    private ActivationRange() {
    }

    /** Empty for a function that Java does not have: GELU. */
    static Optional<DoubleUnaryOperator> function(final Activation activation) {
        final double a = activation.first();
        final double b = activation.second();
        return Optional.ofNullable(switch (activation.function()) {
            case RELU -> x -> Math.max(x, 0);
            case LEAKY_RELU -> x -> x > 0 ? x : a * x;
            case ELU -> x -> x > 0 ? x : a * Math.expm1(x);
            case SELU -> x -> SELU_SCALE * (x > 0 ? x : SELU_ALPHA * Math.expm1(x));
            case GELU -> null;
            case SIGMOID -> ActivationRange::sigmoid;
            case HARD_SIGMOID -> x -> Math.min(Math.max(a * x + b, 0), 1);
            case TANH -> Math::tanh;
            case SOFTPLUS -> ActivationRange::softplus;
            case SOFTSIGN -> x -> x / (1 + Math.abs(x));
            case SWISH -> x -> x * sigmoid(x);
            case HARD_SWISH -> x -> x * Math.min(Math.max(a * x + b, 0), 1);
            case MISH -> x -> x * Math.tanh(softplus(x));
            case CLIP -> x -> Math.min(Math.max(x, a), b);
        });
    }

    /** A number at which the function has the value; empty when there is none. */
    static OptionalDouble inverse(final Activation activation, final double value) {
        final Optional<DoubleUnaryOperator> function = function(activation);
        if (function.isEmpty()) {
            return value == 0 ? OptionalDouble.of(0) : OptionalDouble.empty();
        }
        final DoubleUnaryOperator f = function.get();
        if (f.applyAsDouble(value) == value) {
            return OptionalDouble.of(value);
        }
        double low = lowest(activation);
        double high = Math.max(FAR, 2 * Math.abs(value));
        if (value <= f.applyAsDouble(low) || value >= f.applyAsDouble(high)) {
            final double end = value <= f.applyAsDouble(low) ? low : high;
            return Math.abs(f.applyAsDouble(end) - value) <= NEAR ? OptionalDouble.of(end) : OptionalDouble.empty();
        }
        for (int i = 0; i < HALVINGS; i++) {
            final double middle = (low + high) / 2;
            if (f.applyAsDouble(middle) < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }

    /** From here on the function never falls. */
    private static double lowest(final Activation activation) {
        return switch (activation.function()) {
            case SWISH -> -1.278464542761074;
            case MISH -> -1.192431261211;
            case HARD_SWISH -> -activation.second() / (2 * activation.first());
            default -> -FAR;
        };
    }

    private static double sigmoid(final double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double softplus(final double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
