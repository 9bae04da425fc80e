package org.filterscope.core.graph;

import java.io.IOException;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

import org.filterscope.core.report.InvalidReportException;

/** The edges of all layers as arrays, found from either end. */
final class EdgeTable {
    private final int[] parents;
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

    /** Writes some edges, column by column. @param firstAbove number of the first pattern of the layer above */
    static void write(final List<GraphEdge> edges, final int firstAbove, final SectionOutput output) throws IOException {
        for (final GraphEdge edge : edges) {
            output.room(Integer.BYTES).putInt(edge.parent() - firstAbove);
        }
        for (final GraphEdge edge : edges) {
            output.room(Float.BYTES).putFloat(edge.rowOffset());
        }
        for (final GraphEdge edge : edges) {
            output.room(Float.BYTES).putFloat(edge.colOffset());
        }
        for (final GraphEdge edge : edges) {
            output.room(Float.BYTES).putFloat(edge.weight());
        }
        for (final GraphEdge edge : edges) {
            output.room(Float.BYTES).putFloat(edge.residual());
        }
    }

    /**
     * Reads a layer's edges.
     *
     * @param from number of the first
     */
    void read(final SectionReader reader, final Section section, final int from, final int count, final GraphLayer above)
            throws IOException, InvalidReportException {
        final long column = (long) count * Float.BYTES;
        reader.verify(section);
        reader.ints(section.offset(), parents, from, count);
        reader.floats(section.offset() + column, rowOffsets, from, count);
        reader.floats(section.offset() + 2 * column, colOffsets, from, count);
        reader.floats(section.offset() + 3 * column, weights, from, count);
        reader.floats(section.offset() + 4 * column, residuals, from, count);
        for (int edge = from; edge < from + count; edge++) {
            if (parents[edge] < 0 || parents[edge] >= above.patterns() || !isSound(rowOffsets[edge], colOffsets[edge])) {
                throw reader.damaged("edge %d makes no sense".formatted(edge), null);
            }
            parents[edge] += above.first();
        }
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
