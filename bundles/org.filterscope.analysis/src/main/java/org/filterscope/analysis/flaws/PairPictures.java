package org.filterscope.analysis.flaws;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Pictures on which a concept may be taken for another.
 *
 * @param pair    of concepts
 * @param checked pictures of the half to check with, ascending
 * @param taken   by picture of these: whether the network is wrong on it, in favour of the other concept
 */
record PairPictures(ConceptPair pair, int[] checked, boolean[] taken) {

    /** Whether a picture can tell anything about a pair. */
    static boolean counts(final FlawEvidence evidence, final PictureConcepts concepts, final ConceptPair pair, final int picture) {
        return evidence.truth(picture) >= 0 && pair.concerns(concepts, picture);
    }

    static PairPictures of(final FlawEvidence evidence, final PictureConcepts concepts, final Halves halves, final ConceptPair pair) {
        final int[] checked = halves.checked(picture -> counts(evidence, concepts, pair, picture));
        final boolean[] favoured = pair.favoured(evidence, concepts);
        final boolean[] taken = new boolean[checked.length];
        for (int i = 0; i < checked.length; i++) {
            final int output = evidence.predictions().outputs()[checked[i]];
            taken[i] = output != evidence.truth(checked[i]) && favoured[output];
        }
        return new PairPictures(pair, checked, taken);
    }

    int wrong() {
        return (int) IntStream.range(0, taken.length).filter(i -> taken[i]).count();
    }

    /** Which of the pictures to check with go wrong. */
    int[] wrongPictures() {
        return IntStream.range(0, taken.length).filter(i -> taken[i]).map(i -> checked[i]).toArray();
    }

    /** Share of the wrong pictures of the smaller of two confusions that the other has as well. */
    double sharesWrong(final PairPictures other) {
        final int[] mine = wrongPictures();
        final int[] theirs = other.wrongPictures();
        final long common = IntStream.of(mine).filter(picture -> Arrays.binarySearch(theirs, picture) >= 0).count();
        return (double) common / Math.max(1, Math.min(mine.length, theirs.length));
    }
}
