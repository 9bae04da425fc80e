package org.filterscope.analytic;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How large a part is drawn: a template's cells become squares of so many pixels. In steps of 1/32, so that what holds of all scales can be proved
 * by trying each.
 *
 * @param thirtySeconds {@link #SMALLEST} to {@link #LARGEST}; 32 is the template's own size
 */
public record Scale(int thirtySeconds) {
    /** 0.84 of the template's size. */
    public static final int SMALLEST = 27;
    /** 1.19 times the template's size. */
    public static final int LARGEST = 38;
    /** How far the largest drawing reaches from its centre, in whole pixels. */
    static final int REACH = 4;
    private static final int ONE = 32;
    /** Of a pixel, along each side. */
    private static final int SAMPLES = 4;

    public Scale {
        if (thirtySeconds < SMALLEST || thirtySeconds > LARGEST) {
            throw new IllegalArgumentException("scales are %d/32 to %d/32, not %d/32".formatted(SMALLEST, LARGEST, thirtySeconds));
        }
    }

    /** From the smallest to the largest. */
    static List<Scale> all() {
        return IntStream.rangeClosed(SMALLEST, LARGEST).mapToObj(Scale::new).toList();
    }

    /** The template drawn at this scale around the middle of a pixel: each pixel is the mean of 4 × 4 samples; −1 to 1, 0 outside. */
    double[][] drawn(final Template template) {
        final int side = 2 * REACH + 1;
        final double[][] pixels = new double[side][side];
        for (int row = 0; row < side * SAMPLES; row++) {
            for (int col = 0; col < side * SAMPLES; col++) {
                pixels[row / SAMPLES][col / SAMPLES] += template.at(cell(row), cell(col)) / (double) (SAMPLES * SAMPLES);
            }
        }
        return pixels;
    }

    /** The template's row or column that a row or column of samples shows. Whole numbers: exact. */
    private int cell(final int sample) {
        // In units of 1/8 pixel, from the centre.
        final int place = 2 * sample + 1 - SAMPLES * (2 * REACH + 1);
        return Math.floorDiv(place * ONE + Template.SIDE * SAMPLES * thirtySeconds, 2 * SAMPLES * thirtySeconds);
    }
}
