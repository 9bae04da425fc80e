package org.filterscope.analysis.statistics;

/** How likely a count is, when each of some trials succeeds by chance. */
public final class BinomialTail {

    private BinomialTail() {
    }

    /**
     * Probability of so many successes or more.
     *
     * @param trials    independent
     * @param successes at most the trials
     * @param chance    of each, above 0 and below 1
     */
    public static double of(final int trials, final int successes, final double chance) {
        if (successes < 0 || successes > trials || !(chance > 0 && chance < 1)) {
            throw new IllegalArgumentException("%d of %d with a chance of %s".formatted(successes, trials, chance));
        }
        if (successes == 0) {
            return 1;
        }
        // The logarithm, because the first term may be smaller than a double can be.
        double term = successes * Math.log(chance) + (trials - successes) * Math.log1p(-chance);
        for (int i = 1; i <= successes; i++) {
            term += Math.log((double) (trials - successes + i) / i);
        }
        double sum = 0;
        for (int k = successes; k <= trials; k++) {
            sum += Math.exp(term);
            term += Math.log((double) (trials - k) / (k + 1) * chance / (1 - chance));
        }
        return Math.min(1, sum);
    }

    /**
     * The sign test, one-sided: probability of so many changes for the worse or more, when better and worse are equally likely. Of pairs, this is
     * McNemar's test in its exact form.
     *
     * @return 1 when nothing changed
     */
    public static double sign(final int worse, final int better) {
        return worse + better == 0 ? 1 : of(worse + better, worse, 0.5);
    }
}
