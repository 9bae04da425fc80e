package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Arithmetic;
import org.filterscope.engine.graph.Arithmetic.Affine;
import org.filterscope.engine.graph.Arithmetic.LocalResponseNormalization;
import org.filterscope.engine.graph.Arithmetic.Maximum;
import org.filterscope.engine.graph.Arithmetic.Mean;
import org.filterscope.engine.graph.Arithmetic.Multiply;
import org.filterscope.engine.graph.Arithmetic.ParametricRelu;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Operator.ZeroPadding;
import org.filterscope.engine.graph.Rearrangement;
import org.filterscope.engine.graph.Rearrangement.Cropping;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.TransposedConvolution;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One node made ready for ND4J: its weights lie in native memory until closed. */
abstract class Nd4jOperation implements AutoCloseable {

    /**
     * Computes into {@code result}, {@code [image, channel, row, col]}.
     *
     * @return {@code result}
     */
    abstract INDArray run(List<INDArray> inputs, INDArray result);

    /** Whether the result may overwrite the only input. */
    boolean inPlace() {
        return false;
    }

    @Override
    public void close() {
    }

    static Nd4jOperation of(final Operator operator, final List<Shape> inputs) {
        return switch (operator) {
            case Convolution convolution -> Nd4jConvolution.of(convolution, inputs.get(0));
            case Pooling pooling -> new Nd4jPooling(pooling, inputs.get(0));
            case BatchNormalization normalization -> Nd4jAffine.of(normalization);
            case Dense dense -> new Nd4jDense(dense);
            case Activation activation -> new Nd4jActivation(activation);
            case Arithmetic arithmetic -> arithmetic(arithmetic, inputs);
            case Rearrangement rearrangement -> rearrangement(rearrangement);
            case TransposedConvolution transposed -> throw new UnsupportedOperationException(transposed.kind());
            case Softmax softmax -> new ChannelSoftmax();
            case Add add -> new Nd4jCombination("add", 1);
            case Concatenate concatenate -> new Concatenation();
            case ZeroPadding(var padding) -> new Nd4jPadding(padding, 0);
            case GlobalPooling(var reduction) -> new GlobalReduction(reduction);
            case Flatten flatten -> new Copy();
            case Input input -> throw new IllegalArgumentException("an input computes nothing");
            case Identity identity -> throw new IllegalArgumentException("an identity computes nothing");
        };
    }

    private static Nd4jOperation arithmetic(final Arithmetic operator, final List<Shape> inputs) {
        return switch (operator) {
            case Multiply multiply -> new Nd4jCombination("multiply", 1);
            case Maximum maximum -> new Nd4jCombination("maximum", 1);
            case Mean mean -> new Nd4jCombination("add", inputs.size());
            case Affine(var factor, var summand) -> new Nd4jAffine(factor.values(), summand.values());
            case ParametricRelu(var slope) -> new Nd4jParametricRelu(slope);
            case LocalResponseNormalization normalization -> new Nd4jResponseNormalization(normalization, inputs.get(0));
        };
    }

    private static Nd4jOperation rearrangement(final Rearrangement operator) {
        return switch (operator) {
            case Cropping(var amounts) -> new Nd4jCropping(amounts);
            default -> throw new UnsupportedOperationException(operator.kind());
        };
    }

    private static final class Concatenation extends Nd4jOperation {
        @Override
        INDArray run(final List<INDArray> inputs, final INDArray result) {
            return Nd4jCall.of("concat").inputs(inputs).integers(1).into(result);
        }
    }

    /** ND4J is wrong about the softmax of four dimensions along the second, and right about three. */
    private static final class ChannelSoftmax extends Nd4jOperation {
        @Override
        INDArray run(final List<INDArray> inputs, final INDArray result) {
            final INDArray input = inputs.get(0);
            final long positions = input.size(2) * input.size(3);
            Nd4jCall.of("softmax").inputs(List.of(input.reshape(input.size(0), input.size(1), positions))).integers(1)
                    .into(result.reshape(result.size(0), result.size(1), positions));
            return result;
        }
    }

    private static final class GlobalReduction extends Nd4jOperation {
        private final Reduction reduction;

        GlobalReduction(final Reduction reduction) {
            this.reduction = reduction;
        }

        @Override
        INDArray run(final List<INDArray> inputs, final INDArray result) {
            Nd4jCall.of(reduction == Reduction.MAXIMUM ? "reduce_max" : "reduce_mean").inputs(inputs).integers(2, 3)
                    .into(result.reshape(result.size(0), result.size(1)));
            return result;
        }
    }

    /** The same values in the same order under another shape. */
    private static final class Copy extends Nd4jOperation {
        @Override
        INDArray run(final List<INDArray> inputs, final INDArray result) {
            result.reshape(inputs.get(0).shape()).assign(inputs.get(0));
            return result;
        }
    }
}
