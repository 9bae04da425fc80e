package org.filterscope.engine.nd4j;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.filterscope.engine.graph.Arithmetic.LocalResponseNormalization;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Rearrangement.Resize;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.TransposedConvolution;
import org.filterscope.engine.graph.Window;

/** What operators are, as the plainest loops there are, in double precision, for one image {@code [channel, row, col]}. */
final class Definitions {

    private Definitions() {
    }

    static int at(final Shape shape, final int channel, final int row, final int col) {
        return (channel * shape.rows() + row) * shape.cols() + col;
    }

    private static boolean inside(final Shape shape, final int row, final int col) {
        return row >= 0 && row < shape.rows() && col >= 0 && col < shape.cols();
    }

    static double[] convolution(final Convolution convolution, final Shape in, final double[] x) {
        final Shape out = convolution.shape(List.of(in));
        final Window w = convolution.window();
        final int channels = convolution.weights().length(1);
        final int filters = out.channels() / convolution.groups();
        final double[] y = new double[(int) out.size()];
        for (int f = 0; f < out.channels(); f++) {
            for (int r = 0; r < out.rows(); r++) {
                for (int c = 0; c < out.cols(); c++) {
                    double sum = convolution.bias().values()[f];
                    for (int k = 0; k < channels * w.rows() * w.cols(); k++) {
                        final int channel = f / filters * channels + k / (w.rows() * w.cols());
                        final int row = r * w.strideRows() - w.padding().top() + k / w.cols() % w.rows() * w.dilationRows();
                        final int col = c * w.strideCols() - w.padding().left() + k % w.cols() * w.dilationCols();
                        if (inside(in, row, col)) {
                            sum += (double) convolution.weights().values()[f * channels * w.rows() * w.cols() + k] * x[at(in, channel, row, col)];
                        }
                    }
                    y[at(out, f, r, c)] = sum;
                }
            }
        }
        return y;
    }

    static double[] transposedConvolution(final TransposedConvolution transposed, final Shape in, final double[] x) {
        final Shape out = transposed.shape(List.of(in));
        final Window w = transposed.window();
        final int filters = transposed.weights().length(1);
        final int channels = in.channels() / transposed.groups();
        final double[] y = new double[(int) out.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = transposed.bias().values()[i / (out.rows() * out.cols())];
        }
        for (int i = 0; i < x.length * filters * w.rows() * w.cols(); i++) {
            final int position = i / (filters * w.rows() * w.cols());
            final int k = i % (filters * w.rows() * w.cols());
            final int channel = position / (in.rows() * in.cols());
            final int row = position / in.cols() % in.rows() * w.strideRows() + k / w.cols() % w.rows() * w.dilationRows() - w.padding().top();
            final int col = position % in.cols() * w.strideCols() + k % w.cols() * w.dilationCols() - w.padding().left();
            if (inside(out, row, col)) {
                y[at(out, channel / channels * filters + k / (w.rows() * w.cols()), row, col)] += x[position]
                        * transposed.weights().values()[channel * filters * w.rows() * w.cols() + k];
            }
        }
        return y;
    }

    static double[] pooling(final Pooling pooling, final Shape in, final double[] x) {
        final Shape out = pooling.shape(List.of(in));
        final Window w = pooling.window();
        final Padding counted = pooling.counted();
        final double[] y = new double[(int) out.size()];
        for (int i = 0; i < y.length; i++) {
            double sum = 0;
            double highest = Double.NEGATIVE_INFINITY;
            int count = 0;
            for (int k = 0; k < w.rows() * w.cols(); k++) {
                final int row = i / out.cols() % out.rows() * w.strideRows() - w.padding().top() + k / w.cols() * w.dilationRows();
                final int col = i % out.cols() * w.strideCols() - w.padding().left() + k % w.cols() * w.dilationCols();
                if (inside(in, row, col)) {
                    final double value = x[at(in, i / (out.rows() * out.cols()), row, col)];
                    sum += value;
                    highest = Math.max(highest, value);
                }
                if (row >= -counted.top() && row < in.rows() + counted.bottom() && col >= -counted.left() && col < in.cols() + counted.right()) {
                    count++;
                }
            }
            y[i] = pooling.reduction() == Reduction.MAXIMUM ? highest : sum / count;
        }
        return y;
    }

    static double[] softmax(final boolean logarithmic, final Shape shape, final double[] x) {
        final int positions = shape.rows() * shape.cols();
        final double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            for (int channel = 0; channel < shape.channels(); channel++) {
                sum += Math.exp(x[channel * positions + i % positions]);
            }
            y[i] = logarithmic ? x[i] - Math.log(sum) : Math.exp(x[i]) / sum;
        }
        return y;
    }

    static double[] localResponses(final LocalResponseNormalization normalization, final Shape shape, final double[] x) {
        final int positions = shape.rows() * shape.cols();
        final double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            for (int channel = 0; channel < shape.channels(); channel++) {
                if (Math.abs(channel - i / positions) <= normalization.size() / 2) {
                    sum += Math.pow(x[channel * positions + i % positions], 2);
                }
            }
            y[i] = x[i] / Math.pow(normalization.bias() + normalization.alpha() * sum, normalization.beta());
        }
        return y;
    }

    static double[] resize(final Resize resize, final Shape in, final double[] x) {
        final Shape out = resize.shape(List.of(in));
        final float[] rows = resize.rows().matrix();
        final float[] cols = resize.cols().matrix();
        final double[] y = new double[(int) out.size()];
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < in.rows() * in.cols(); k++) {
                y[i] += (double) rows[i / out.cols() % out.rows() * in.rows() + k / in.cols()] * cols[i % out.cols() * in.cols() + k % in.cols()]
                        * x[i / (out.rows() * out.cols()) * in.rows() * in.cols() + k];
            }
        }
        return y;
    }

    static DoubleUnaryOperator function(final Function function, final double a, final double b) {
        final DoubleUnaryOperator sigmoid = x -> 1 / (1 + Math.exp(-x));
        final DoubleUnaryOperator hardSigmoid = x -> Math.clamp(a * x + b, 0, 1);
        final DoubleUnaryOperator softplus = x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
        return switch (function) {
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

    /** 2/√π ∫ exp(−t²) dt from 0 to x, by Simpson's rule; 1 beyond 6, to 1e-16. */
    private static double erf(final double x) {
        if (Math.abs(x) > 6) {
            return Math.signum(x);
        }
        final int parts = 600;
        double sum = 0;
        for (int i = 0; i <= parts; i++) {
            final double t = x * i / parts;
            sum += (i == 0 || i == parts ? 1 : i % 2 == 0 ? 2 : 4) * Math.exp(-t * t);
        }
        return 2 / Math.sqrt(Math.PI) * sum * x / parts / 3;
    }
}
