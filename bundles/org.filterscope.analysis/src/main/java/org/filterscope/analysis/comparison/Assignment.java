package org.filterscope.analysis.comparison;

import java.util.Arrays;

import org.filterscope.core.progress.Progress;

/**
 * The one-to-one assignment of rows to columns with the highest sum of weights: the Hungarian method (Kuhn 1955, Munkres 1957) by shortest
 * augmenting paths with potentials (Jonker and Volgenant 1987), exact, in the order of rows² times columns steps. Works on the plain array:
 * 2048 filters by 2048 would be four million edge objects in a graph library.
 */
final class Assignment {
    private static final int NONE = -1;

    private final double[][] cost;
    private final int columns;
    private final double[] rowPotential;
    private final double[] columnPotential;
    private final int[] rowOf;

    private Assignment(final double[][] cost, final int columns) {
        this.cost = cost;
        this.columns = columns;
        rowPotential = new double[cost.length];
        columnPotential = new double[columns];
        rowOf = new int[columns];
        Arrays.fill(rowOf, NONE);
    }

    /**
     * @param weights {@code [row, column]}, all finite
     * @return the column of each row; -1 for rows that are left over where there are more rows than columns
     */
    static int[] ofHighest(final double[][] weights, final Progress progress) {
        final int rows = weights.length;
        final int columns = rows == 0 ? 0 : weights[0].length;
        final boolean upright = rows <= columns;
        final double[][] cost = new double[upright ? rows : columns][upright ? columns : rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                cost[upright ? row : column][upright ? column : row] = -weights[row][column];
            }
        }
        final Assignment assignment = new Assignment(cost, upright ? columns : rows);
        for (int row = 0; row < cost.length; row++) {
            progress.checkCancelled();
            assignment.augment(row);
        }
        if (!upright) {
            return assignment.rowOf;
        }
        final int[] result = new int[rows];
        for (int column = 0; column < columns; column++) {
            if (assignment.rowOf[column] != NONE) {
                result[assignment.rowOf[column]] = column;
            }
        }
        return result;
    }

    /** Gives one more row a column: grows a tree of cheapest paths from it until a free column is met, then swaps along that path. */
    private void augment(final int start) {
        final double[] distance = new double[columns];
        final int[] from = new int[columns];
        final boolean[] done = new boolean[columns];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(from, NONE);
        int column = NONE;
        int row = start;
        do {
            final int next = relax(row, column, distance, from, done);
            final double step = distance[next];
            rowPotential[start] += step;
            for (int c = 0; c < columns; c++) {
                if (done[c]) {
                    rowPotential[rowOf[c]] += step;
                    columnPotential[c] -= step;
                } else {
                    distance[c] -= step;
                }
            }
            done[next] = true;
            column = next;
            row = rowOf[next];
        } while (row != NONE);
        while (column != NONE) {
            final int previous = from[column];
            rowOf[column] = previous == NONE ? start : rowOf[previous];
            column = previous;
        }
    }

    /** @return the nearest column that is not done */
    private int relax(final int row, final int via, final double[] distance, final int[] from, final boolean[] done) {
        final double[] costs = cost[row];
        int nearest = NONE;
        for (int c = 0; c < columns; c++) {
            if (done[c]) {
                continue;
            }
            final double reduced = costs[c] - rowPotential[row] - columnPotential[c];
            if (reduced < distance[c]) {
                distance[c] = reduced;
                from[c] = via;
            }
            if (nearest == NONE || distance[c] < distance[nearest]) {
                nearest = c;
            }
        }
        return nearest;
    }
}
