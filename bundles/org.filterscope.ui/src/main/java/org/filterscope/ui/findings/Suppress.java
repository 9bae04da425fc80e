package org.filterscope.ui.findings;

import java.util.Optional;

import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.FindingMarker;

/** Puts down why a finding does not count. */
final class Suppress extends FindingResolution {
    private final FindingMarker finding;

    Suppress(final FindingMarker finding) {
        super(Messages.Suppress_label, Messages.Suppress_description, 0);
        this.finding = finding;
    }

    @Override
    public void run(final IMarker marker) {
        if (window() == null) {
            return;
        }
        final InputDialog dialog = new InputDialog(window().getShell(), Messages.Suppress_title, Messages.Suppress_why, "",
                text -> text.isBlank() ? "" : null);
        if (dialog.open() == Window.OK) {
            suppress(dialog.getValue().strip());
        }
    }

    void suppress(final String reason) {
        final Diagnoses diagnoses = workbench().getService(Diagnoses.class);
        new SuppressionJob(Messages.Suppress_job, () -> diagnoses.suppress(finding, reason, Optional.empty())).schedule();
    }
}
