package org.filterscope.engine.onnx.gradient;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.engine.graph.Arithmetic;
import org.filterscope.engine.graph.Arithmetic.Affine;
import org.filterscope.engine.graph.Arithmetic.LocalResponseNormalization;
import org.filterscope.engine.graph.Arithmetic.Maximum;
import org.filterscope.engine.graph.Arithmetic.Mean;
import org.filterscope.engine.graph.Arithmetic.Multiply;
import org.filterscope.engine.graph.Arithmetic.ParametricRelu;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.NormalizationFolding;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.onnx.write.ForwardNodes;
import org.filterscope.engine.onnx.write.OnnxGraph;
import org.filterscope.engine.onnx.write.Value;

/** Gradients of operators that combine values position by position. */
final class ArithmeticGradients {
    private final OnnxGraph graph;
    private final ForwardNodes forward;

    ArithmeticGradients(final OnnxGraph graph, final ForwardNodes forward) {
        this.graph = graph;
        this.forward = forward;
    }

    Value back(final Node node, final Arithmetic operator, final int input, final Value g) {
        final String layer = node.name();
        final Chain chain = new Chain(graph, layer + "/back");
        return switch (operator) {
            case Multiply multiply -> spread(layer, g.named(others(chain, node, input, g)), forward.maps(node, input).shape());
            case Maximum maximum -> g.named(chain.of("Where", highest(chain, node, input), g.name(), chain.number(0)));
            case Mean mean -> g.named(chain.of("Mul", g.name(), chain.number(1.0 / node.inputs().size())));
            case Affine affine -> g.named(chain.of("Mul", g.name(), graph.channels(layer + "/factor", false, affine.factor().values())));
            case ParametricRelu(var slope) -> {
                final String below = chain.of("Mul", g.name(), graph.channels(layer + "/slope", false, slope.values()));
                yield g.named(chain.of("Where", chain.of("LessOrEqual", forward.maps(node, 0).name(), chain.number(0)), below, g.name()));
            }
            case LocalResponseNormalization normalization -> g.named(responses(chain, layer, normalization, forward.maps(node, 0), g));
        };
    }

    /** The gradient summed over what an input was spread over. */
    Value spread(final String layer, final Value g, final Shape input) {
        final List<Long> axes = new ArrayList<>();
        if (input.channels() < g.shape().channels()) {
            axes.add(1L);
        }
        if (input.rows() < g.shape().rows()) {
            axes.add(2L);
        }
        if (input.cols() < g.shape().cols()) {
            axes.add(3L);
        }
        return axes.isEmpty() ? g : new Value(graph.call("ReduceSum", g.name(),
                graph.integers(axes.stream().mapToLong(Long::longValue).toArray())).with("keepdims", 1L).to(layer + "/back"), input, false);
    }

    Value normalized(final String layer, final BatchNormalization normalization, final Value g) {
        final double[] exact = NormalizationFolding.factors(normalization);
        final float[] factors = new float[exact.length];
        for (int c = 0; c < factors.length; c++) {
            factors[c] = (float) exact[c];
        }
        final String factor = graph.channels(layer + "/factor", g.flat(), factors);
        return g.named(graph.call("Mul", g.name(), factor).to(layer + "/back"));
    }

    /** y (g − Σ g y); of the logarithm, g − y Σ g; the sums over the channels. */
    String softmax(final String layer, final boolean logarithmic, final Value y, final Value g) {
        final Chain chain = new Chain(graph, layer + "/back");
        if (logarithmic) {
            return chain.of("Sub", g.name(), chain.of("Mul", chain.of("Exp", y.name()), overChannels(chain, g.name())));
        }
        final String sum = overChannels(chain, chain.of("Mul", g.name(), y.name()));
        return chain.of("Mul", y.name(), chain.of("Sub", g.name(), sum));
    }

    private String overChannels(final Chain chain, final String x) {
        return chain.of(chain.call("ReduceSum", x, graph.integers(1)).with("keepdims", 1L));
    }

    /** The gradient times all inputs but one. */
    private String others(final Chain chain, final Node node, final int input, final Value g) {
        String product = g.name();
        for (int i = 0; i < node.inputs().size(); i++) {
            if (i != input) {
                product = chain.of("Mul", product, forward.maps(node, i).name());
            }
        }
        return product;
    }

    /** Where an input is higher than all before it and not lower than those after it: of equal ones the first counts. */
    private String highest(final Chain chain, final Node node, final int input) {
        final String x = forward.maps(node, input).name();
        String highest = chain.of("Equal", x, graph.maps(forward.result(node.name())).name());
        for (int i = 0; i < input; i++) {
            highest = chain.of("And", highest, chain.of("Less", forward.maps(node, i).name(), x));
        }
        return highest;
    }

    /**
     * With s the bias plus alpha times the sum of squares: {@code g s^−beta − 2 alpha beta x Σ g x s^(−beta − 1)}, the sum over the channels in
     * whose sums x is. Sums over neighbours are 1 × 1 convolutions with a band of ones.
     */
    private String responses(final Chain chain, final String layer, final LocalResponseNormalization normalization, final Value x,
            final Value g) {
        final int channels = x.shape().channels();
        final String band = graph.weights(layer + "/band", List.of(channels, channels, 1, 1), () -> band(channels, normalization.size() / 2));
        final String squares = chain.of("Conv", chain.of("Mul", x.name(), x.name()), band);
        final String s = chain.of("Add", chain.of("Mul", squares, chain.number(normalization.alpha())), chain.number(normalization.bias()));
        final String scaled = chain.of("Mul", g.name(), chain.of("Pow", s, chain.number(-normalization.beta())));
        final String sum = chain.of("Conv", chain.of("Div", chain.of("Mul", scaled, x.name()), s), band);
        final String neighbours = chain.of("Mul", chain.of("Mul", x.name(), sum), chain.number(2 * normalization.alpha() * normalization.beta()));
        return chain.of("Sub", scaled, neighbours);
    }

    private static float[] band(final int channels, final int reach) {
        final float[] band = new float[Math.multiplyExact(channels, channels)];
        for (int to = 0; to < channels; to++) {
            for (int from = Math.max(0, to - reach); from <= Math.min(channels - 1, to + reach); from++) {
                band[to * channels + from] = 1;
            }
        }
        return band;
    }
}
