package org.filterscope.examples.render;

/**
 * One number for each pixel of a square picture.
 *
 * @param size    rows and columns
 * @param numbers [row, col], 0 for none; not copied
 */
public record LabelMap(int size, byte[] numbers) {

    public int at(final int row, final int col) {
        return numbers[row * size + col] & 255;
    }

    /** How many pixels carry that number. */
    public int area(final int number) {
        int area = 0;
        for (final byte value : numbers) {
            if ((value & 255) == number) {
                area++;
            }
        }
        return area;
    }

    /** The mask of one number: [row, col]. */
    public boolean[] mask(final int number) {
        final boolean[] mask = new boolean[numbers.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (numbers[i] & 255) == number;
        }
        return mask;
    }
}
