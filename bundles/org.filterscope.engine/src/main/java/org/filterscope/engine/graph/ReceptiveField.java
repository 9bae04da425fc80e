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
        return new ReceptiveField(Math.multiplyExact(stride, step), first - padding * stride, last + (span - 1 - padding) * stride);
    }

    /** Position 0 is what was position {@code positions} before. */
    ReceptiveField later(final int positions) {
        return new ReceptiveField(stride, first + positions * stride, last + positions * stride);
    }

    /** One position that sees all of so many positions. */
    ReceptiveField whole(final int positions) {
        return new ReceptiveField(Math.multiplyExact(stride, positions), first, last + (positions - 1) * stride);
    }

    /** What a sum or concatenation of both sees. Asymmetric padding can shift branches against each other, hence the union. */
    ReceptiveField union(final ReceptiveField other) {
        if (stride != other.stride) {
            throw new IllegalArgumentException("branches with strides %d and %d meet".formatted(stride, other.stride));
        }
        return new ReceptiveField(stride, Math.min(first, other.first), Math.max(last, other.last));
    }
}
