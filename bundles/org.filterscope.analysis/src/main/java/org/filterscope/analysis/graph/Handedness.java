package org.filterscope.analysis.graph;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.core.progress.Progress;

/**
 * What a layer tells apart between pictures and their mirror images: the maps of a picture less those of the mirrored one, smoothed by the mean
 * over windows that reach a ninth of the extent to each side, of length 1. That of the mirrored picture is the negative.
 */
final class Handedness {
    private static final double REACH = 1.0 / 9;

    private final GraphMaps maps;
    private final Progress progress;
    private final int radius;
    private final int rows;
    private final int cols;

    Handedness(final GraphMaps maps, final Progress progress) {
        this.maps = maps;
        this.progress = progress;
        final MapGrid grid = maps.grid();
        radius = Math.min((int) Math.ceil(REACH * grid.extent() / grid.cell()), (Math.min(grid.rows(), grid.cols()) - 1) / 2);
        rows = windows(grid.rows());
        cols = windows(grid.cols());
    }

    /** Windows lie a radius apart: what is between them adds little. */
    private int windows(final int positions) {
        return (positions - 2 * radius - 1) / Math.max(1, radius) + 1;
    }

    /** @return {@code [picture][filter, window]}; zero where a picture is its own mirror image */
    float[][] of(final int[] pictures) throws IOException {
        final int highest = maps.pictures();
        final int[] at = new int[highest];
        Arrays.fill(at, -1);
        for (int i = 0; i < pictures.length; i++) {
            at[pictures[i]] = i;
        }
        final float[][] handedness = new float[pictures.length][maps.filters() * rows * cols];
        add(maps.direct(), 1, picture -> at[picture], handedness);
        add(maps.mirrored(), -1, picture -> at[picture], handedness);
        for (final float[] one : handedness) {
            double square = 0;
            for (final float value : one) {
                square += (double) value * value;
            }
            final double length = Math.sqrt(square);
            for (int i = 0; i < one.length && length > 0; i++) {
                one[i] = (float) (one[i] / length);
            }
        }
        return handedness;
    }

    private void add(final LayerMaps layer, final int sign, final IntUnaryOperator at, final float[][] handedness) throws IOException {
        layer.forEach((picture, values) -> {
            progress.checkCancelled();
            progress.advance(1);
            final int i = at.applyAsInt(picture);
            for (int filter = 0; i >= 0 && filter < maps.filters(); filter++) {
                if (maps.scales()[filter] > 0) {
                    add(values, filter, sign / maps.scales()[filter], handedness[i]);
                }
            }
        });
    }

    private void add(final float[] values, final int filter, final float weight, final float[] sums) {
        final MapGrid grid = maps.grid();
        final int side = 2 * radius + 1;
        // Left over on both sides alike, so that windows of a mirrored map are the mirrored windows.
        final int top = (grid.rows() - side) % Math.max(1, radius) / 2;
        final int left = (grid.cols() - side) % Math.max(1, radius) / 2;
        for (int row = 0; row < rows; row++) {
            for (int col = 0; col < cols; col++) {
                float sum = 0;
                for (int r = 0; r < side; r++) {
                    final int from = filter * grid.cells() + (top + row * radius + r) * grid.cols() + left + col * radius;
                    for (int c = 0; c < side; c++) {
                        sum += Math.max(0, values[from + c]);
                    }
                }
                sums[(filter * rows + row) * cols + col] += weight * sum;
            }
        }
    }
}
