package org.filterscope.ui.explorer;

import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.filterscope.ui.FilterSelection;

/** Layers from the input to the output, filters by their numbers. */
public final class ModelOrder extends ViewerComparator {

    @Override
    public int compare(final Viewer viewer, final Object one, final Object other) {
        return Integer.compare(place(one), place(other));
    }

    private static int place(final Object element) {
        return switch (element) {
            case final ModelLayer layer -> layer.number();
            case final FilterGroup group -> group.first();
            case final FilterSelection filter -> filter.channel();
            default -> 0;
        };
    }
}
