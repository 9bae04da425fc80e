package org.filterscope.core.report;

import java.util.List;

/**
 * One line of {@code predictions.csv}.
 *
 * @param picture path below the picture folder, with {@code /}
 * @param label   the true class; empty when not known
 * @param best    the most probable classes, best first
 */
public record PredictionRow(String picture, String label, List<Guess> best) {
    /** How many guesses a table keeps. */
    public static final int GUESSES = 5;

    public PredictionRow {
        best = List.copyOf(best);
    }

    /** A class by its name, and its probability. */
    public record Guess(String name, double probability) {
    }
}
