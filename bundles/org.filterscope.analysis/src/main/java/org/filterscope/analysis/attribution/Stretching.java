package org.filterscope.analysis.attribution;

import org.filterscope.engine.graph.Sampling;
import org.filterscope.engine.graph.Sampling.Coordinates;
import org.filterscope.engine.graph.Sampling.Interpolation;
import org.filterscope.engine.graph.Shape;

/** A small map stretched over the network's input by linear interpolation, so that the edges of both coincide. */
final class Stretching {
    private final int rows;
    private final int cols;
    private final int height;
    private final int width;
    private final float[] down;
    private final float[] across;

    /**
     * @param rows  of the small map
     * @param cols  of the small map
     * @param input of the network
     */
    Stretching(final int rows, final int cols, final Shape input) {
        this.rows = rows;
        this.cols = cols;
        height = input.rows();
        width = input.cols();
        down = matrix(rows, height);
        across = matrix(cols, width);
    }

    private static float[] matrix(final int from, final int to) {
        return new Sampling(from, to, (double) to / from, Interpolation.LINEAR, Coordinates.HALF_PIXEL).matrix();
    }

    /**
     * @param map {@code [row, col]}
     * @return {@code [row, col]} of pixels
     */
    double[] stretch(final double[] map) {
        final double[] tall = new double[height * cols];
        for (int to = 0; to < height; to++) {
            for (int from = 0; from < rows; from++) {
                add(map, from * cols, down[to * rows + from], tall, to * cols);
            }
        }
        final double[] stretched = new double[height * width];
        for (int row = 0; row < height; row++) {
            for (int to = 0; to < width; to++) {
                double sum = 0;
                for (int from = 0; from < cols; from++) {
                    sum += across[to * cols + from] * tall[row * cols + from];
                }
                stretched[row * width + to] = sum;
            }
        }
        return stretched;
    }

    /** What each value of the small map has to do with the pixels: the gradient by the small map, from that by the pixels. */
    double[] gather(final double[] pixels) {
        final double[] tall = new double[height * cols];
        for (int row = 0; row < height; row++) {
            for (int from = 0; from < width; from++) {
                for (int to = 0; to < cols; to++) {
                    tall[row * cols + to] += across[from * cols + to] * pixels[row * width + from];
                }
            }
        }
        final double[] map = new double[rows * cols];
        for (int from = 0; from < height; from++) {
            for (int to = 0; to < rows; to++) {
                add(tall, from * cols, down[from * rows + to], map, to * cols);
            }
        }
        return map;
    }

    private void add(final double[] from, final int start, final double weight, final double[] to, final int at) {
        if (weight == 0) {
            return;
        }
        for (int col = 0; col < cols; col++) {
            to[at + col] += weight * from[start + col];
        }
    }
}
