package org.filterscope.analysis.maps;

import java.util.Arrays;

import org.filterscope.engine.graph.Shape;

/**
 * One picture's maps of a layer as a list of the values that are not zero, channel after channel and by position in each. After a rectifier these
 * are few, and whoever can say what the zeros contribute by their number alone is several times faster.
 */
public final class SparseMaps {
    private final Shape shape;
    private final int positions;
    private final int[] starts;
    private final int[] indices;
    private final float[] values;

    SparseMaps(final Shape shape) {
        this.shape = shape;
        positions = shape.rows() * shape.cols();
        starts = new int[shape.channels() + 1];
        indices = new int[Math.toIntExact(shape.size())];
        values = new float[indices.length];
    }

    /** @param maps {@code [channel, row, col]} */
    public static SparseMaps of(final Shape shape, final float[] maps) {
        final SparseMaps sparse = new SparseMaps(shape);
        sparse.take(maps);
        return sparse;
    }

    /** Becomes these maps. What is zero is written and then written over. */
    void take(final float[] maps) {
        int next = 0;
        for (int channel = 0; channel < shape.channels(); channel++) {
            starts[channel] = next;
            for (int i = channel * positions; i < (channel + 1) * positions; i++) {
                indices[next] = i;
                values[next] = maps[i];
                next += given(maps[i]);
            }
        }
        starts[shape.channels()] = next;
    }

    /** 0 for a zero, else 1. Made of the number's bits but its sign: a processor would often guess the way of a branch wrong. */
    static int given(final float value) {
        final int unsigned = Float.floatToRawIntBits(value) << 1;
        return (unsigned | -unsigned) >>> Integer.SIZE - 1;
    }

    /** Where to put the values that are not zero before {@link #place}. */
    float[] values() {
        return values;
    }

    /** @param bits 64 values to a word, the lowest bit first: whether each is one of {@link #values()} */
    void place(final long[] bits) {
        int next = 0;
        int channel = 0;
        for (int word = 0; word < bits.length; word++) {
            for (long left = bits[word]; left != 0; left &= left - 1) {
                final int index = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                for (; index >= channel * positions; channel++) {
                    starts[channel] = next;
                }
                indices[next++] = index;
            }
        }
        Arrays.fill(starts, channel, starts.length, next);
    }

    /** Of the maps. */
    public Shape shape() {
        return shape;
    }

    /** Number in the list of a channel's first value; that of the next channel is where it ends. */
    public int start(final int channel) {
        return starts[channel];
    }

    /** Where a value of the list is, {@code (channel * rows + row) * cols + col}. */
    public int index(final int number) {
        return indices[number];
    }

    /** A value of the list; not zero. */
    public float value(final int number) {
        return values[number];
    }

    /** The highest value of a channel's map; zero counts where there is one. */
    public float most(final int channel) {
        float most = starts[channel + 1] - starts[channel] < positions ? 0 : Float.NEGATIVE_INFINITY;
        for (int i = starts[channel]; i < starts[channel + 1]; i++) {
            most = values[i] > most ? values[i] : most;
        }
        return most;
    }

    /**
     * Writes all values of some channels, with their zeros.
     *
     * @param from  the first channel
     * @param end   the one after the last
     * @param to    where to
     * @param first index there of the first value
     */
    public void write(final int from, final int end, final float[] to, final int first) {
        Arrays.fill(to, first, first + (end - from) * positions, 0);
        final int offset = first - from * positions;
        for (int i = starts[from]; i < starts[end]; i++) {
            to[offset + indices[i]] = values[i];
        }
    }
}
