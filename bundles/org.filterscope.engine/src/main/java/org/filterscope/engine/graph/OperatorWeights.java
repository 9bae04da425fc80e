package org.filterscope.engine.graph;

import java.util.List;

import org.filterscope.engine.graph.Arithmetic.Affine;
import org.filterscope.engine.graph.Arithmetic.ParametricRelu;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;

/** The weights of operators. */
public final class OperatorWeights {

    private OperatorWeights() {
    }

    /** All weights of an operator, biases and statistics of training among them, always in the same order. */
    public static List<Tensor> of(final Operator operator) {
        return switch (operator) {
            case final Convolution convolution -> List.of(convolution.weights(), convolution.bias());
            case final TransposedConvolution convolution -> List.of(convolution.weights(), convolution.bias());
            case final Dense dense -> List.of(dense.weights(), dense.bias());
            case final BatchNormalization normal -> List.of(normal.gamma(), normal.beta(), normal.mean(), normal.variance());
            case final Affine affine -> List.of(affine.factor(), affine.summand());
            case final ParametricRelu relu -> List.of(relu.slope());
            default -> List.of();
        };
    }
}
