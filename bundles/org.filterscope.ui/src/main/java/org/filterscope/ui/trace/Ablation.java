package org.filterscope.ui.trace;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which filters are silenced: of one layer, for the layers above run once.
 *
 * @param layer   empty when there are none
 * @param filters their numbers
 */
record Ablation(String layer, Set<Integer> filters) {
    static final Ablation NONE = new Ablation("", Set.of());

    Ablation {
        filters = Set.copyOf(filters);
    }

    boolean isEmpty() {
        return filters.isEmpty();
    }

    boolean contains(final String inLayer, final int filter) {
        return layer.equals(inLayer) && filters.contains(filter);
    }

    /** In ascending order. */
    List<Integer> sorted() {
        return filters.stream().sorted().toList();
    }

    /** Silences the filters, or gives them back if they all are silent; those of another layer are given back. */
    Ablation toggled(final String inLayer, final Set<Integer> some) {
        final Set<Integer> result = new TreeSet<>(layer.equals(inLayer) ? filters : Set.of());
        if (result.containsAll(some)) {
            result.removeAll(some);
        } else {
            result.addAll(some);
        }
        return result.isEmpty() ? NONE : new Ablation(inLayer, result);
    }
}
