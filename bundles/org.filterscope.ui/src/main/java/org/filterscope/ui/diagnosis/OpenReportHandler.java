package org.filterscope.ui.diagnosis;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.filterscope.core.report.Report;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.ReportLocation;

/** Opens the report in the selected folder, or the one of the selected manifest; when none is selected it asks for a folder. */
public final class OpenReportHandler extends AbstractHandler {

    @Override
    public Object execute(final ExecutionEvent event) {
        final Shell shell = HandlerUtil.getActiveShell(event);
        final Optional<Path> selected = selected(HandlerUtil.getCurrentSelection(event));
        selected.filter(Report::isReport).or(() -> ask(shell, selected)).ifPresent(directory -> open(directory, shell));
        return null;
    }

    private static void open(final Path directory, final Shell shell) {
        if (Report.isReport(directory)) {
            PlatformUI.getWorkbench().getService(Diagnoses.class).open(new ReportLocation(directory, Optional.empty()));
            new DiagnosisStarter(PlatformUI.getWorkbench()).showScores();
        } else {
            MessageDialog.openInformation(shell, Messages.OpenReportHandler_title, NLS.bind(Messages.OpenReportHandler_none, directory));
        }
    }

    private static Optional<Path> selected(final ISelection selection) {
        if (!(selection instanceof final IStructuredSelection elements) || elements.size() != 1) {
            return Optional.empty();
        }
        final IResource resource = Adapters.adapt(elements.getFirstElement(), IResource.class);
        final IContainer container = resource instanceof final IFile file && "manifest.json".equals(file.getName()) ? file.getParent()
                : Adapters.adapt(resource, IContainer.class);
        return Optional.ofNullable(container).map(IContainer::getLocation).map(IPath::toPath);
    }

    private static Optional<Path> ask(final Shell shell, final Optional<Path> start) {
        final DirectoryDialog dialog = new DirectoryDialog(shell);
        dialog.setText(Messages.OpenReportHandler_title);
        dialog.setMessage(Messages.OpenReportHandler_choose);
        start.map(Path::toString).ifPresent(dialog::setFilterPath);
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }
}
