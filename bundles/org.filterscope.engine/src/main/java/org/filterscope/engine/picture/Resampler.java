package org.filterscope.engine.picture;

/**
 * Resizes pictures with a triangle filter that grows with the reduction (antialiased bilinear), first along the columns, then along the rows,
 * each pass rounded to whole numbers. This is what the Python Imaging Library does, with which most networks were trained: the same pixels,
 * where most Java scalers are off by up to 25 of 255 in fine texture.
 */
public final class Resampler {
    /** Weights are whole multiples of 2^-22, so that eight bits times the weights fit an {@code int}. */
    private static final int PRECISION = 22;

    /** Weights of the source positions from {@code first} on. */
    private record Tap(int first, int[] weights) {
    }

    /** @return the picture with that many rows and columns */
    public Picture resize(final Picture picture, final int rows, final int cols) {
        final Picture narrowed = picture.cols() == cols ? picture : alongColumns(picture, cols);
        return narrowed.rows() == rows ? narrowed : alongRows(narrowed, rows);
    }

    private static Picture alongColumns(final Picture picture, final int cols) {
        final Tap[] taps = taps(picture.cols(), cols);
        final byte[] from = picture.values();
        final byte[] to = new byte[picture.rows() * cols * Picture.COLOURS];
        for (int r = 0; r < picture.rows(); r++) {
            for (int c = 0; c < cols; c++) {
                final int start = (r * picture.cols() + taps[c].first()) * Picture.COLOURS;
                mix(from, start, Picture.COLOURS, taps[c].weights(), to, (r * cols + c) * Picture.COLOURS);
            }
        }
        return new Picture(picture.rows(), cols, to);
    }

    private static Picture alongRows(final Picture picture, final int rows) {
        final Tap[] taps = taps(picture.rows(), rows);
        final int width = picture.cols() * Picture.COLOURS;
        final byte[] from = picture.values();
        final byte[] to = new byte[rows * width];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < picture.cols(); c++) {
                mix(from, taps[r].first() * width + c * Picture.COLOURS, width, taps[r].weights(), to, r * width + c * Picture.COLOURS);
            }
        }
        return new Picture(rows, picture.cols(), to);
    }

    private static void mix(final byte[] from, final int start, final int step, final int[] weights, final byte[] to, final int target) {
        for (int colour = 0; colour < Picture.COLOURS; colour++) {
            int sum = 1 << PRECISION - 1;
            int at = start + colour;
            for (final int weight : weights) {
                sum += (from[at] & 0xff) * weight;
                at += step;
            }
            to[target + colour] = (byte) Math.clamp(sum >> PRECISION, 0, 255);
        }
    }

    private static Tap[] taps(final int from, final int to) {
        final double scale = (double) from / to;
        final double reach = Math.max(1, scale);
        final Tap[] taps = new Tap[to];
        for (int i = 0; i < to; i++) {
            final double centre = (i + 0.5) * scale;
            final int first = Math.max(0, (int) (centre - reach + 0.5));
            final int last = Math.min(from, (int) (centre + reach + 0.5));
            final double[] weights = new double[last - first];
            double sum = 0;
            for (int j = 0; j < weights.length; j++) {
                weights[j] = Math.max(0, 1 - Math.abs((first + j - centre + 0.5) / reach));
                sum += weights[j];
            }
            final int[] whole = new int[weights.length];
            for (int j = 0; j < weights.length; j++) {
                whole[j] = (int) (weights[j] / sum * (1 << PRECISION) + 0.5);
            }
            taps[i] = new Tap(first, whole);
        }
        return taps;
    }
}
