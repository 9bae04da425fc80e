package org.filterscope.core.graph;

import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** The edges of all layers as arrays, found from either end. */
final class EdgeTable {
    final int[] parents;
    private final float[] rowOffsets;
    private final float[] colOffsets;
    private final float[] weights;
    private final float[] residuals;
    private int[] children;
    /** By pattern, where its edges from below begin in the next array; one more than patterns. */
    private int[] firstBelow;
    private int[] below;

    EdgeTable(final int size) {
        parents = new int[size];
        rowOffsets = new float[size];
        colOffsets = new float[size];
        weights = new float[size];
        residuals = new float[size];
    }

    int size() {
        return parents.length;
    }

    /** @param firstAbove number of the first pattern of the layer above */
    static void encode(final GraphEdge edge, final int firstAbove, final ByteBuffer record) {
        record.putInt(edge.parent() - firstAbove).putFloat(edge.rowOffset()).putFloat(edge.colOffset()).putFloat(edge.weight())
                .putFloat(edge.residual());
    }

    /** @return the parent, numbered in its layer */
    int decode(final ByteBuffer record, final int number, final int firstAbove) {
        final int parent = record.getInt();
        parents[number] = firstAbove + parent;
        rowOffsets[number] = record.getFloat();
        colOffsets[number] = record.getFloat();
        weights[number] = record.getFloat();
        residuals[number] = record.getFloat();
        return parent;
    }

    boolean isSound(final int number) {
        return isSound(rowOffsets[number], colOffsets[number]);
    }

    /** Whether an edge leads somewhere. */
    static boolean isSound(final float rowOffset, final float colOffset) {
        return Math.abs(rowOffset) <= 2 * GraphFormat.FARTHEST && Math.abs(colOffset) <= 2 * GraphFormat.FARTHEST;
    }

    /**
     * Sorts the edges by parent, too, by counting; those of a parent stay in order.
     *
     * @param firstEdge by pattern, its first edge; one more than patterns
     */
    void index(final int[] firstEdge) {
        children = new int[size()];
        for (int pattern = 0; pattern < firstEdge.length - 1; pattern++) {
            Arrays.fill(children, firstEdge[pattern], firstEdge[pattern + 1], pattern);
        }
        firstBelow = new int[firstEdge.length];
        for (final int parent : parents) {
            firstBelow[parent + 1]++;
        }
        Arrays.parallelPrefix(firstBelow, Integer::sum);
        final int[] next = firstBelow.clone();
        below = new int[size()];
        for (int edge = 0; edge < size(); edge++) {
            below[next[parents[edge]]++] = edge;
        }
    }

    GraphEdge edge(final int number) {
        return new GraphEdge(children[number], parents[number], rowOffsets[number], colOffsets[number], weights[number], residuals[number]);
    }

    /** The edges of that numbers. */
    List<GraphEdge> range(final int from, final int to) {
        return new EdgeRange(null, from, to - from);
    }

    List<GraphEdge> children(final int pattern) {
        return new EdgeRange(below, firstBelow[pattern], firstBelow[pattern + 1] - firstBelow[pattern]);
    }

    /** Some edges, made when they are looked at. */
    private final class EdgeRange extends AbstractList<GraphEdge> implements RandomAccess {
        private final int[] numbers;
        private final int first;
        private final int size;

        /** @param numbers null where the edges follow each other */
        EdgeRange(final int[] numbers, final int first, final int size) {
            this.numbers = numbers;
            this.first = first;
            this.size = size;
        }

        @Override
        public GraphEdge get(final int index) {
            final int at = first + Objects.checkIndex(index, size);
            return edge(numbers == null ? at : numbers[at]);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
