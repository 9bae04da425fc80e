package org.filterscope.analysis.flaws;

import java.util.stream.IntStream;

import org.filterscope.analysis.relation.RankedPeaks;

/**
 * How well the peak of a filter tells pictures with a concept from others: areas under the curve of the receiver operating characteristic.
 *
 * @param apart   pictures with the one concept alone against pictures with the other alone; 0.5 when the filter cannot tell them apart
 * @param present pictures with the one concept alone against pictures with neither
 */
record ConceptRanks(double apart, double present) {
    private static final int TAKEN = 0;
    private static final int SHOWN = 1;
    private static final int NEITHER = 2;
    /** A filter that does not tell two concepts apart stays below. */
    private static final double CONFUSED = 0.7;
    /** A filter that tells a concept from its absence is above. */
    private static final double FOUND = 0.9;

    /** What each picture shows of a pair, for {@link #of}; −1 where it cannot be said. */
    static int[] kinds(final PictureConcepts concepts, final ConceptPair pair) {
        return IntStream.range(0, concepts.pictures()).map(picture -> {
            final boolean noShown = concepts.lacks(picture, pair.shown());
            final boolean noTaken = concepts.lacks(picture, pair.taken());
            return concepts.shows(picture, pair.taken()) && noShown ? TAKEN : concepts.shows(picture, pair.shown()) && noTaken ? SHOWN
                    : noTaken && noShown ? NEITHER : -1;
        }).toArray();
    }

    /** @return not numbers where there are no such pictures */
    static ConceptRanks of(final float[] peaks, final int[] kinds) {
        final int[] counts = new int[NEITHER + 1];
        IntStream.of(kinds).filter(kind -> kind >= 0).forEach(kind -> counts[kind]++);
        if (counts[TAKEN] == 0 || counts[SHOWN] == 0 || counts[NEITHER] == 0) {
            return new ConceptRanks(Double.NaN, Double.NaN);
        }
        final RankedPeaks ranked = new RankedPeaks(kinds, counts);
        ranked.sort(peaks, kinds);
        final double[][] auc = ranked.againstEachOther(new int[] {TAKEN, SHOWN, NEITHER});
        return new ConceptRanks(auc[TAKEN][SHOWN], auc[TAKEN][NEITHER]);
    }

    /** Whether the filter finds the one concept and takes the other for it. */
    boolean areConfused() {
        return apart < CONFUSED && present >= FOUND;
    }
}
