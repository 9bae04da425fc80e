package org.filterscope.ui.findings;

import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** A quick fix in words. */
abstract class FindingResolution implements IMarkerResolution2 {
    private final String label;
    private final String description;

    FindingResolution(final String label, final String description) {
        this.label = label;
        this.description = description;
    }

    @Override
    public final String getLabel() {
        return label;
    }

    @Override
    public final String getDescription() {
        return description;
    }

    @Override
    public final Image getImage() {
        return null;
    }

    static IWorkbench workbench() {
        return PlatformUI.getWorkbench();
    }

    /** Where the person works; may be {@code null} while the workbench closes. */
    static IWorkbenchWindow window() {
        return workbench().getActiveWorkbenchWindow();
    }
}
