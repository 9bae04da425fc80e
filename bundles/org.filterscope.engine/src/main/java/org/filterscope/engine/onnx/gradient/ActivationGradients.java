package org.filterscope.engine.onnx.gradient;

import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.onnx.write.OnnxGraph;

/**
 * Gradients of functions of single values. Where a function has a kink, it is PyTorch's choice: ReLU, clipping and the hard sigmoid are flat at
 * their kinks; leaky ReLU, ELU and SELU have at 0 the slope from the left.
 */
final class ActivationGradients {
    private static final double SELU_SCALE = 1.0507009873554805;
    private static final double SELU_ALPHA = 1.6732632423543772;

    private final OnnxGraph graph;
    private final ReluRule rule;

    ActivationGradients(final OnnxGraph graph, final ReluRule rule) {
        this.graph = graph;
        this.rule = rule;
    }

    /**
     * @param x what the function saw
     * @param y what it made of it
     * @param g the gradient at y
     * @return the gradient at x
     */
    String back(final String layer, final Activation activation, final String x, final String y, final String g) {
        final Chain chain = new Chain(graph, layer + "/back");
        final double a = activation.first();
        final double b = activation.second();
        return switch (activation.function()) {
            case RELU -> rectified(chain, chain.of("Greater", y, chain.number(0)), g);
            case CLIP -> clipped(chain, a, chain.of("And", chain.of("Greater", y, chain.number(a)), chain.of("Less", y, chain.number(b))), g);
            case LEAKY_RELU -> chain.of("Where", below(chain, x), chain.of("Mul", g, chain.number(a)), g);
            case ELU -> chain.of("Mul", g, exponential(chain, x, a, 1));
            case SELU -> chain.of("Mul", g, exponential(chain, x, SELU_SCALE * SELU_ALPHA, SELU_SCALE));
            case SIGMOID -> chain.of("Mul", g, chain.of("Mul", y, chain.oneMinus(y)));
            case TANH -> chain.of("Mul", g, chain.oneMinus(chain.of("Mul", y, y)));
            case SOFTPLUS -> chain.of("Mul", g, chain.of("Sigmoid", x));
            case SOFTSIGN -> chain.of("Div", g, square(chain, chain.of("Add", chain.of("Abs", x), chain.number(1))));
            case GELU -> chain.of("Mul", g, gelu(chain, x));
            case SWISH -> chain.of("Mul", g, swish(chain, x));
            case MISH -> chain.of("Mul", g, mish(chain, x));
            case HARD_SIGMOID -> chain.of("Where", rising(chain, x, a, b), chain.of("Mul", g, chain.number(a)), chain.number(0));
            case HARD_SWISH -> hardSwish(chain, x, a, b, g);
        };
    }

    /** A function that is the identity above zero and nothing below follows the rule for rectifiers. */
    private String clipped(final Chain chain, final double low, final String inside, final String g) {
        return low == 0 ? rectified(chain, inside, g) : chain.of("Where", inside, g, chain.number(0));
    }

    private String rectified(final Chain chain, final String open, final String g) {
        return switch (rule) {
            case GRADIENT -> chain.of("Where", open, g, chain.number(0));
            case GUIDED -> chain.of("Where", open, chain.of("Relu", g), chain.number(0));
            case DECONVOLUTION -> chain.of("Relu", g);
        };
    }

    private static String below(final Chain chain, final String x) {
        return chain.of("LessOrEqual", x, chain.number(0));
    }

    /** {@code factor exp(x)} up to zero, a constant above. */
    private static String exponential(final Chain chain, final String x, final double factor, final double above) {
        return chain.of("Where", below(chain, x), chain.of("Mul", chain.of("Exp", x), chain.number(factor)), chain.number(above));
    }

    /** Φ(x) + x φ(x). */
    private static String gelu(final Chain chain, final String x) {
        final String erf = chain.of("Erf", chain.of("Div", x, chain.number(Math.sqrt(2))));
        final String distribution = chain.of("Mul", chain.of("Add", erf, chain.number(1)), chain.number(0.5));
        final String bell = chain.of("Exp", chain.of("Mul", square(chain, x), chain.number(-0.5)));
        return chain.of("Add", distribution, chain.of("Mul", chain.of("Mul", x, bell), chain.number(1 / Math.sqrt(2 * Math.PI))));
    }

    /** s + x s (1 − s), s the sigmoid. */
    private static String swish(final Chain chain, final String x) {
        final String s = chain.of("Sigmoid", x);
        return chain.of("Add", s, chain.of("Mul", x, chain.of("Mul", s, chain.oneMinus(s))));
    }

    /** t + x (1 − t²) sigmoid(x), t the tanh of softplus. */
    private static String mish(final Chain chain, final String x) {
        final String t = chain.of("Tanh", chain.of("Softplus", x));
        final String slope = chain.of("Mul", chain.oneMinus(square(chain, t)), chain.of("Sigmoid", x));
        return chain.of("Add", t, chain.of("Mul", x, slope));
    }

    private static String hardSwish(final Chain chain, final String x, final double a, final double b, final String g) {
        final String sigmoid = chain.of(chain.call("HardSigmoid", x).with("alpha", (float) a).with("beta", (float) b));
        final String slope = chain.of("Where", rising(chain, x, a, b), chain.of("Mul", x, chain.number(a)), chain.number(0));
        return chain.of("Mul", g, chain.of("Add", sigmoid, slope));
    }

    /** Where a x + b is strictly between 0 and 1. */
    private static String rising(final Chain chain, final String x, final double a, final double b) {
        final String line = chain.of("Add", chain.of("Mul", x, chain.number(a)), chain.number(b));
        return chain.of("And", chain.of("Greater", line, chain.number(0)), chain.of("Less", line, chain.number(1)));
    }

    private static String square(final Chain chain, final String x) {
        return chain.of("Mul", x, x);
    }
}
