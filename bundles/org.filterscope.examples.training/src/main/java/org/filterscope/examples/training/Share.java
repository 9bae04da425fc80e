package org.filterscope.examples.training;

/**
 * How often something happened.
 *
 * @param hits   times it did
 * @param trials times it could have
 */
public record Share(int hits, int trials) {

    public Share {
        if (hits < 0 || hits > trials || trials == 0) {
            throw new IllegalArgumentException("%d of %d is no share".formatted(hits, trials));
        }
    }

    /** 0 to 1. */
    public double value() {
        return (double) hits / trials;
    }

    @Override
    public String toString() {
        return "%d of %d".formatted(hits, trials);
    }
}
