package org.filterscope.ui.explorer;

import org.eclipse.core.resources.IFile;

/** What stands below a model's file; filters are {@link org.filterscope.ui.FilterSelection}, as the views have them. */
sealed interface ModelElement permits ModelLayer, FilterGroup, ModelHint {

    /** The file. */
    IFile model();
}
