package org.filterscope.analysis.graph;

/**
 * The constants of the mining; shares are of a map's extent ({@link MapGrid#extent()}). Formulas: docs/methods/explanatory-graph.md.
 *
 * @param spread              standard deviation of a pattern without parents, a share
 * @param topWindow           how far from its expected place a pattern of the top layer looks, a share along each axis; may be infinite
 * @param window              the same for the layers below
 * @param windowFollowsSpread whether a pattern looks no farther than three times its own learnt spread
 * @param noise               tau: weight of the noise component; above 0, infinite when all is noise
 * @param parents             how many a pattern has at most
 * @param candidates          how many patterns of the layer above are looked at
 * @param parentInterval      parents are chosen anew every so many iterations, first in the second
 * @param iterations          how many, at least 1
 * @param damped              whether positions move by ever smaller steps, or each time to where the likelihood of the iteration is highest
 * @param ownSpread           whether a pattern without parents looks with its own learnt spread instead of the fixed one
 * @param seed                of the first positions
 */
public record MiningOptions(double spread, double topWindow, double window, boolean windowFollowsSpread, double noise, int parents,
        int candidates, int parentInterval, int iterations, boolean damped, boolean ownSpread, long seed) {
    private static final double PUBLISHED_SHARE = 0.15;
    private static final double PUBLISHED_NOISE = 0.1;
    private static final int PUBLISHED_PARENTS = 15;
    private static final int PUBLISHED_CANDIDATES = 600;
    private static final int PUBLISHED_ITERATIONS = 20;
    private static final int INTERVAL = 3;

    /** @throws IllegalArgumentException when a number makes no sense */
    public MiningOptions {
        if (!(spread > 0 && topWindow > 0 && window > 0 && noise > 0)) {
            throw new IllegalArgumentException("spread, windows and noise must be above 0");
        }
        if (parents < 1 || candidates < parents || parentInterval < 1 || iterations < 1) {
            throw new IllegalArgumentException("parents, their interval and iterations must be at least 1, candidates at least the parents");
        }
    }

    /** The authors' constants, but for the choice of parents in every third iteration. */
    public static MiningOptions published(final long seed) {
        return new MiningOptions(PUBLISHED_SHARE, PUBLISHED_SHARE, PUBLISHED_SHARE, true, PUBLISHED_NOISE, PUBLISHED_PARENTS,
                PUBLISHED_CANDIDATES, INTERVAL, PUBLISHED_ITERATIONS, true, false, seed);
    }

    /** Patterns that look farther: on ordinary photographs more of them find something, and what they find moves with the object. */
    public static MiningOptions wide(final long seed) {
        return new MiningOptions(0.25, Double.POSITIVE_INFINITY, 0.3, false, PUBLISHED_NOISE, PUBLISHED_PARENTS, PUBLISHED_CANDIDATES,
                INTERVAL, PUBLISHED_ITERATIONS, true, false, seed);
    }

    public MiningOptions withIterations(final int number) {
        return new MiningOptions(spread, topWindow, window, windowFollowsSpread, noise, parents, candidates, parentInterval, number, damped,
                ownSpread, seed);
    }

    /** @param number tau */
    public MiningOptions withNoise(final double number) {
        return new MiningOptions(spread, topWindow, window, windowFollowsSpread, number, parents, candidates, parentInterval, iterations,
                damped, ownSpread, seed);
    }

    public MiningOptions withParentInterval(final int number) {
        return new MiningOptions(spread, topWindow, window, windowFollowsSpread, noise, parents, candidates, number, iterations, damped,
                ownSpread, seed);
    }

    /** Every iteration takes its whole step: the likelihood never falls as long as windows and parents stay. */
    public MiningOptions undamped() {
        return new MiningOptions(spread, topWindow, window, windowFollowsSpread, noise, parents, candidates, parentInterval, iterations, false,
                ownSpread, seed);
    }

    /** Patterns without parents look with their own spread. */
    public MiningOptions withOwnSpread() {
        return new MiningOptions(spread, topWindow, window, windowFollowsSpread, noise, parents, candidates, parentInterval, iterations, damped,
                true, seed);
    }

    /** Whether the parents are chosen before this iteration; the first is 1. */
    boolean choosesParents(final int iteration) {
        return iteration >= 2 && (iteration - 2) % parentInterval == 0;
    }
}
