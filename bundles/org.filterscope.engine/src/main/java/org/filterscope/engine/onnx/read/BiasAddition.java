package org.filterscope.engine.onnx.read;

import java.util.List;

import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.TransposedConvolution;

/** Puts a bias that the exporter left as an addition of its own back into its layer, where a person looks for it. */
final class BiasAddition {

    private BiasAddition() {
    }

    static boolean fits(final Call call, final View input) {
        final Operator operator = call.layers().operator(input.layer());
        return operator instanceof Dense || operator instanceof Convolution || operator instanceof TransposedConvolution;
    }

    static View into(final Call call, final View input, final float[] summand) {
        final Operator operator = switch (call.layers().operator(input.layer())) {
            case Dense(var weights, var bias) -> new Dense(weights, sum(bias, summand));
            case Convolution(var weights, var bias, var window, var groups) -> new Convolution(weights, sum(bias, summand), window, groups);
            case TransposedConvolution(var weights, var bias, var window, var rows, var cols, var groups) ->
                new TransposedConvolution(weights, sum(bias, summand), window, rows, cols, groups);
            default -> throw new IllegalStateException(input.layer());
        };
        call.layers().replace(input.layer(), operator);
        return input;
    }

    private static Tensor sum(final Tensor bias, final float[] summand) {
        if (summand.length != bias.length(0)) {
            throw new IllegalArgumentException("it adds %d numbers to %d channels".formatted(summand.length, bias.length(0)));
        }
        final float[] sum = bias.values().clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += summand[i];
        }
        return new Tensor(List.of(sum.length), sum);
    }
}
