package org.filterscope.ui.diagnosis;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Runs the selected configuration, or else the one in the active editor. */
public final class RunDiagnosisHandler extends AbstractHandler {

    @Override
    public Object execute(final ExecutionEvent event) throws ExecutionException {
        final IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        selected(HandlerUtil.getCurrentSelection(event)).or(() -> edited(event)).ifPresent(new DiagnosisStarter(window)::start);
        return null;
    }

    private static Optional<IFile> selected(final ISelection selection) {
        return selection instanceof final IStructuredSelection elements && elements.size() == 1
                ? configuration(elements.getFirstElement())
                : Optional.empty();
    }

    private static Optional<IFile> edited(final ExecutionEvent event) {
        return configuration(HandlerUtil.getActiveEditorInput(event));
    }

    private static Optional<IFile> configuration(final Object element) {
        return Optional.ofNullable(Adapters.adapt(element, IFile.class)).filter(ConfigurationChooser::isConfiguration);
    }
}
