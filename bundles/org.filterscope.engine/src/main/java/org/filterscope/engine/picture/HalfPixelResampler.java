package org.filterscope.engine.picture;

/**
 * Resizes pictures by interpolating between the four pixels nearest to a new pixel's centre, without antialiasing and without rounding: what
 * {@code tf.image.resize(method='bilinear', antialias=False)} of TensorFlow 2 does, in the same single-precision steps.
 */
final class HalfPixelResampler {

    /** The two old positions around a new one, and how far it is from the first to the second, 0 to 1. */
    private record Tap(int lower, int upper, float fraction) {
    }

    /** @return the picture with that many rows and columns */
    FittedPicture resize(final Picture picture, final int rows, final int cols) {
        final Tap[] down = taps(picture.rows(), rows);
        final Tap[] across = taps(picture.cols(), cols);
        final byte[] from = picture.values();
        final float[] to = new float[rows * cols * Picture.COLOURS];
        int at = 0;
        for (final Tap vertical : down) {
            final int upperRow = vertical.lower() * picture.cols();
            final int lowerRow = vertical.upper() * picture.cols();
            for (final Tap horizontal : across) {
                for (int colour = 0; colour < Picture.COLOURS; colour++) {
                    final int left = horizontal.lower() * Picture.COLOURS + colour;
                    final int right = horizontal.upper() * Picture.COLOURS + colour;
                    final float top = between(from[upperRow * Picture.COLOURS + left] & 0xff, from[upperRow * Picture.COLOURS + right] & 0xff,
                            horizontal.fraction());
                    final float bottom = between(from[lowerRow * Picture.COLOURS + left] & 0xff, from[lowerRow * Picture.COLOURS + right] & 0xff,
                            horizontal.fraction());
                    to[at++] = between(top, bottom, vertical.fraction());
                }
            }
        }
        return new FittedPicture(rows, cols, to);
    }

    private static float between(final float first, final float second, final float fraction) {
        return first + (second - first) * fraction;
    }

    private static Tap[] taps(final int from, final int to) {
        final float scale = (float) from / to;
        final Tap[] taps = new Tap[to];
        for (int i = 0; i < to; i++) {
            final float place = (i + 0.5f) * scale - 0.5f;
            final float floor = (float) Math.floor(place);
            taps[i] = new Tap(Math.max((int) floor, 0), Math.min((int) Math.ceil(place), from - 1), place - floor);
        }
        return taps;
    }
}
