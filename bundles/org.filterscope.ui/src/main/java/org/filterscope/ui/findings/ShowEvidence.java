package org.filterscope.ui.findings;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;

/** Opens the evidence page on the finding. */
final class ShowEvidence extends FindingResolution {

    ShowEvidence() {
        super(Messages.ShowEvidence_label, Messages.ShowEvidence_description, 5);
    }

    @Override
    public void run(final IMarker marker) {
        final IWorkbenchWindow window = window();
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
