package org.filterscope.engine.graph;

/**
 * Which input pixels a layer's positions see, along one axis. Position {@code i} sees the pixels {@code first + i * stride} to
 * {@code last + i * stride}, both included; they may lie outside the input, where padding is.
 *
 * @param stride input pixels between neighbouring positions
 * @param first  pixel that position 0 sees
 * @param last   pixel that position 0 sees
 */
public record ReceptiveField(int stride, int first, int last) {
    /** The input itself: every pixel sees itself. */
    static final ReceptiveField PIXEL = new ReceptiveField(1, 0, 0);

    /** In input pixels. */
    public int size() {
        return last - first + 1;
    }

    /** Of position 0, in input pixels; pixel 0 has its centre at 0. */
    public double centre() {
        return (first + last) / 2.0;
    }

    /** First pixel inside the input that a position sees. */
    public int from(final int position) {
        return Math.max(0, first + position * stride);
    }

    /** One past the last pixel inside an input of that length that a position sees. */
    public int to(final int position, final int length) {
        return Math.min(length, last + position * stride + 1);
    }

    /** After a kernel that spans so many positions, with that padding before the first. */
    ReceptiveField through(final int span, final int step, final int padding) {
        return moved(Math.multiplyExact(stride, step), -padding, span - 1L - padding);
    }

    /** Position 0 is what was position {@code positions} before. */
    ReceptiveField later(final int positions) {
        return moved(stride, positions, positions);
    }

    /** One position that sees all of so many positions. */
    ReceptiveField whole(final int positions) {
        return moved(Math.multiplyExact(stride, positions), 0, positions - 1L);
    }

    /**
     * What a sum or concatenation of both sees. Asymmetric padding can shift branches against each other, hence the union.
     *
     * @param positions of the result; where there is only one, strides mean nothing
     */
    ReceptiveField union(final ReceptiveField other, final int positions) {
        if (stride != other.stride && positions > 1) {
            throw new IllegalArgumentException("branches with strides %d and %d meet".formatted(stride, other.stride));
        }
        return new ReceptiveField(Math.max(stride, other.stride), Math.min(first, other.first), Math.max(last, other.last));
    }

    private ReceptiveField moved(final int newStride, final long firstBy, final long lastBy) {
        return new ReceptiveField(newStride, Math.toIntExact(first + firstBy * stride), Math.toIntExact(last + lastBy * stride));
    }
}
