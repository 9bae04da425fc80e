package org.filterscope.ui.findings;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;
import org.filterscope.ide.Diagnoses;

/** Opens the evidence for the worst finding. */
public final class OpenFindingHandler extends AbstractHandler {

    @Override
    public Object execute(final ExecutionEvent event) throws ExecutionException {
        final IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        WorstFinding.find(window.getWorkbench().getService(Diagnoses.class).current()).ifPresentOrElse(marker -> open(window, marker),
                () -> MessageDialog.openInformation(window.getShell(), Messages.OpenFindingHandler_title, Messages.OpenFindingHandler_none));
        return null;
    }

    private static void open(final IWorkbenchWindow window, final IMarker marker) {
        try {
            IDE.openEditor(window.getActivePage(), marker, true);
        } catch (final PartInitException e) {
            MessageDialog.openError(window.getShell(), Messages.OpenFindingHandler_title, e.getMessage());
        }
    }
}
