package org.filterscope.ui.diagnosis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.ReportLocation;
import org.filterscope.ui.display.UiThread;

/**
 * Makes a report the current one because a person asked for it. A folder without a report that can be read leaves the current one as it is.
 * Belongs to the UI thread; the disk, which may be slow, is looked at in the background.
 */
final class ReportOpener {
    private final IWorkbenchWindow window;

    ReportOpener(final IWorkbenchWindow window) {
        this.window = window;
    }

    /** Opens the report in the folder; when it claims to hold none, asks for another folder. */
    void openOrAsk(final Path folder) {
        look(folder, () -> ask(Optional.of(folder)));
    }

    /** @param start where the person begins to look */
    void ask(final Optional<Path> start) {
        final DirectoryDialog dialog = new DirectoryDialog(window.getShell());
        dialog.setText(Messages.ReportOpener_title);
        dialog.setMessage(Messages.ReportOpener_choose);
        start.map(Path::toString).ifPresent(dialog::setFilterPath);
        Optional.ofNullable(dialog.open()).map(Path::of)
                .ifPresent(folder -> look(folder, () -> refuse(NLS.bind(Messages.ReportOpener_none, folder))));
    }

    /** @param otherwise what to do about a folder that does not even claim to hold a report */
    private void look(final Path folder, final Runnable otherwise) {
        final UiThread thread = new UiThread(window.getWorkbench().getDisplay());
        final Job job = Job.createSystem(Messages.ReportOpener_title, monitor -> {
            final Runnable answer = answer(folder, otherwise);
            thread.later(() -> {
                if (window.getShell() != null) {
                    answer.run();
                }
            });
        });
        job.setPriority(Job.SHORT);
        job.schedule();
    }

    private Runnable answer(final Path folder, final Runnable otherwise) {
        if (!Files.isRegularFile(new ReportFiles(folder).manifest())) {
            return otherwise;
        }
        try {
            Report.open(folder);
            return () -> open(folder);
        } catch (final InvalidReportException e) {
            return () -> refuse(e.getMessage());
        }
    }

    private void open(final Path folder) {
        window.getWorkbench().getService(Diagnoses.class).open(new ReportLocation(folder, Optional.empty()));
        new DiagnosisStarter(window).showScores();
    }

    private void refuse(final String sentence) {
        MessageDialog.openInformation(window.getShell(), Messages.ReportOpener_title, sentence);
    }
}
