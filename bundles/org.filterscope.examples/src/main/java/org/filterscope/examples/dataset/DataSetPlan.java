package org.filterscope.examples.dataset;

/**
 * How much of a world is written.
 *
 * @param size       rows and columns of every picture
 * @param train      pictures for training
 * @param test       pictures for testing
 * @param pairs      counterfactual pairs for each flaw that the world has pairs for
 * @param trainMasks whether training pictures get concept masks; test pictures and pairs always do
 */
public record DataSetPlan(int size, int train, int test, int pairs, boolean trainMasks) {
    private static final int LARGEST = 1024;
    private static final int MOST = 100_000;

    public DataSetPlan {
        if (size < 16 || size > LARGEST) {
            throw new IllegalArgumentException("pictures are 16 to %d pixels wide, not %d".formatted(LARGEST, size));
        }
        if (Math.min(train, Math.min(test, pairs)) < 0 || Math.max(train, Math.max(test, pairs)) > MOST) {
            throw new IllegalArgumentException("numbers of pictures are 0 to %d, not %d, %d, %d".formatted(MOST, train, test, pairs));
        }
    }

    /** How many pictures that makes for a world with so many kinds of pairs. */
    long pictures(final int pairedFlaws) {
        return train + test + 2L * pairs * pairedFlaws;
    }
}
