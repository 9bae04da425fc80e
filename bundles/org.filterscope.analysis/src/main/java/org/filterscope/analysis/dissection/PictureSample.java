package org.filterscope.analysis.dissection;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The pictures whose masks are shuffled: all, or so many drawn by lot.
 *
 * @param numbers by picture its number in the sample, -1 for those left out
 * @param size    of the sample
 */
record PictureSample(int[] numbers, int size) {

    /** No picture. */
    static PictureSample none(final int pictures) {
        final int[] numbers = new int[pictures];
        Arrays.fill(numbers, -1);
        return new PictureSample(numbers, 0);
    }

    static PictureSample draw(final int pictures, final int most, final Random random) {
        final int[] lots = IntStream.range(0, pictures).toArray();
        final int size = Math.min(pictures, most);
        for (int i = 0; size < pictures && i < size; i++) {
            final int other = i + random.nextInt(pictures - i);
            final int swapped = lots[i];
            lots[i] = lots[other];
            lots[other] = swapped;
        }
        final int[] chosen = Arrays.copyOf(lots, size);
        Arrays.sort(chosen);
        final int[] numbers = new int[pictures];
        Arrays.fill(numbers, -1);
        for (int i = 0; i < size; i++) {
            numbers[chosen[i]] = i;
        }
        return new PictureSample(numbers, size);
    }
}
