package org.filterscope.ui.diagnosis;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the report in the selected folder, or the one of the selected manifest; when none is selected it asks for a folder. */
public final class OpenReportHandler extends AbstractHandler {

    @Override
    public Object execute(final ExecutionEvent event) throws ExecutionException {
        final ReportOpener opener = new ReportOpener(HandlerUtil.getActiveWorkbenchWindowChecked(event));
        selected(HandlerUtil.getCurrentSelection(event)).ifPresentOrElse(opener::openOrAsk, () -> opener.ask(Optional.empty()));
        return null;
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
}
