package org.filterscope.ui.graph.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a report says of the filters, by layer and filter.
 *
 * @param classes the class that a filter tells best
 * @param labels  the concept that it stands for
 */
public record FilterWords(List<Map<Integer, String>> classes, List<Map<Integer, String>> labels) {

    /** A report that says nothing of them. */
    public static FilterWords none(final int layers) {
        final List<Map<Integer, String>> nothing = Collections.nCopies(layers, Map.of());
        return new FilterWords(nothing, nothing);
    }

    public Optional<String> classOf(final int layer, final int filter) {
        return Optional.ofNullable(classes.get(layer).get(filter));
    }

    public Optional<String> labelOf(final int layer, final int filter) {
        return Optional.ofNullable(labels.get(layer).get(filter));
    }
}
