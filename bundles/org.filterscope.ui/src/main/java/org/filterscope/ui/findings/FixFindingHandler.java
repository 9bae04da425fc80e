package org.filterscope.ui.findings;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.filterscope.ide.Diagnoses;

/** Offers what can be done about the worst finding, as Ctrl+1 does in the Problems view. */
public final class FixFindingHandler extends AbstractHandler {
    @Override
    public Object execute(final ExecutionEvent event) throws ExecutionException {
        final IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        WorstFinding.find(window.getWorkbench().getService(Diagnoses.class).current()).ifPresentOrElse(
                marker -> FixChoice.offer(window.getShell(), marker),
                () -> MessageDialog.openInformation(window.getShell(), Messages.FixFindingHandler_title, Messages.OpenFindingHandler_none));
        return null;
    }
}
