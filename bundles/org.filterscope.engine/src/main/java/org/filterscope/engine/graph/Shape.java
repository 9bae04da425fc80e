package org.filterscope.engine.graph;

/** The shape of one image's feature maps: {@code [channel, row, col]}. A vector of n values has the shape n × 1 × 1. */
public record Shape(int channels, int rows, int cols) {

    public Shape {
        if (channels < 1 || rows < 1 || cols < 1) {
            throw new IllegalArgumentException("a layer would have the empty shape %d × %d × %d".formatted(channels, rows, cols));
        }
    }

    public static Shape vector(final int length) {
        return new Shape(length, 1, 1);
    }

    /** How many values one image has; the largest number where it is larger: files may claim any shape. */
    public long size() {
        final long positions = (long) rows * cols;
        return channels > Long.MAX_VALUE / positions ? Long.MAX_VALUE : channels * positions;
    }

    /** Whether there are positions, not just one value a channel. */
    public boolean hasMaps() {
        return rows > 1 || cols > 1;
    }

    /** Whether values of this shape can be repeated to fill the other: along each axis the length is the same, or 1. */
    public boolean spreadsTo(final Shape other) {
        return (channels == other.channels || channels == 1) && (rows == other.rows || rows == 1) && (cols == other.cols || cols == 1);
    }

    @Override
    public String toString() {
        return channels + " × " + rows + " × " + cols;
    }
}
