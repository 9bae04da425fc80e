package org.filterscope.core.protocol;

import java.util.List;

/**
 * A prediction as it is, and without some filters. Lists are by class, in the order of the network's outputs.
 *
 * @param classes       names
 * @param before        probabilities; logits where the network ends without softmax or sigmoid
 * @param after         the same without the filters
 * @param logitsBefore  as the network is
 * @param logitsAfter   without the filters
 * @param probabilities whether {@code before} and {@code after} are probabilities
 * @param seconds       that it took
 */
public record AblationResult(List<String> classes, List<Double> before, List<Double> after, List<Double> logitsBefore,
        List<Double> logitsAfter, boolean probabilities, double seconds) {
}
