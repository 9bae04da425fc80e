package org.filterscope.engine.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Maps cut out of others, or put into larger ones: {@code to[row, col] = from[row + down, col + right]}, zero where there is no such value. */
final class Nd4jShift {

    private Nd4jShift() {
    }

    static INDArray copy(final INDArray from, final int down, final int right, final INDArray to) {
        final Overlap rows = Overlap.of(from.size(2), down, to.size(2));
        final Overlap cols = Overlap.of(from.size(3), right, to.size(3));
        if (rows.length() < to.size(2) || cols.length() < to.size(3)) {
            to.assign(0);
        }
        if (rows.length() > 0 && cols.length() > 0) {
            to.get(all(), all(), rows.inTo(), cols.inTo()).assign(from.get(all(), all(), rows.inFrom(), cols.inFrom()));
        }
        return to;
    }

    private static INDArrayIndex all() {
        return NDArrayIndex.all();
    }

    private record Overlap(long start, long length, long shift) {

        static Overlap of(final long from, final long shift, final long to) {
            final long start = Math.max(0, -shift);
            return new Overlap(start, Math.max(0, Math.min(to, from - shift) - start), shift);
        }

        INDArrayIndex inTo() {
            return NDArrayIndex.interval(start, start + length);
        }

        INDArrayIndex inFrom() {
            return NDArrayIndex.interval(start + shift, start + shift + length);
        }
    }
}
