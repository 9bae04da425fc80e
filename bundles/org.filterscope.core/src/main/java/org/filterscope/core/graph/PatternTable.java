package org.filterscope.core.graph;

import java.nio.ByteBuffer;

/** The patterns of all layers as arrays. */
final class PatternTable {
    final int[] filters;
    final int[] indices;
    final double[] rows;
    final double[] cols;
    final double[] spreads;
    final double[] reaches;
    final int[] merged;
    final float[] least;
    /** By pattern, its first edge; one more than patterns. */
    final int[] firstEdge;

    PatternTable(final int size) {
        filters = new int[size];
        indices = new int[size];
        rows = new double[size];
        cols = new double[size];
        spreads = new double[size];
        reaches = new double[size];
        merged = new int[size];
        least = new float[size];
        firstEdge = new int[size + 1];
    }

    int size() {
        return filters.length;
    }

    static void encode(final GraphPattern pattern, final int parents, final ByteBuffer record) {
        record.putInt(pattern.filter()).putInt(pattern.index());
        record.putDouble(pattern.row()).putDouble(pattern.col()).putDouble(pattern.spread()).putDouble(pattern.reach());
        record.putInt(pattern.merged()).putFloat(pattern.least()).putInt(parents).putInt(0);
    }

    /** @return the number of its edges, as the file says */
    int decode(final ByteBuffer record, final int number) {
        filters[number] = record.getInt();
        indices[number] = record.getInt();
        rows[number] = record.getDouble();
        cols[number] = record.getDouble();
        spreads[number] = record.getDouble();
        reaches[number] = record.getDouble();
        merged[number] = record.getInt();
        least[number] = record.getFloat();
        final int parents = record.getInt();
        record.getInt();
        return parents;
    }

    boolean isSound(final int number) {
        return indices[number] >= 0 && merged[number] >= 0 && isSound(rows[number], cols[number], spreads[number], reaches[number]);
    }

    /** Whether a pattern can be somewhere. */
    static boolean isSound(final double row, final double col, final double spread, final double reach) {
        return Math.abs(row) <= GraphFormat.FARTHEST && Math.abs(col) <= GraphFormat.FARTHEST && spread >= 0 && spread <= GraphFormat.FARTHEST
                && reach >= 0 && reach <= GraphFormat.FARTHEST;
    }

    GraphPattern pattern(final int layer, final int number) {
        return new GraphPattern(layer, filters[number], indices[number], rows[number], cols[number], spreads[number], reaches[number],
                merged[number], least[number]);
    }
}
