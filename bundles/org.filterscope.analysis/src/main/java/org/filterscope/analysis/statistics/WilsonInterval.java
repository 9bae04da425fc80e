package org.filterscope.analysis.statistics;

/**
 * 95 % interval of the share of trials that succeed. Unlike a bootstrap it has a width where all trials do, or none does: the same pictures drawn
 * again say nothing about other ones. Source: Wilson 1927, the score interval, without correction for continuity.
 *
 * @param low  end, at least 0
 * @param high end, at most 1
 */
public record WilsonInterval(double low, double high) {
    /** Of the normal distribution, 2.5 % lie above. */
    private static final double NORMAL = 1.959963984540054;

    /**
     * @param trials    independent, at least one
     * @param successes at most the trials
     */
    public static WilsonInterval of(final int trials, final int successes) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException("%d of %d".formatted(successes, trials));
        }
        final double share = (double) successes / trials;
        final double square = NORMAL * NORMAL / trials;
        final double middle = (share + square / 2) / (1 + square);
        final double half = NORMAL * Math.sqrt(share * (1 - share) / trials + square / (4.0 * trials)) / (1 + square);
        // At both ends the formula gives 0 and 1 but for rounding.
        return new WilsonInterval(successes == 0 ? 0 : middle - half, successes == trials ? 1 : middle + half);
    }
}
