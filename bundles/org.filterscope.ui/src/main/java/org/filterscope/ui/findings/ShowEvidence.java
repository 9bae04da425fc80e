package org.filterscope.ui.findings;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;

/** Opens the evidence page on the finding. */
final class ShowEvidence implements IMarkerResolution2 {

    @Override
    public String getLabel() {
        return Messages.ShowEvidence_label;
    }

    @Override
    public String getDescription() {
        return Messages.ShowEvidence_description;
    }

    @Override
    public Image getImage() {
        return null;
    }

    @Override
    public void run(final IMarker marker) {
        final IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window == null || window.getActivePage() == null) {
            return;
        }
        try {
            IDE.openEditor(window.getActivePage(), marker, true);
        } catch (final PartInitException e) {
            ILog.of(ShowEvidence.class).log(e.getStatus());
        }
    }
}
