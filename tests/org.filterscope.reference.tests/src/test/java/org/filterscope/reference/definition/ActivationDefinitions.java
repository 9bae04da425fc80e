package org.filterscope.reference.definition;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleUnaryOperator;

import org.filterscope.engine.graph.Operator.Activation;

/** The functions of single values. */
final class ActivationDefinitions {

    private ActivationDefinitions() {
    }

    static DoubleUnaryOperator of(final Activation activation) {
        final double a = activation.first();
        final double b = activation.second();
        final DoubleUnaryOperator sigmoid = x -> 1 / (1 + Math.exp(-x));
        final DoubleUnaryOperator hardSigmoid = x -> Math.clamp(a * x + b, 0, 1);
        final DoubleUnaryOperator softplus = x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
        return switch (activation.function()) {
            case RELU -> x -> Math.max(x, 0);
            case LEAKY_RELU -> x -> x > 0 ? x : a * x;
            case ELU -> x -> x > 0 ? x : a * Math.expm1(x);
            case SELU -> x -> 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x));
            case GELU -> x -> 0.5 * x * (1 + erf(x / Math.sqrt(2)));
            case SIGMOID -> sigmoid;
            case HARD_SIGMOID -> hardSigmoid;
            case TANH -> Math::tanh;
            case SOFTPLUS -> softplus;
            case SOFTSIGN -> x -> x / (1 + Math.abs(x));
            case SWISH -> x -> x * sigmoid.applyAsDouble(x);
            case HARD_SWISH -> x -> x * hardSigmoid.applyAsDouble(x);
            case MISH -> x -> x * Math.tanh(softplus.applyAsDouble(x));
            case CLIP -> x -> Math.clamp(x, a, b);
        };
    }

    /** The series 2/√π Σ (−1)ⁿ x^(2n+1) / (n! (2n+1)) where it is exact; beyond, what is left of 1 is below any double's precision. */
    private static double erf(final double x) {
        if (Math.abs(x) > 6) {
            return Math.signum(x);
        }
        // Added up with high precision: the terms are large and cancel.
        final MathContext digits = new MathContext(40);
        final BigDecimal square = new BigDecimal(x).multiply(new BigDecimal(x), digits).negate();
        BigDecimal term = new BigDecimal(x);
        BigDecimal sum = term;
        for (int n = 1; n < 200; n++) {
            term = term.multiply(square, digits).divide(BigDecimal.valueOf(n), digits);
            sum = sum.add(term.divide(BigDecimal.valueOf(2L * n + 1), digits), digits);
        }
        return 2 / Math.sqrt(Math.PI) * sum.doubleValue();
    }
}
