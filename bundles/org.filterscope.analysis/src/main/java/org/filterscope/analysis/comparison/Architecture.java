package org.filterscope.analysis.comparison;

import java.util.List;

import org.filterscope.core.report.LayerRow;

/** Whether two reports are about networks of one architecture, so that a filter's number means the same in both. */
final class Architecture {
    private Architecture() {
    }

    /** The layers that both reports looked into, in the order of the earlier one. */
    static List<String> common(final Side before, final Side after) {
        return before.layers().keySet().stream().filter(after.layers()::containsKey).toList();
    }

    /** They have layers in common, and each of these is the same operation with as many filters and the same receptive field. */
    static boolean isSame(final Side before, final Side after) {
        final List<String> common = common(before, after);
        return !common.isEmpty() && common.stream().allMatch(layer -> isSame(before.layers().get(layer), after.layers().get(layer)));
    }

    private static boolean isSame(final LayerRow first, final LayerRow second) {
        return first.kind().equals(second.kind()) && first.channels() == second.channels() && isSame(first.vertical(), second.vertical())
                && isSame(first.horizontal(), second.horizontal());
    }

    private static boolean isSame(final LayerRow.FieldRow first, final LayerRow.FieldRow second) {
        return first.stride() == second.stride() && first.size() == second.size();
    }
}
