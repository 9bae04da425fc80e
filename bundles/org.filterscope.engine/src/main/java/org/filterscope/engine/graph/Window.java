package org.filterscope.engine.graph;

/**
 * How a kernel slides over a map.
 *
 * @param rows         of the kernel
 * @param cols         of the kernel
 * @param strideRows   positions from one window to the next
 * @param strideCols   likewise
 * @param dilationRows distance of neighbouring kernel rows; 1 for a dense kernel
 * @param dilationCols likewise
 * @param padding      around the map
 */
public record Window(int rows, int cols, int strideRows, int strideCols, int dilationRows, int dilationCols, Padding padding) {

    /** Kernels, strides and gaps beyond this come from broken or hostile files; below it no sum of them overflows. */
    static final int LARGEST = 1 << 14;

    public Window {
        if (Math.max(Math.max(rows, cols), Math.max(Math.max(strideRows, strideCols), Math.max(dilationRows, dilationCols))) > LARGEST) {
            throw new IllegalArgumentException("kernel size, stride and dilation must not be larger than " + LARGEST);
        }
        if (rows < 1 || cols < 1 || strideRows < 1 || strideCols < 1 || dilationRows < 1 || dilationCols < 1) {
            throw new IllegalArgumentException("kernel size, stride and dilation must be at least 1");
        }
    }

    /** A window whose padding follows TensorFlow's rule "same": out = ceil(in / stride), the odd zero at the bottom and right. */
    public static Window same(final int rows, final int cols, final int strideRows, final int strideCols, final int dilationRows,
            final int dilationCols, final Shape input) {
        final int vertical = sameTotal(rows, strideRows, dilationRows, input.rows());
        final int horizontal = sameTotal(cols, strideCols, dilationCols, input.cols());
        return new Window(rows, cols, strideRows, strideCols, dilationRows, dilationCols,
                new Padding(vertical / 2, horizontal / 2, vertical - vertical / 2, horizontal - horizontal / 2));
    }

    /** Rows that the dilated kernel spans. */
    public int spanRows() {
        return 1 + dilationRows * (rows - 1);
    }

    /** Columns that the dilated kernel spans. */
    public int spanCols() {
        return 1 + dilationCols * (cols - 1);
    }

    /** Shape after sliding over the input, with so many channels; windows that do not fit are left out. */
    public Shape over(final Shape input, final int channels) {
        final int height = input.rows() + padding.top() + padding.bottom();
        final int width = input.cols() + padding.left() + padding.right();
        if (height < spanRows() || width < spanCols()) {
            throw new IllegalArgumentException("a %d × %d kernel does not fit a map of %d × %d".formatted(spanRows(), spanCols(), height, width));
        }
        return new Shape(channels, (height - spanRows()) / strideRows + 1, (width - spanCols()) / strideCols + 1);
    }

    private static int sameTotal(final int kernel, final int stride, final int dilation, final int length) {
        final int span = 1 + dilation * (kernel - 1);
        final int out = (length + stride - 1) / stride;
        return Math.max(0, (out - 1) * stride + span - length);
    }
}
