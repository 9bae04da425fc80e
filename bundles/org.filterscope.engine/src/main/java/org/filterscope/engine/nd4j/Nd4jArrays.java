package org.filterscope.engine.nd4j;

import org.bytedeco.javacpp.FloatPointer;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.ValueArrays;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Arrays into native memory, and back. Whoever makes one closes it. */
final class Nd4jArrays {
    private static final String NO_MEMORY = "Allocation failed";

    private Nd4jArrays() {
    }

    static INDArray of(final Tensor tensor) {
        return of(tensor.values(), tensor.shape().stream().mapToLong(Integer::longValue).toArray());
    }

    static INDArray of(final float[] values, final long... shape) {
        return Nd4j.create(values, shape, 'c');
    }

    static INDArray of(final FeatureMaps maps) {
        return fill(empty(maps.images(), maps.shape()), maps.values());
    }

    static INDArray fill(final INDArray array, final float[] values) {
        floats(array).put(values, 0, values.length);
        // Where a GPU computes, the values have to follow there.
        Nd4j.getAffinityManager().tagLocation(array, Location.HOST);
        return array;
    }

    /** With any values. */
    static INDArray empty(final long images, final Shape shape) {
        return empty(images, shape.channels(), shape.rows(), shape.cols());
    }

    /**
     * With any values.
     *
     * @throws OutOfMemoryError when the memory cannot be had, which ND4J tells as any other failure
     */
    static INDArray empty(final long... shape) {
        try {
            return Nd4j.createUninitialized(DataType.FLOAT, shape);
        } catch (final RuntimeException e) {
            if (String.valueOf(e.getMessage()).contains(NO_MEMORY)) {
                final OutOfMemoryError memory = new OutOfMemoryError(e.getMessage());
                memory.initCause(e);
                throw memory;
            }
            throw e;
        }
    }

    /** With any values. */
    static INDArray like(final INDArray array) {
        return empty(array.shape());
    }

    /** Neighbouring channels, seen in place. */
    static INDArray channels(final INDArray maps, final int first, final int count) {
        return maps.get(NDArrayIndex.all(), NDArrayIndex.interval(first, first + count), NDArrayIndex.all(), NDArrayIndex.all());
    }

    /** So many positions of an axis, {@code step} apart. ND4J refuses a step longer than the axis, even where there is nothing to step to. */
    static INDArrayIndex every(final long start, final long step, final long count) {
        return count == 1 ? NDArrayIndex.interval(start, start + 1) : NDArrayIndex.interval(start, step, start + (count - 1) * step + 1);
    }

    static FeatureMaps copy(final INDArray array, final String layer, final int images, final Shape shape, final ValueArrays arrays) {
        final float[] values = arrays.array(layer, Math.toIntExact(images * shape.size()));
        floats(array).get(values, 0, values.length);
        return new FeatureMaps(images, shape, values);
    }

    /** In the computer's memory, brought there where a GPU has computed them. */
    private static FloatPointer floats(final INDArray array) {
        Nd4j.getAffinityManager().ensureLocation(array, Location.HOST);
        return new FloatPointer(array.data().addressPointer());
    }
}
