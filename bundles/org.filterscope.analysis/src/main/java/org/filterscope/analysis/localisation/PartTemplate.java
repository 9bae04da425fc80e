package org.filterscope.analysis.localisation;

import java.util.List;

/**
 * What a few labels say of a part: where it is on average, and which voters move with it.
 *
 * @param row      mean of the labels, in pixels of the pictures as taken
 * @param col      likewise
 * @param variance of the part around it along one axis, in square pixels
 * @param voters   that may vote, the best first; none when none that fires on labelled pictures tells them better than their mean
 */
public record PartTemplate(double row, double col, double variance, List<Elector> voters) {

    /**
     * A voter that was chosen.
     *
     * @param voter     its number
     * @param rowOffset from the voter to the part, in pixels
     * @param colOffset likewise
     * @param gain      how much better than the mean it tells the labels, as a logarithm of likelihoods, with what speaks for it beforehand
     */
    public record Elector(int voter, double rowOffset, double colOffset, double gain) {
    }

    public PartTemplate {
        voters = List.copyOf(voters);
    }
}
