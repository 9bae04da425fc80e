package org.filterscope.engine.execution;

import java.util.Map;

/**
 * Values and gradients of layers, from one pass forwards and backwards.
 *
 * @param values    of the layers asked for and of the target's layer, edited where they were
 * @param gradients of the target by each layer asked for, at its edited value; zeros where the target does not depend on it
 */
public record Gradients(Map<String, FeatureMaps> values, Map<String, FeatureMaps> gradients) {

    public Gradients {
        values = Map.copyOf(values);
        gradients = Map.copyOf(gradients);
    }

    public FeatureMaps value(final String layer) {
        return values.get(layer);
    }

    public FeatureMaps gradient(final String layer) {
        return gradients.get(layer);
    }
}
