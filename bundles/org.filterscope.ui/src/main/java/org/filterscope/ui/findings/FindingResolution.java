package org.filterscope.ui.findings;

import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IMarkerResolutionRelevance;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** A quick fix in words. */
abstract class FindingResolution implements IMarkerResolution2, IMarkerResolutionRelevance {
    private final String label;
    private final String description;
    private final int relevance;

    /** @param relevance the platform sorts by it, the highest first, and else by the alphabet */
    FindingResolution(final String label, final String description, final int relevance) {
        this.label = label;
        this.description = description;
        this.relevance = relevance;
    }

    @Override
    public final int getRelevanceForResolution() {
        return relevance;
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
