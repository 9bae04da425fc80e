package org.filterscope.analysis.attribution;

import java.util.Optional;

/**
 * What each filter of a layer adds to a class's logit on one picture.
 *
 * @param values       by filter
 * @param positions    {@code [filter, row, col]}: what each position adds; a filter's value is their sum
 * @param kind         how far the numbers can be trusted
 * @param logit        of the class
 * @param cost         what was spent
 * @param completeness whether the values sum up to the logit less the logit with the whole layer at zero; not for {@link Kind#GRADIENT}
 */
public record LayerContribution(double[] values, double[] positions, Kind kind, double logit, PassCount cost,
        Optional<Completeness> completeness) {

    /** How contributions were found. */
    public enum Kind {
        /** All layers above are affine: the logit changes by exactly so much when the filter is silenced, whatever the others do. */
        EXACT,
        /** Gradient × activation: true for small changes only. */
        GRADIENT,
        /** Gradients along the way from an empty layer to the one there is: the contributions share out the logit's whole difference. */
        INTEGRATED
    }
}
