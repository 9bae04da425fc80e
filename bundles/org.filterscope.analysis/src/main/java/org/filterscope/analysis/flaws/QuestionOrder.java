package org.filterscope.analysis.flaws;

import java.util.Arrays;
import java.util.Random;

/**
 * Which picture to ask a person about next, when labels are not known and errors are to be found with few questions: kinds of pictures are arms of
 * a bandit, an error found is its reward, and the arm with the highest upper confidence bound is asked next (Auer, Cesa-Bianchi, Fischer 2002; for
 * unknown unknowns Lakkaraju et al. 2017).
 */
public final class QuestionOrder {
    /** Weight of the uncertainty; with 2, as its authors have it, many more questions go to kinds without errors. */
    private static final double CURIOSITY = 0.25;

    private final int[][] open;
    private final int[] left;
    private final int[] asked;
    private final int[] wrong;
    private final int[] kinds;
    private int questions;

    /**
     * @param kinds by picture; negative for pictures that are not asked about
     * @param seed  of the order within a kind
     */
    public QuestionOrder(final int[] kinds, final long seed) {
        this.kinds = kinds.clone();
        final int count = Arrays.stream(kinds).max().orElse(-1) + 1;
        final Random random = new Random(seed);
        open = new int[count][];
        left = new int[count];
        asked = new int[count];
        wrong = new int[count];
        for (int kind = 0; kind < count; kind++) {
            open[kind] = members(kind, random);
            left[kind] = open[kind].length;
        }
    }

    private int[] members(final int kind, final Random random) {
        final int[] members = new int[(int) Arrays.stream(kinds).filter(other -> other == kind).count()];
        int next = 0;
        for (int picture = 0; picture < kinds.length; picture++) {
            if (kinds[picture] == kind) {
                final int place = random.nextInt(next + 1);
                members[next] = members[place];
                members[place] = picture;
                next++;
            }
        }
        return members;
    }

    /** The next picture to ask about; negative when all were asked about. Without an answer the next one is of the same kind. */
    public int next() {
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int kind = 0; kind < open.length; kind++) {
            final double bound = asked[kind] == 0 ? Double.MAX_VALUE
                    : (double) wrong[kind] / asked[kind] + Math.sqrt(CURIOSITY * Math.log(questions) / asked[kind]);
            if (left[kind] > 0 && bound > highest) {
                best = kind;
                highest = bound;
            }
        }
        return best < 0 ? -1 : open[best][--left[best]];
    }

    /** @param error whether the network is wrong on the picture */
    public void answer(final int picture, final boolean error) {
        questions++;
        asked[kinds[picture]]++;
        wrong[kinds[picture]] += error ? 1 : 0;
    }
}
