package org.filterscope.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of all files that one reader was shown. */
final class Tally {
    private static final double MEGABYTE = 1e6;
    private static final int MOST_KEPT = 25;

    private final String subject;
    private final List<String> failures = new ArrayList<>();
    private long failed;
    private long mutants;
    private long accepted;
    private long refused;
    private double slowest;
    private long largest;
    private double seconds;

    Tally(final String subject) {
        this.subject = subject;
    }

    void add(final Outcome outcome) {
        mutants++;
        accepted += outcome.verdict() == Outcome.Verdict.ACCEPTED ? 1 : 0;
        refused += outcome.verdict() == Outcome.Verdict.REFUSED ? 1 : 0;
        slowest = Math.max(slowest, outcome.seconds());
        largest = Math.max(largest, outcome.allocated());
    }

    /** Many are the same again; the first ones are kept. */
    void failed(final String failure) {
        failed++;
        if (failures.size() < MOST_KEPT) {
            failures.add(failure);
        }
    }

    /** From the first file to the last, by the clock. */
    void lasted(final double duration) {
        seconds = duration;
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    long mutants() {
        return mutants;
    }

    long accepted() {
        return accepted;
    }

    static String header() {
        return row("reader", "mutants", "accepted", "refused", "failed", "slowest", "most memory", "per second");
    }

    @Override
    public String toString() {
        return row(subject, Long.toString(mutants), Long.toString(accepted), Long.toString(refused), Long.toString(failed),
                "%.3f s".formatted(slowest), "%.1f MB".formatted(largest / MEGABYTE), "%.0f".formatted(mutants / Math.max(1e-3, seconds)));
    }

    private static String row(final String name, final String... cells) {
        final StringBuilder row = new StringBuilder("%-24s".formatted(name));
        for (final String cell : cells) {
            row.append(String.format(Locale.ROOT, "%12s", cell));
        }
        return row.toString();
    }
}
