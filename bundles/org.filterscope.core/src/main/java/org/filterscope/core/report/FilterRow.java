package org.filterscope.core.report;

/**
 * One line of {@code filters/LAYER.csv}: what a filter does over all pictures. "Value" is the filter's activation at one position.
 *
 * @param channel 0-based
 * @param mean    of all values
 * @param std     standard deviation of all values (of the population)
 * @param max     highest value
 * @param fires   share of pictures with at least one value above zero, 0 to 1
 * @param dead    never above zero, or the same value everywhere
 * @param scores  what other analyses say of the filter
 */
public record FilterRow(int channel, double mean, double std, double max, double fires, boolean dead, Scores scores) {

    /** Statistics alone. */
    public FilterRow(final int channel, final double mean, final double std, final double max, final double fires, final boolean dead) {
        this(channel, mean, std, max, fires, dead, Scores.NONE);
    }

    /** With more scores. */
    public FilterRow with(final Scores more) {
        return new FilterRow(channel, mean, std, max, fires, dead, scores.with(more));
    }
}
