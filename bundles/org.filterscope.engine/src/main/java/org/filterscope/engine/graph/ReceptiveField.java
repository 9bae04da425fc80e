package org.filterscope.engine.graph;

/**
 * Which input pixels a layer's positions see, along one axis. Position {@code i} sees the pixels {@code first + i * stride} to
 * {@code last + i * stride}, both included; they may lie outside the input, where padding is. After up-sampling neighbouring positions see the
 * same pixels; the straight bounds around what they see then run between pixels, and only whole pixels within them count.
 *
 * @param stride input pixels between neighbouring positions; 0 when all see the same
 * @param first  pixel that position 0 sees
 * @param last   pixel that position 0 sees
 */
public record ReceptiveField(double stride, double first, double last) {
    /** The input itself: every pixel sees itself. */
    static final ReceptiveField PIXEL = new ReceptiveField(1, 0, 0);
    /** Far below a pixel, far above rounding. */
    private static final double ROUNDING = 1e-6;
    /** Beyond this a network is broken or hostile; below it sums stay exact. */
    private static final double LARGEST = 1L << 31;

    public ReceptiveField {
        if (!(Math.abs(first) < LARGEST && Math.abs(last) < LARGEST && stride >= 0 && stride < LARGEST)) {
            throw new IllegalArgumentException("its receptive field is too large");
        }
    }

    /** In input pixels. */
    public double size() {
        return last - first + 1;
    }

    /** Of position 0, in input pixels; pixel 0 has its centre at 0. */
    public double centre() {
        return (first + last) / 2;
    }

    /** First pixel inside the input that a position sees. */
    public int from(final int position) {
        return (int) Math.max(0, Math.ceil(first + position * stride - ROUNDING));
    }

    /** One past the last pixel inside an input of that length that a position sees. */
    public int to(final int position, final int length) {
        return (int) Math.min(length, Math.floor(last + position * stride + ROUNDING) + 1);
    }

    /** After a kernel that spans so many positions, with that padding before the first. */
    ReceptiveField through(final int span, final int step, final int padding) {
        return moved(stride * step, -padding, span - 1.0 - padding);
    }

    /** After a transposed kernel: position o is painted by the positions i with {@code 0 ≤ o + cut − i step < span}. */
    ReceptiveField painted(final int span, final int step, final int cut) {
        return moved(stride / step, (cut - span + 1.0) / step, (double) cut / step);
    }

    /** Position o reads the positions from {@code low + o step} to {@code high + o step}. */
    ReceptiveField sampled(final double low, final double high, final double step) {
        return moved(stride * step, low, high);
    }

    /** Position 0 is what was position {@code positions} before. */
    ReceptiveField later(final int positions) {
        return moved(stride, positions, positions);
    }

    /** One position that sees all of so many positions. */
    ReceptiveField whole(final int positions) {
        return moved(stride * positions, 0, positions - 1.0);
    }

    /** So many positions that all see what so many positions saw. */
    ReceptiveField everywhere(final int positions) {
        return moved(0, 0, positions - 1.0);
    }

    /**
     * What a sum or concatenation of both sees. Asymmetric padding can shift branches against each other, hence the union; where branches have
     * different strides, as after a resize that aligns corners, the bounds are those that hold at every position.
     *
     * @param positions of the result; where there is only one, strides mean nothing
     */
    ReceptiveField union(final ReceptiveField other, final int positions) {
        final double common = Math.max(stride, other.stride);
        return new ReceptiveField(common, Math.min(firstAt(common, positions), other.firstAt(common, positions)), Math.max(last, other.last));
    }

    private double firstAt(final double larger, final int positions) {
        return first - (positions - 1) * (larger - stride);
    }

    private ReceptiveField moved(final double newStride, final double firstBy, final double lastBy) {
        return new ReceptiveField(newStride, first + firstBy * stride, last + lastBy * stride);
    }
}
