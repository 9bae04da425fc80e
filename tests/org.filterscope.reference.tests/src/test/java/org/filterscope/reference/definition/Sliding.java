package org.filterscope.reference.definition;

import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.TransposedConvolution;
import org.filterscope.engine.graph.Window;

/** Operators that slide a window over maps. */
final class Sliding {

    private Sliding() {
    }

    static Values convolve(final Convolution convolution, final Values x, final Shape shape) {
        final Window w = convolution.window();
        final Tensor kernels = convolution.weights();
        final int channels = kernels.length(1);
        final int filters = shape.channels() / convolution.groups();
        return Values.of(shape, (f, row, col) -> {
            double sum = convolution.bias().values()[f];
            for (int c = 0; c < channels; c++) {
                for (int r = 0; r < w.rows(); r++) {
                    for (int k = 0; k < w.cols(); k++) {
                        final int fromRow = row * w.strideRows() - w.padding().top() + r * w.dilationRows();
                        final int fromCol = col * w.strideCols() - w.padding().left() + k * w.dilationCols();
                        if (x.inside(fromRow, fromCol)) {
                            sum += (double) kernels.values()[((f * channels + c) * w.rows() + r) * w.cols() + k]
                                    * x.at(f / filters * channels + c, fromRow, fromCol);
                        }
                    }
                }
            }
            return sum;
        });
    }

    /** As painting: each input value adds its kernel to the result. */
    static Values paint(final TransposedConvolution convolution, final Values x, final Shape shape) {
        final Window w = convolution.window();
        final Tensor kernels = convolution.weights();
        final int filters = kernels.length(1);
        final int channels = x.shape().channels() / convolution.groups();
        final Values y = Values.of(shape, (f, row, col) -> convolution.bias().values()[f]);
        for (int c = 0; c < x.shape().channels(); c++) {
            for (int position = 0; position < x.shape().rows() * x.shape().cols(); position++) {
                final int row = position / x.shape().cols();
                final int col = position % x.shape().cols();
                for (int k = 0; k < filters * w.rows() * w.cols(); k++) {
                    final int kernelRow = k / w.cols() % w.rows();
                    final int toRow = row * w.strideRows() - w.padding().top() + kernelRow * w.dilationRows();
                    final int toCol = col * w.strideCols() - w.padding().left() + k % w.cols() * w.dilationCols();
                    if (y.inside(toRow, toCol)) {
                        final int filter = c / channels * filters + k / (w.rows() * w.cols());
                        y.values()[y.index(filter, toRow, toCol)] += (double) kernels.values()[c * filters * w.rows() * w.cols() + k]
                                * x.at(c, row, col);
                    }
                }
            }
        }
        return y;
    }

    static Values pool(final Pooling pooling, final Values x, final Shape shape) {
        final Window w = pooling.window();
        final Padding counted = pooling.counted();
        return Values.of(shape, (c, row, col) -> {
            double highest = Double.NEGATIVE_INFINITY;
            double sum = 0;
            int count = 0;
            for (int r = 0; r < w.rows(); r++) {
                for (int k = 0; k < w.cols(); k++) {
                    final int fromRow = row * w.strideRows() - w.padding().top() + r * w.dilationRows();
                    final int fromCol = col * w.strideCols() - w.padding().left() + k * w.dilationCols();
                    if (x.inside(fromRow, fromCol)) {
                        highest = Math.max(highest, x.at(c, fromRow, fromCol));
                        sum += x.at(c, fromRow, fromCol);
                    }
                    if (fromRow >= -counted.top() && fromRow < x.shape().rows() + counted.bottom() && fromCol >= -counted.left()
                            && fromCol < x.shape().cols() + counted.right()) {
                        count++;
                    }
                }
            }
            return pooling.reduction() == Reduction.MAXIMUM ? highest : sum / count;
        });
    }

    /** Each window's gradient goes to its first highest value in reading order. */
    static Values backThroughMaxima(final Window w, final Values x, final Values gradient) {
        final Values result = Values.zeros(x.shape());
        for (int i = 0; i < gradient.values().length; i++) {
            final int cols = gradient.shape().cols();
            final int c = i / (gradient.shape().rows() * cols);
            int highest = -1;
            for (int k = 0; k < w.rows() * w.cols(); k++) {
                final int row = i / cols % gradient.shape().rows() * w.strideRows() - w.padding().top() + k / w.cols() * w.dilationRows();
                final int col = i % cols * w.strideCols() - w.padding().left() + k % w.cols() * w.dilationCols();
                if (x.inside(row, col) && (highest < 0 || x.at(c, row, col) > x.values()[highest])) {
                    highest = x.index(c, row, col);
                }
            }
            result.values()[highest] += gradient.values()[i];
        }
        return result;
    }
}
