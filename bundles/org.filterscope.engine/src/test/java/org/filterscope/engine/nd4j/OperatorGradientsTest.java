package org.filterscope.engine.nd4j;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

import org.filterscope.engine.graph.Arithmetic.Affine;
import org.filterscope.engine.graph.Arithmetic.LocalResponseNormalization;
import org.filterscope.engine.graph.Arithmetic.ParametricRelu;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Operator.ZeroPadding;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
import org.filterscope.engine.graph.Rearrangement.Cropping;
import org.filterscope.engine.graph.Rearrangement.Reshape;
import org.filterscope.engine.graph.Rearrangement.Resize;
import org.filterscope.engine.graph.Sampling;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.TransposedConvolution;
import org.filterscope.engine.graph.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Results and gradients of every operator with one input against its definition in double precision. The tolerances are what sums of so many
 * float32 products lose.
 */
class OperatorGradientsTest {
    private static final List<Padding> PADDINGS = List.of(Padding.NONE, new Padding(1, 1, 1, 1), new Padding(0, 0, 1, 1), new Padding(2, 0, 1, 3),
            new Padding(4, 3, 5, 0));
    private static final double SUMS = 3e-5;
    private static final double SINGLE = 3e-6;

    private OperatorCheck check;

    @BeforeEach
    void load() throws Exception {
        check = new OperatorCheck(Nd4jExecutor.load(), 3);
    }

    /** Strides, also beyond the kernel, dilations and unequal paddings in all combinations; one group, two, and as many as channels. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void convolutions(final int groups) throws Exception {
        final Shape in = new Shape(4, 9, 8);
        for (final Padding padding : PADDINGS) {
            for (final int stride : new int[] {1, 2, 4}) {
                for (final int dilation : new int[] {1, 2}) {
                    final Window window = new Window(3, 2, stride, Math.max(1, 3 - stride), dilation, 1, padding);
                    final Convolution convolution = new Convolution(tensor(8, 4 / groups, 3, 2), vector(8), window, groups);
                    check.agrees(convolution, in, x -> Definitions.convolution(convolution, in, x), SUMS);
                }
            }
        }
    }

    @Test
    void depthwiseConvolutionsWithOneFilterAChannelAndSamePadding() throws Exception {
        final Shape in = new Shape(5, 6, 7);
        for (final int stride : new int[] {1, 2, 3}) {
            final Convolution convolution = new Convolution(tensor(5, 1, 3, 3), vector(5), Window.same(3, 3, stride, stride, 1, 1, in), 5);
            check.agrees(convolution, in, x -> Definitions.convolution(convolution, in, x), SUMS);
        }
    }

    @Test
    void convolutionsWithTensorFlowsSamePadding() throws Exception {
        final Shape in = new Shape(3, 7, 8);
        for (final int kernel : new int[] {1, 2, 3}) {
            for (final int stride : new int[] {1, 2, 3}) {
                final Convolution convolution = new Convolution(tensor(2, 3, 1, kernel), vector(2), Window.same(1, kernel, stride, 1, 1, 1, in));
                check.agrees(convolution, in, x -> Definitions.convolution(convolution, in, x), SUMS);
            }
        }
    }

    /** Added rows fewer and more than the cut and the stride. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void transposedConvolutions(final int groups) throws Exception {
        final Shape in = new Shape(4, 3, 4);
        for (final Padding padding : List.of(Padding.NONE, new Padding(1, 1, 1, 1), new Padding(0, 1, 2, 0))) {
            for (final int stride : new int[] {1, 2, 4}) {
                for (final int extra : new int[] {0, 1, 5}) {
                    for (final int dilation : new int[] {1, 2}) {
                        final Window window = new Window(3, 2, stride, Math.max(1, 3 - stride), dilation, 1, padding);
                        final TransposedConvolution transposed = new TransposedConvolution(tensor(4, 8 / groups, 3, 2), vector(8),
                                window, extra, extra / 2, groups);
                        check.agrees(transposed, in, x -> Definitions.transposedConvolution(transposed, in, x), SUMS);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Reduction.class)
    void pools(final Reduction reduction) throws Exception {
        final Shape in = new Shape(3, 8, 9);
        for (final Padding padding : List.of(Padding.NONE, new Padding(1, 1, 1, 1), new Padding(0, 0, 1, 1), new Padding(1, 0, 0, 2))) {
            for (final Padding counted : reduction == Reduction.AVERAGE ? List.of(Padding.NONE, padding) : List.of(Padding.NONE)) {
                for (final int stride : new int[] {1, 2, 3}) {
                    final Pooling pooling = new Pooling(reduction, new Window(3, 3, stride, 2, 1, 1, padding), counted);
                    check.agrees(pooling, in, check.distinct(2 * (int) in.size()), x -> Definitions.pooling(pooling, in, x), SINGLE);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Reduction.class)
    void poolsWithTensorFlowsSamePadding(final Reduction reduction) throws Exception {
        final Shape in = new Shape(16, 8, 9);
        for (final int kernel : new int[] {2, 3}) {
            for (final int stride : new int[] {1, 2, 3}) {
                final Pooling pooling = new Pooling(reduction, Window.same(kernel, kernel + 1, stride, 2, 1, 1, in));
                check.agrees(pooling, in, check.distinct(2 * (int) in.size()), x -> Definitions.pooling(pooling, in, x), SINGLE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Reduction.class)
    void poolsWithGaps(final Reduction reduction) throws Exception {
        final Shape in = new Shape(3, 8, 9);
        for (final Padding padding : List.of(Padding.NONE, new Padding(1, 0, 0, 2))) {
            for (final Padding counted : reduction == Reduction.AVERAGE ? List.of(Padding.NONE, padding) : List.of(Padding.NONE)) {
                for (final int stride : new int[] {1, 2}) {
                    final Pooling pooling = new Pooling(reduction, new Window(3, 2, stride, 2, 2, 3, padding), counted);
                    check.agrees(pooling, in, check.distinct(2 * (int) in.size()), x -> Definitions.pooling(pooling, in, x), SINGLE);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Reduction.class)
    void globalPools(final Reduction reduction) throws Exception {
        final Shape in = new Shape(3, 5, 6);
        final Pooling whole = new Pooling(reduction, new Window(5, 6, 1, 1, 1, 1, Padding.NONE));
        check.agrees(new GlobalPooling(reduction), in, check.distinct(2 * (int) in.size()), x -> Definitions.pooling(whole, in, x), SINGLE);
    }

    /** Far from zero too, where powers overflow. */
    @ParameterizedTest
    @EnumSource(Function.class)
    void functions(final Function function) throws Exception {
        final double a = function == Function.CLIP ? -1.5 : 0.3;
        final double b = function == Function.CLIP ? 2 : 0.5;
        final float[] x = new float[2 * 90];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i - 90.3f) / (i % 5 == 0 ? 0.7f : 13);
        }
        final DoubleUnaryOperator definition = Definitions.function(function, a, b);
        check.agrees(new Activation(function, a, b), Shape.vector(90), x, each(definition), SINGLE);
    }

    @Test
    void softmaxAndItsLogarithm() throws Exception {
        for (final Shape shape : List.of(new Shape(5, 3, 4), Shape.vector(7))) {
            for (final boolean logarithmic : new boolean[] {false, true}) {
                check.agrees(new Softmax(logarithmic), shape, x -> Definitions.softmax(logarithmic, shape, x), SINGLE);
            }
        }
    }

    @Test
    void denseLayersAndConstants() throws Exception {
        final Tensor weights = tensor(4, 6);
        final Tensor bias = vector(4);
        check.agrees(new Dense(weights, bias), Shape.vector(6), x -> {
            final double[] y = new double[4];
            for (int i = 0; i < 24; i++) {
                y[i / 6] += (i % 6 == 0 ? bias.values()[i / 6] : 0) + weights.values()[i] * x[i % 6];
            }
            return y;
        }, SINGLE);
        final Shape maps = new Shape(3, 2, 4);
        final Tensor a = vector(3);
        final Tensor b = vector(3);
        check.agrees(new Affine(a, b), maps, indexed((x, i) -> a.values()[i / 8] * x[i] + b.values()[i / 8]), SINGLE);
        check.agrees(new ParametricRelu(a), maps, indexed((x, i) -> x[i] > 0 ? x[i] : a.values()[i / 8] * x[i]), SINGLE);
        final Tensor variance = Tensor.vector(0.5f, 0, 4);
        final Tensor mean = vector(3);
        check.agrees(new BatchNormalization(a, b, mean, variance, 0.01), maps, indexed((x, i) -> a.values()[i / 8]
                * (x[i] - mean.values()[i / 8]) / Math.sqrt(variance.values()[i / 8] + 0.01) + b.values()[i / 8]), 1e-5);
    }

    @Test
    void localResponseNormalization() throws Exception {
        final Shape shape = new Shape(7, 2, 3);
        final LocalResponseNormalization normalization = new LocalResponseNormalization(5, 1.5, 0.2, 0.75);
        check.agrees(normalization, shape, x -> Definitions.localResponses(normalization, shape, x), SINGLE);
    }

    @Test
    void rearrangements() throws Exception {
        final Shape shape = new Shape(4, 3, 5);
        check.agrees(new Flatten(), shape, x -> x, 0.5 * SINGLE);
        check.agrees(new Reshape(new Shape(5, 6, 2), Reshape.Order.CHANNELS_FIRST), shape, x -> x, SINGLE);
        check.agrees(new Reshape(new Shape(5, 6, 2), Reshape.Order.CHANNELS_LAST), shape, x -> {
            final double[] y = new double[60];
            for (int i = 0; i < 60; i++) {
                y[Definitions.at(new Shape(5, 6, 2), i % 5, i / 10, i / 5 % 2)] = x[Definitions.at(shape, i % 4, i / 20, i / 4 % 5)];
            }
            return y;
        }, SINGLE);
        final List<Integer> channels = List.of(3, 1, 1, 0, 3, 1);
        check.agrees(new ChannelSelection(channels), shape, x -> {
            final double[] y = new double[90];
            Arrays.setAll(y, i -> x[channels.get(i / 15) * 15 + i % 15]);
            return y;
        }, SINGLE);
        check.agrees(new ChannelSelection(List.of(2)), shape, x -> Arrays.copyOfRange(x, 30, 45), SINGLE);
        check.agrees(new Cropping(new Padding(1, 0, 0, 2)), shape, x -> {
            final double[] y = new double[24];
            Arrays.setAll(y, i -> x[Definitions.at(shape, i / 6, 1 + i / 3 % 2, i % 3)]);
            return y;
        }, SINGLE);
        final Shape padded = new Shape(4, 4, 8);
        check.agrees(new ZeroPadding(new Padding(1, 0, 0, 3)), shape, x -> {
            final double[] y = new double[128];
            for (int i = 0; i < 60; i++) {
                y[Definitions.at(padded, i / 15, 1 + i / 5 % 3, i % 5)] = x[i];
            }
            return y;
        }, SINGLE);
    }

    @ParameterizedTest
    @EnumSource(Sampling.Interpolation.class)
    void resizing(final Sampling.Interpolation interpolation) throws Exception {
        final Shape shape = new Shape(3, 4, 5);
        for (final Sampling.Coordinates coordinates : Sampling.Coordinates.values()) {
            final Resize resize = new Resize(new Sampling(4, 7, 1.75, interpolation, coordinates),
                    new Sampling(5, 3, 0.6, interpolation, coordinates));
            check.agrees(resize, shape, x -> Definitions.resize(resize, shape, x), SINGLE);
        }
    }

    private static UnaryOperator<double[]> each(final DoubleUnaryOperator function) {
        return indexed((x, i) -> function.applyAsDouble(x[i]));
    }

    private static UnaryOperator<double[]> indexed(final Indexed function) {
        return x -> {
            final double[] y = new double[x.length];
            Arrays.setAll(y, i -> function.apply(x, i));
            return y;
        };
    }

    private interface Indexed {
        double apply(double[] x, int index);
    }

    private Tensor tensor(final Integer... shape) {
        return new Tensor(List.of(shape), check.random(Arrays.stream(shape).reduce(1, (a, b) -> a * b)));
    }

    private Tensor vector(final int length) {
        return Tensor.vector(check.random(length));
    }
}
