package org.filterscope.analysis.dissection;

/**
 * The coarse grid on which shuffled masks are compared with active positions: the positions of the map, or, of large maps, blocks of them. Every
 * point of the picture belongs to the block of the position nearest to it.
 */
final class PermutationGrid {
    /** Blocks along each axis, at most. */
    private static final int MOST = 32;

    private final int mapCols;
    private final int[] blockRows;
    private final int[] blockCols;
    private final int cols;
    private final int[] pointRows;
    private final int[] pointCols;
    /** By column of blocks, the column of points behind its last. */
    private final int[] colEnds;
    private final double[] positions;
    private final double[] areas;

    PermutationGrid(final SampleGrid points) {
        final int height = blockSide(points.rows().positions());
        final int width = blockSide(points.cols().positions());
        mapCols = points.cols().positions();
        blockRows = blocks(points.rows().positions(), height);
        blockCols = blocks(points.cols().positions(), width);
        cols = blockCols[blockCols.length - 1] + 1;
        pointRows = nearest(points.rows(), blockRows);
        pointCols = nearest(points.cols(), blockCols);
        colEnds = ends(pointCols, cols);
        positions = count(blockRows, blockCols);
        areas = count(pointRows, pointCols);
    }

    private static int blockSide(final int positions) {
        return (positions + MOST - 1) / MOST;
    }

    private static int[] blocks(final int positions, final int side) {
        final int[] blocks = new int[positions];
        for (int i = 0; i < positions; i++) {
            blocks[i] = i / side;
        }
        return blocks;
    }

    private static int[] nearest(final AxisSampling axis, final int[] blocks) {
        final int[] nearest = new int[axis.samples()];
        for (int i = 0; i < nearest.length; i++) {
            nearest[i] = blocks[axis.nearest(i)];
        }
        return nearest;
    }

    private static int[] ends(final int[] blocks, final int count) {
        final int[] ends = new int[count];
        for (int point = 0; point < blocks.length; point++) {
            ends[blocks[point]] = point + 1;
        }
        return ends;
    }

    private double[] count(final int[] rows, final int[] columns) {
        final double[] counts = new double[blocks()];
        for (final int row : rows) {
            for (final int col : columns) {
                counts[row * cols + col]++;
            }
        }
        return counts;
    }

    int blocks() {
        return (blockRows[blockRows.length - 1] + 1) * cols;
    }

    /** The block of a position {@code row * cols + col} of the map. */
    int block(final int position) {
        return blockRows[position / mapCols] * cols + blockCols[position % mapCols];
    }

    /** Points that an active position of a block stands for. */
    double area(final int block) {
        return areas[block] / positions[block];
    }

    /** {@code [label][block]}: of the points that a position of the block stands for, how many have the label. */
    float[][] coverage(final PictureLabels labels, final int count) {
        final float[][] covered = new float[count][blocks()];
        for (int row = 0; row < pointRows.length; row++) {
            for (int col = 0; col < pointCols.length;) {
                final int stretch = labels.stretch(row * pointCols.length + col);
                final int end = Math.min(col + PictureLabels.length(stretch), colEnds[pointCols[col]]);
                covered[PictureLabels.label(stretch)][pointRows[row] * cols + pointCols[col]] += end - col;
                col = end;
            }
        }
        for (final float[] one : covered) {
            for (int block = 0; block < one.length; block++) {
                one[block] /= (float) positions[block];
            }
        }
        return covered;
    }

    /** Points of a label on the picture, of what {@link #coverage} gave for it. */
    double area(final float[] coverage) {
        double sum = 0;
        for (int block = 0; block < coverage.length; block++) {
            sum += coverage[block] * positions[block];
        }
        return sum;
    }
}
