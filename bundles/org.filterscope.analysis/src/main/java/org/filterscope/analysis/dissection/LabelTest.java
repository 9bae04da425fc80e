package org.filterscope.analysis.dissection;

/**
 * Finds the probability of something as good as a label by trying until there were enough successes, so that trials go where the probability is
 * small. Source: Besag and Clifford: Sequential Monte Carlo p-values, Biometrika 1991.
 */
final class LabelTest {
    /** Then the probability is known to about a fifth of itself. */
    private static final int ENOUGH = 20;
    /** Sums in another order differ by less. */
    private static final double ROUNDING = 1e-9;

    private final double actual;
    private int trials;
    private int good;

    /** @param actual what a trial has to reach */
    LabelTest(final double actual) {
        this.actual = actual;
    }

    void see(final double trial) {
        if (isOpen()) {
            trials++;
            good += reaches(trial, actual) ? 1 : 0;
        }
    }

    boolean isOpen() {
        return good < ENOUGH;
    }

    /** Of a trial as good: share of the trials; until there were enough, the true one counts as one of them. */
    double probability() {
        return isOpen() ? (good + 1.0) / (trials + 1) : (double) good / trials;
    }

    static boolean reaches(final double trial, final double actual) {
        return trial >= actual * (1 - ROUNDING);
    }
}
