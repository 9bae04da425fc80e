package org.filterscope.analysis.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How often the network is right, and which classes it takes for which; for pictures whose folder is named like one of its classes. */
final class Confusions {
    private static final int MOST = 3;
    /** Of a class's pictures, in per cent; less is not worth a line. */
    private static final int LEAST = 10;

    private final List<String> labels;
    private final int[][] counts;

    Confusions(final List<String> labels) {
        this.labels = labels;
        counts = new int[labels.size()][];
    }

    /** @param scores one a class, starting at an index */
    void add(final String label, final float[] scores, final int start) {
        final int truth = labels.indexOf(label);
        if (truth < 0) {
            return;
        }
        int best = 0;
        for (int i = 1; i < labels.size(); i++) {
            best = scores[start + i] > scores[start + best] ? i : best;
        }
        if (counts[truth] == null) {
            counts[truth] = new int[labels.size()];
        }
        counts[truth][best]++;
    }

    /** Lines for a person; none when no folder is named like a class. */
    List<String> text() {
        int right = 0;
        int all = 0;
        final List<Confusion> confusions = new ArrayList<>();
        for (int truth = 0; truth < counts.length; truth++) {
            final int of = sum(truth);
            all += of;
            right += of == 0 ? 0 : counts[truth][truth];
            for (int guess = 0; of > 0 && guess < counts.length; guess++) {
                if (guess != truth && 100 * counts[truth][guess] >= LEAST * of) {
                    confusions.add(new Confusion(labels.get(truth), labels.get(guess), counts[truth][guess], of));
                }
            }
        }
        if (all == 0) {
            return List.of();
        }
        final List<String> lines = new ArrayList<>(List.of("right about %d of %d pictures (%.1f %%)".formatted(right, all, 100.0 * right / all)));
        confusions.stream().sorted(Comparator.comparing(Confusion::share).reversed()).limit(MOST).map(Confusion::text).forEach(lines::add);
        return lines;
    }

    private int sum(final int truth) {
        int sum = 0;
        for (int guess = 0; counts[truth] != null && guess < counts.length; guess++) {
            sum += counts[truth][guess];
        }
        return sum;
    }

    private record Confusion(String truth, String guess, int times, int of) {
        double share() {
            return (double) times / of;
        }

        String text() {
            return "takes %s for %s: %d of %d times".formatted(truth, guess, times, of);
        }
    }
}
