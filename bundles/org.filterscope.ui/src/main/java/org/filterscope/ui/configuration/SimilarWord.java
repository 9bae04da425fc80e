package org.filterscope.ui.configuration;

import java.util.Comparator;
import java.util.List;

/** Guesses what somebody meant to write. */
final class SimilarWord {
    /** Letters that may be wrong, of a word three times as long. */
    private static final int SHARE = 3;

    private SimilarWord() {
    }

    /** Those of some words that are like the one written, the most similar first. */
    static List<String> of(final String written, final List<String> words) {
        return words.stream().filter(word -> distance(written, word) <= Math.max(1, Math.max(written.length(), word.length()) / SHARE)
                || !written.isEmpty() && word.startsWith(written)).sorted(Comparator.comparingInt(word -> distance(written, word))).toList();
    }

    /** Letters that have to be put in, left out, changed, or swapped with their neighbour (optimal string alignment). */
    static int distance(final String one, final String other) {
        final int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                final int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }
}
