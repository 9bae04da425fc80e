package org.filterscope.analysis.flaws;

import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Pictures split by lot: in one half a flaw is looked for, in the other it is checked, so that nothing is believed for having been looked for hard.
 *
 * <p>Not {@link KnownPictures}: those are split class by class. Here pairs of concepts and kinds of pictures cut across the classes, and pictures
 * without a known class have maps to look at as well.
 *
 * @param looked whether a picture is in the half to look in, by picture
 */
record Halves(boolean[] looked) {

    static Halves of(final int pictures, final long seed) {
        final Random random = new Random(seed);
        final boolean[] looked = new boolean[pictures];
        final int[] order = random.ints(0, Integer.MAX_VALUE).limit(pictures).toArray();
        final int[] sorted = IntStream.range(0, pictures).boxed().sorted((a, b) -> order[a] != order[b] ? Integer.compare(order[a], order[b])
                : Integer.compare(a, b)).mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < pictures / 2; i++) {
            looked[sorted[i]] = true;
        }
        return new Halves(looked);
    }

    /** Pictures of the half to look in, ascending. */
    int[] looked(final IntPredicate wanted) {
        return IntStream.range(0, looked.length).filter(picture -> looked[picture]).filter(wanted).toArray();
    }

    /** Pictures of the half to check with, ascending. */
    int[] checked(final IntPredicate wanted) {
        return IntStream.range(0, looked.length).filter(picture -> !looked[picture]).filter(wanted).toArray();
    }

    /** The same numbers, −1 for pictures of the half to check with. */
    int[] onlyLooked(final int[] numbers) {
        return IntStream.range(0, looked.length).map(picture -> looked[picture] ? numbers[picture] : -1).toArray();
    }

    /** The same numbers, −1 for pictures of the half to look in. */
    int[] onlyChecked(final int[] numbers) {
        return IntStream.range(0, looked.length).map(picture -> looked[picture] ? -1 : numbers[picture]).toArray();
    }
}
