package org.filterscope.analysis.flaws;

/**
 * Whether an answer goes with an attribute, within the true classes: a table of attribute and answer for each class, after Cochran, Mantel and
 * Haenszel (Mantel and Haenszel 1959). Classes in which the attribute or the answer is always the same say nothing.
 */
final class Association {
    private double observed;
    private double expected;
    private double variance;
    private double with;
    private double against;

    /**
     * One class's table.
     *
     * @param both      pictures with the attribute and the answer
     * @param attribute with the attribute alone
     * @param answer    with the answer alone
     * @param neither   with neither
     */
    void add(final int both, final int attribute, final int answer, final int neither) {
        final double all = (double) both + attribute + answer + neither;
        final double having = (double) both + attribute;
        final double answered = (double) both + answer;
        if (all < 2 || having == 0 || having == all || answered == 0 || answered == all) {
            return;
        }
        observed += both;
        expected += having * answered / all;
        variance += having * (all - having) * answered * (all - answered) / (all * all * (all - 1));
        with += both * (double) neither / all;
        against += attribute * (double) answer / all;
    }

    /** The common odds ratio of Mantel and Haenszel; not a number when nothing speaks, infinite when nothing speaks against it. */
    double oddsRatio() {
        return with / against;
    }

    /** That the answer goes with the attribute so much by accident: the upper tail, with a correction for continuity; 1 when nothing speaks. */
    double pValue() {
        return variance == 0 ? 1 : upperTail((observed - expected - 0.5) / Math.sqrt(variance));
    }

    /** Of the normal distribution; to 1.2e-7 of the value. Source: W. H. Press et al., Numerical Recipes, 1992, erfcc. */
    static double upperTail(final double z) {
        final double x = Math.abs(z) / Math.sqrt(2);
        final double t = 1 / (1 + 0.5 * x);
        final double[] factors = {0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368,
                -1.26551223};
        double sum = 0;
        for (final double factor : factors) {
            sum = sum * t + factor;
        }
        final double tail = 0.5 * t * Math.exp(sum - x * x);
        return z >= 0 ? tail : 1 - tail;
    }
}
