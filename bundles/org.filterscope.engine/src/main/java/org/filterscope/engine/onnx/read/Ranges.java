package org.filterscope.engine.onnx.read;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.filterscope.engine.read.RefusedException;

/** What a node Slice takes: along each of some dimensions, from a start to an end in steps. Numbers as NumPy reads them. */
record Ranges(long[] starts, long[] ends, long[] axes, long[] steps) {

    static Ranges of(final Call call) throws RefusedException {
        final long[] starts = call.integers("starts", 1).orElseThrow(() -> new RefusedException("it has no starts"));
        final long[] ends = call.integers("ends", 2).orElseThrow(() -> new RefusedException("it has no ends"));
        final Optional<long[]> axes = call.integers("axes", 3);
        final Optional<long[]> steps = call.integers(4);
        final Ranges ranges = new Ranges(starts, ends, axes.orElseGet(() -> IntStream.range(0, starts.length).asLongStream().toArray()),
                steps.orElseGet(() -> IntStream.range(0, starts.length).mapToLong(i -> 1).toArray()));
        if (ends.length != starts.length || ranges.axes.length != starts.length || ranges.steps.length != starts.length
                || Arrays.stream(ranges.steps).anyMatch(step -> step == 0 || step == Long.MIN_VALUE)) {
            throw new RefusedException("its starts, ends, axes and steps do not fit together");
        }
        return ranges;
    }

    int count() {
        return starts.length;
    }

    /** Whether a range takes everything, however long the dimension is. */
    boolean isAll(final int index) {
        return starts[index] == 0 && ends[index] >= Integer.MAX_VALUE && steps[index] == 1;
    }

    /** Which of so many positions a range takes. */
    int[] positions(final int index, final int length) {
        final long step = steps[index];
        final long lowest = step > 0 ? 0 : -1;
        final long highest = step > 0 ? length : length - 1;
        final long start = Math.clamp(starts[index] < 0 ? starts[index] + length : starts[index], step > 0 ? 0 : lowest, highest);
        final long end = Math.clamp(ends[index] < 0 ? ends[index] + length : ends[index], lowest, highest);
        final long count = Math.max(0, step > 0 ? Math.ceilDiv(end - start, step) : Math.ceilDiv(start - end, -step));
        return IntStream.range(0, (int) count).map(i -> (int) (start + i * step)).toArray();
    }
}
