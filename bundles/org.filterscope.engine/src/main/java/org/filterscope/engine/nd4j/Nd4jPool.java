package org.filterscope.engine.nd4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.Shape;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Native memory for the arrays of passes, used again: the system has to fill new memory with zeros first, which takes as long as many a layer.
 * Before more is held than {@link #SLACK} times what the arrays of one moment took, what is free is given away.
 */
final class Nd4jPool implements AutoCloseable {
    private static final double SLACK = 1.25;
    /** How many times as large as the array the memory it lies in may be. */
    private static final long LOOSEST = 4;

    private final List<INDArray> free = new ArrayList<>();
    private final Map<DataBuffer, INDArray> used = new IdentityHashMap<>();
    private long inUse;
    private long mostInUse;
    private long held;

    /** With any values; whoever takes it gives it back. */
    INDArray take(final long images, final Shape shape) {
        return take(images, shape.channels(), shape.rows(), shape.cols());
    }

    /** With any values; whoever takes it gives it back. */
    INDArray take(final long... shape) {
        final long length = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        final INDArray memory = memory(length);
        final INDArray array = Nd4j.create(memory.data(), shape, Nd4j.getStrides(shape, 'c'), 0, 'c');
        used.put(memory.data(), memory);
        inUse += length;
        mostInUse = Math.max(mostInUse, inUse);
        return array;
    }

    /** With these values; whoever takes it gives it back. */
    INDArray take(final FeatureMaps maps) {
        return Nd4jArrays.fill(take(maps.images(), maps.shape()), maps.values());
    }

    /** @param array that was taken here */
    void giveBack(final INDArray array) {
        inUse -= array.length();
        free.add(used.remove(array.data()));
    }

    /** The smallest that suffices, or a new one. */
    private INDArray memory(final long length) {
        // By number: arrays are equal when their values are.
        final var known = IntStream.range(0, free.size()).filter(i -> free.get(i).length() >= length && free.get(i).length() <= LOOSEST * length)
                .boxed().min(Comparator.comparingLong(i -> free.get(i).length()));
        if (known.isPresent()) {
            return free.remove((int) known.get());
        }
        makeRoom(length);
        final INDArray memory = Nd4jArrays.empty(length);
        held += length;
        return memory;
    }

    private void makeRoom(final long length) {
        final double most = SLACK * Math.max(mostInUse, inUse + length);
        free.sort(Comparator.comparingLong(INDArray::length));
        while (held + length > most && !free.isEmpty()) {
            final INDArray smallest = free.removeFirst();
            held -= smallest.length();
            smallest.close();
        }
    }

    /** How many numbers there is memory for, in use or not. */
    long held() {
        return held;
    }

    /** What is still in use is not freed. */
    @Override
    public void close() {
        free.forEach(INDArray::close);
        held = used.values().stream().mapToLong(INDArray::length).sum();
        free.clear();
    }
}
