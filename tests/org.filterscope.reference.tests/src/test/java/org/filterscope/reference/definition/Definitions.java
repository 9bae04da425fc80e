package org.filterscope.reference.definition;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

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
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
import org.filterscope.engine.graph.Rearrangement.Cropping;
import org.filterscope.engine.graph.Rearrangement.Reshape;
import org.filterscope.engine.graph.Rearrangement.Resize;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.TransposedConvolution;

/** What each operator makes of its inputs. */
final class Definitions {

    private Definitions() {
    }

    static Values compute(final Operator operator, final List<Values> inputs) {
        final Shape shape = operator.shape(inputs.stream().map(Values::shape).toList());
        final Values x = inputs.isEmpty() ? null : inputs.get(0);
        return switch (operator) {
            case Convolution convolution -> Sliding.convolve(convolution, x, shape);
            case TransposedConvolution convolution -> Sliding.paint(convolution, x, shape);
            case Pooling pooling -> Sliding.pool(pooling, x, shape);
            case GlobalPooling(Reduction reduction) -> Values.of(shape,
                    (c, row, col) -> (reduction == Reduction.MAXIMUM ? map(x, c).max() : map(x, c).average()).orElseThrow());
            case BatchNormalization(var gamma, var beta, var mean, var variance, double epsilon) -> Values.of(shape,
                    (c, row, col) -> value(gamma, c) * (x.at(c, row, col) - value(mean, c)) / Math.sqrt(value(variance, c) + epsilon)
                            + value(beta, c));
            case Activation activation -> {
                final var function = ActivationDefinitions.of(activation);
                yield Values.of(shape, (c, row, col) -> function.applyAsDouble(x.at(c, row, col)));
            }
            case Softmax(boolean logarithmic) -> Values.of(shape, (c, row, col) -> {
                final double logarithm = x.at(c, row, col)
                        - Math.log(IntStream.range(0, shape.channels()).mapToDouble(k -> Math.exp(x.at(k, row, col))).sum());
                return logarithmic ? logarithm : Math.exp(logarithm);
            });
            case Dense(Tensor weights, Tensor bias) -> Values.of(shape, (o, row, col) -> value(bias, o)
                    + IntStream.range(0, weights.length(1)).mapToDouble(i -> value(weights, o * weights.length(1) + i) * x.values()[i]).sum());
            case Flatten flatten -> new Values(shape, x.values());
            case Add add -> combine(inputs, shape, Double::sum);
            case Concatenate concatenate -> concatenate(inputs, shape);
            case ZeroPadding(var padding) -> Values.of(shape, (c, row, col) -> x.inside(row - padding.top(), col - padding.left())
                    ? x.at(c, row - padding.top(), col - padding.left()) : 0);
            case Identity identity -> x;
            case Arithmetic arithmetic -> arithmetic(arithmetic, inputs, shape);
            case Rearrangement rearrangement -> rearrange(rearrangement, x, shape);
            case Input input -> throw new IllegalArgumentException("an input is given");
        };
    }

    private static Values arithmetic(final Arithmetic operator, final List<Values> inputs, final Shape shape) {
        final Values x = inputs.get(0);
        return switch (operator) {
            case Multiply multiply -> combine(inputs, shape, (a, b) -> a * b);
            case Maximum maximum -> Values.of(shape, (c, row, col) -> inputs.stream().mapToDouble(v -> v.at(c, row, col)).max().orElseThrow());
            case Mean mean -> Values.of(shape, (c, row, col) -> inputs.stream().mapToDouble(v -> v.at(c, row, col)).average().orElseThrow());
            case Affine(Tensor factor, Tensor summand) -> Values.of(shape,
                    (c, row, col) -> value(factor, c) * x.at(c, row, col) + value(summand, c));
            case ParametricRelu(Tensor slope) -> Values.of(shape,
                    (c, row, col) -> Math.max(x.at(c, row, col), 0) + value(slope, c) * Math.min(x.at(c, row, col), 0));
            case LocalResponseNormalization(int size, double bias, double alpha, double beta) -> Values.of(shape, (c, row, col) -> {
                final double squares = IntStream.range(Math.max(0, c - size / 2), Math.min(shape.channels(), c + size / 2 + 1))
                        .mapToDouble(k -> x.at(k, row, col) * x.at(k, row, col)).sum();
                return x.at(c, row, col) / Math.pow(bias + alpha * squares, beta);
            });
        };
    }

    private static Values rearrange(final Rearrangement operator, final Values x, final Shape shape) {
        return switch (operator) {
            case Cropping(var amounts) -> Values.of(shape, (c, row, col) -> x.at(c, row + amounts.top(), col + amounts.left()));
            case ChannelSelection(var channels) -> Values.of(shape, (c, row, col) -> x.at(channels.get(c), row, col));
            case Reshape(Shape result, Reshape.Order order) when order == Reshape.Order.CHANNELS_FIRST -> new Values(shape, x.values());
            case Reshape reshape -> Values.of(shape, (c, row, col) -> {
                final int count = (row * shape.cols() + col) * shape.channels() + c;
                final int pixel = count / x.shape().channels();
                return x.at(count % x.shape().channels(), pixel / x.shape().cols(), pixel % x.shape().cols());
            });
            case Resize(var rows, var cols) -> {
                final float[] vertical = rows.matrix();
                final float[] horizontal = cols.matrix();
                yield Values.of(shape, (c, row, col) -> {
                    double sum = 0;
                    for (int r = 0; r < rows.from(); r++) {
                        for (int k = 0; k < cols.from(); k++) {
                            sum += (double) vertical[row * rows.from() + r] * horizontal[col * cols.from() + k] * x.at(c, r, k);
                        }
                    }
                    return sum;
                });
            }
        };
    }

    private static Values concatenate(final List<Values> inputs, final Shape shape) {
        return new Values(shape, inputs.stream().flatMapToDouble(v -> Arrays.stream(v.values())).toArray());
    }

    private static Values combine(final List<Values> inputs, final Shape shape, final DoubleBinaryOperator operation) {
        final List<Values> spread = inputs.stream().map(v -> v.spread(shape)).toList();
        return Values.of(shape, (c, row, col) -> spread.stream().mapToDouble(v -> v.at(c, row, col)).reduce(operation).orElseThrow());
    }

    private static DoubleStream map(final Values x, final int channel) {
        final int size = x.shape().rows() * x.shape().cols();
        return Arrays.stream(x.values(), channel * size, (channel + 1) * size);
    }

    private static double value(final Tensor tensor, final int index) {
        return tensor.values()[index];
    }
}
