package org.filterscope.analysis.flaws;

/** How hard it is to believe that so many errors are an accident: the upper tail of the binomial distribution. */
final class ErrorExcess {

    private ErrorExcess() {
    }

    /**
     * The probability of at least so many errors.
     *
     * @param errors how many there are
     * @param trials where one could be
     * @param rate   of errors that are expected, between 0 and 1
     */
    static double pValue(final int errors, final int trials, final double rate) {
        if (errors <= 0) {
            return 1;
        }
        double sum = 0;
        double logarithm = 0;
        for (int i = 0; i < errors; i++) {
            logarithm += Math.log((double) (trials - i) / (i + 1));
        }
        for (int x = errors; x <= trials; x++) {
            sum += Math.exp(logarithm + x * Math.log(rate) + (trials - x) * Math.log1p(-rate));
            logarithm += Math.log((double) (trials - x) / (x + 1));
        }
        return Math.min(1, sum);
    }
}
