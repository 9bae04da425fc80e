package org.filterscope.engine.graph;

import java.util.List;

/**
 * Transposed convolution: every input value paints its kernel, neighbours {@code stride} positions apart, and what overlaps adds up. The
 * window's padding is cut off the result.
 *
 * @param weights   {@code [channel, filter / groups, row, col]}
 * @param bias      one a filter
 * @param window    kernel, stride and dilation as in the convolution that this one is the transpose of
 * @param extraRows rows added at the bottom, for sizes that several inputs of a strided convolution share; fewer than its stride or dilation
 * @param extraCols columns added at the right, likewise
 * @param groups    channels and filters are cut into so many groups that do not see each other
 */
public record TransposedConvolution(Tensor weights, Tensor bias, Window window, int extraRows, int extraCols, int groups) implements Operator {

    public TransposedConvolution {
        if (extraRows < 0 || extraRows >= Math.max(window.strideRows(), window.dilationRows()) || extraCols < 0
                || extraCols >= Math.max(window.strideCols(), window.dilationCols())) {
            throw new IllegalArgumentException("it cannot add %d rows and %d columns: no convolution of its stride leaves out so many"
                    .formatted(extraRows, extraCols));
        }
    }

    @Override
    public String kind() {
        return "transposed convolution";
    }

    @Override
    public Shape shape(final List<Shape> inputs) {
        final Shape in = inputs.get(0);
        if (in.channels() != weights.length(0)) {
            throw new IllegalArgumentException("its weights want %d channels, its input has %d".formatted(weights.length(0), in.channels()));
        }
        if (groups < 1 || in.channels() % groups != 0) {
            throw new IllegalArgumentException("%d channels cannot be cut into %d groups".formatted(in.channels(), groups));
        }
        final int filters = Math.multiplyExact(weights.length(1), groups);
        if (bias.length(0) != filters) {
            throw new IllegalArgumentException("%d filters but %d biases".formatted(filters, bias.length(0)));
        }
        final Padding cut = window.padding();
        return new Shape(filters, length(in.rows(), window.strideRows(), window.spanRows(), cut.top(), cut.bottom(), extraRows),
                length(in.cols(), window.strideCols(), window.spanCols(), cut.left(), cut.right(), extraCols));
    }

    private static int length(final int positions, final int stride, final int span, final int before, final int after, final int extra) {
        return Math.toIntExact((positions - 1L) * stride + span - before - after + extra);
    }
}
