package org.filterscope.analysis.attribution;

/**
 * Whether parts make up the whole.
 *
 * @param attributed sum of what was given to pixels or filters
 * @param difference what they should sum up to: the logit less the logit at the baseline
 */
public record Completeness(double attributed, double difference) {

    /** What is missing or too much, as a share of the whole; infinite when the whole is nothing and something was given. */
    public double error() {
        return attributed == difference ? 0 : Math.abs(attributed - difference) / Math.abs(difference);
    }
}
