package org.filterscope.analysis.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.filterscope.engine.picture.Picture;
import org.filterscope.engine.picture.Resampler;

/**
 * What the patterns of a layer look like: the mean of the pictures around a pattern's place, over the pictures with its highest scores. Shown
 * every picture once. Memory: 2 bytes a value, however many pictures there are.
 */
public final class AveragePatches {
    /** Of a patch, in pixels of its own. */
    public static final int SIDE = 24;
    private static final int COLOURS = 3;
    private static final int PICTURES = 5;
    /** Of the input's shorter side. */
    private static final double SHARE = 0.3;

    private final Inferences found;
    private final float width;
    private final Resampler resampler = new Resampler();
    /** By picture, the patterns that take it. */
    private final int[][] takers;
    private final int[] taken;
    private final short[] sums;

    /**
     * @param found     on the pictures
     * @param patterns  how many
     * @param inputRows of the network, in pixels
     * @param inputCols of the network, in pixels
     */
    public AveragePatches(final Inferences found, final int patterns, final int inputRows, final int inputCols) {
        this.found = found;
        width = (float) (SHARE * Math.min(inputRows, inputCols));
        taken = new int[patterns];
        sums = new short[Math.multiplyExact(patterns, SIDE * SIDE * COLOURS)];
        final int[] counts = new int[found.pictures()];
        final int[][] best = new int[patterns][];
        for (int v = 0; v < patterns; v++) {
            best[v] = best(v);
            Arrays.stream(best[v]).forEach(picture -> counts[picture]++);
        }
        takers = new int[found.pictures()][];
        Arrays.setAll(takers, picture -> new int[counts[picture]]);
        for (int v = patterns - 1; v >= 0; v--) {
            for (final int picture : best[v]) {
                takers[picture][--counts[picture]] = v;
            }
        }
    }

    private int[] best(final int pattern) {
        return IntStream.range(0, found.pictures()).filter(picture -> found.scores()[found.at(pattern, picture)] > 0).boxed()
                .sorted(Comparator.comparingDouble(picture -> -found.scores()[found.at(pattern, picture)])).limit(PICTURES)
                .mapToInt(Integer::intValue).toArray();
    }

    /** Of what a patch shows, in input pixels. */
    public float width() {
        return width;
    }

    /** Whether any pattern takes the picture; others need not be shown. */
    public boolean takes(final int picture) {
        return takers[picture].length > 0;
    }

    /** @param input as the network sees it, not mirrored */
    public void add(final int picture, final Picture input) {
        final double scale = SIDE / width;
        final Picture small = resampler.resize(input, Math.max(1, (int) Math.round(input.rows() * scale)),
                Math.max(1, (int) Math.round(input.cols() * scale)));
        final double rowScale = (double) small.rows() / input.rows();
        final double colScale = (double) small.cols() / input.cols();
        for (final int v : takers[picture]) {
            final int at = found.at(v, picture);
            taken[v]++;
            add(small, found.mirrored()[picture], (found.rows()[at] + 0.5) * rowScale - 0.5, (found.cols()[at] + 0.5) * colScale - 0.5, v);
        }
    }

    /** Beyond the border its pixels go on. */
    private void add(final Picture picture, final boolean mirrored, final double row, final double col, final int pattern) {
        final double middle = (SIDE - 1) / 2.0;
        int at = pattern * SIDE * SIDE * COLOURS;
        for (int r = 0; r < SIDE; r++) {
            final double down = Math.clamp(row + r - middle, 0, picture.rows() - 1);
            for (int c = 0; c < SIDE; c++) {
                final double across = Math.clamp(col + c - middle, 0, picture.cols() - 1);
                for (int colour = 0; colour < COLOURS; colour++) {
                    sums[at++] += (short) Math.round(value(picture, down, mirrored ? picture.cols() - 1 - across : across, colour));
                }
            }
        }
    }

    private static double value(final Picture picture, final double row, final double col, final int colour) {
        final int top = (int) row;
        final int left = (int) col;
        final int bottom = Math.min(top + 1, picture.rows() - 1);
        final int right = Math.min(left + 1, picture.cols() - 1);
        final double upper = pixel(picture, top, left, colour) * (left + 1 - col) + pixel(picture, top, right, colour) * (col - left);
        final double lower = pixel(picture, bottom, left, colour) * (left + 1 - col) + pixel(picture, bottom, right, colour) * (col - left);
        return upper * (top + 1 - row) + lower * (row - top);
    }

    private static int pixel(final Picture picture, final int row, final int col, final int colour) {
        return picture.values()[(row * picture.cols() + col) * COLOURS + colour] & 0xff;
    }

    /** {@code [pattern, row, col, red green blue]}, a byte each. */
    public byte[] patches() {
        final byte[] means = new byte[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (byte) Math.round((float) sums[i] / Math.max(1, taken[i / (SIDE * SIDE * COLOURS)]));
        }
        return means;
    }
}
