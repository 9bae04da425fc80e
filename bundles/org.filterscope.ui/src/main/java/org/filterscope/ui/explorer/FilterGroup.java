package org.filterscope.ui.explorer;

import org.eclipse.core.resources.IFile;

/**
 * Some of a layer's filters, where it has many.
 *
 * @param first channel
 * @param end   the channel behind the last
 */
record FilterGroup(ModelLayer layer, int first, int end) implements ModelElement {
    /** Filters of a group, and of a layer that needs none. */
    static final int SIZE = 100;

    @Override
    public IFile model() {
        return layer.model();
    }
}
