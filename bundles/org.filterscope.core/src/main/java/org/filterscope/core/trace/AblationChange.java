package org.filterscope.core.trace;

import java.util.OptionalDouble;

/**
 * What the prediction becomes without a filter: measured, by running the layers above with the filter at zero.
 *
 * @param logit       of the traced class without the filter, less the logit with it; negative when the filter spoke for the class
 * @param probability the same of its probability; absent where there is none
 */
public record AblationChange(double logit, OptionalDouble probability) {
}
