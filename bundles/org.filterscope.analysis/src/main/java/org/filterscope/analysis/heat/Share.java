package org.filterscope.analysis.heat;

import org.filterscope.analysis.statistics.WilsonInterval;

/**
 * How often something was so.
 *
 * @param hits   at most the trials
 * @param trials pictures
 */
public record Share(int hits, int trials) {
    static final Share NONE = new Share(0, 0);

    Share plus(final boolean hit) {
        return new Share(hits + (hit ? 1 : 0), trials + 1);
    }

    /** From 0 to 1; not a number without trials. */
    public double value() {
        return (double) hits / trials;
    }

    /** Of 95 %. There is at least one trial. */
    public WilsonInterval interval() {
        return WilsonInterval.of(trials, hits);
    }

    /** Whether it is more than a share that is known exactly, by more than the luck of these pictures. */
    boolean isAbove(final double level) {
        return trials > 0 && interval().low() > level;
    }
}
