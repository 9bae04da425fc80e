package org.filterscope.ui.scores;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.filterscope.ui.display.NumberColumn;

/** How the numbers of a layer's columns are written: alike in each column. Made when a column is shown first. Belongs to the UI thread. */
final class LayerFormats {
    private final LayerScores scores;
    private final Map<Object, NumberColumn> columns = new HashMap<>();

    LayerFormats(final LayerScores scores) {
        this.scores = scores;
    }

    /** @param number of all filters in the column; not a number where it is missing */
    NumberColumn of(final Object column, final ToDoubleFunction<FilterScore> number) {
        return columns.computeIfAbsent(column, key -> new NumberColumn(scores.filters().stream().mapToDouble(number)));
    }
}
