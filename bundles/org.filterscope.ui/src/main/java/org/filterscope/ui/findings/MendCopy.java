package org.filterscope.ui.findings;

import java.nio.file.Path;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.finding.Fix;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.FindingMarker;
import org.filterscope.ide.MendedCopy;
import org.filterscope.ide.RepairJob;
import org.filterscope.ui.display.UiThread;

/** Has a copy of the model written in which something was done about the finding, and shows what that does to each class. */
final class MendCopy extends FindingResolution {
    private final FindingMarker finding;
    private final Fix.Kind kind;

    MendCopy(final FindingMarker finding, final Fix.Kind kind) {
        super(switch (kind) {
            case REPAIR -> Messages.MendCopy_repair;
            case MEAN -> Messages.MendCopy_mean;
            default -> Messages.MendCopy_mute;
        }, Messages.MendCopy_description, switch (kind) {
            case REPAIR -> 4;
            case MEAN -> 3;
            default -> 2;
        });
        this.finding = finding;
        this.kind = kind;
    }

    /** Asks for the copy's name first. */
    @Override
    public void run(final IMarker marker) {
        if (window() == null) {
            return;
        }
        final Shell shell = window().getShell();
        try {
            final MendedCopy copy = workbench().getService(Diagnoses.class).mendedCopy(finding);
            final InputDialog dialog = new InputDialog(shell, Messages.MendCopy_title, NLS.bind(Messages.MendCopy_name, copy.model().getParent()),
                    copy.proposal(), name -> copy.fault(name.strip()).orElse(null));
            if (dialog.open() == Window.OK) {
                write(copy.named(dialog.getValue().strip()));
            }
        } catch (final InvalidInputException e) {
            MessageDialog.openError(shell, Messages.MendCopy_title, e.getMessage());
        }
    }

    private void write(final Path target) {
        final UiThread thread = new UiThread(workbench().getDisplay());
        final RepairJob job = workbench().getService(Diagnoses.class).prepareRepair(finding, kind, target);
        job.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(final IJobChangeEvent event) {
                if (event.getResult().isOK()) {
                    job.copy().ifPresent(copy -> thread.later(() -> show(copy, event.getResult().getMessage())));
                }
            }
        });
        job.schedule();
    }

    private static void show(final Path copy, final String summary) {
        if (window() != null) {
            new MendedDialog(window().getShell(), copy, summary).open();
        }
    }
}
