package org.filterscope.engine.onnx.write;

import org.filterscope.engine.graph.Operator.Activation;

/** The nodes that compute functions of single values: ONNX's own where there is one, else composed of them. */
final class ActivationNodes {
    private final OnnxGraph graph;

    ActivationNodes(final OnnxGraph graph) {
        this.graph = graph;
    }

    OnnxCall apply(final String layer, final Activation activation, final String x) {
        final float a = (float) activation.first();
        final float b = (float) activation.second();
        return switch (activation.function()) {
            case RELU -> graph.call("Relu", x);
            case LEAKY_RELU -> graph.call("LeakyRelu", x).with("alpha", a);
            case ELU -> graph.call("Elu", x).with("alpha", a);
            case SELU -> graph.call("Selu", x);
            case GELU -> graph.call("Mul", graph.call("Mul", x, normalDistribution(graph, layer, x)).to(layer + "/twice"), graph.number(0.5));
            case SIGMOID -> graph.call("Sigmoid", x);
            case HARD_SIGMOID -> hardSigmoid(x, a, b);
            case TANH -> graph.call("Tanh", x);
            case SOFTPLUS -> graph.call("Softplus", x);
            case SOFTSIGN -> graph.call("Softsign", x);
            case SWISH -> graph.call("Mul", x, graph.call("Sigmoid", x).to(layer + "/sigmoid"));
            case HARD_SWISH -> hardSwish(layer, x, a, b);
            case MISH -> graph.call("Mul", x, tanhOfSoftplus(graph, layer, x));
            case CLIP -> graph.call("Clip", x, graph.number(a), graph.number(b));
        };
    }

    private OnnxCall hardSigmoid(final String x, final float a, final float b) {
        return graph.call("HardSigmoid", x).with("alpha", a).with("beta", b);
    }

    private OnnxCall hardSwish(final String layer, final String x, final float a, final float b) {
        return a == 1 / 6f && b == 0.5f ? graph.call("HardSwish", x)
                : graph.call("Mul", x, hardSigmoid(x, a, b).to(layer + "/sigmoid"));
    }

    /** {@code 1 + erf(x / √2)}: twice the normal distribution function. */
    static String normalDistribution(final OnnxGraph graph, final String layer, final String x) {
        final String scaled = graph.call("Div", x, graph.number(Math.sqrt(2))).to(layer + "/scaled");
        return graph.call("Add", graph.call("Erf", scaled).to(layer + "/erf"), graph.number(1)).to(layer + "/distribution");
    }

    static String tanhOfSoftplus(final OnnxGraph graph, final String layer, final String x) {
        return graph.call("Tanh", graph.call("Softplus", x).to(layer + "/softplus")).to(layer + "/tanh");
    }
}
