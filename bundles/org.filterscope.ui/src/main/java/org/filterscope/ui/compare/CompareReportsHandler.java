package org.filterscope.ui.compare;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Compares the selected reports in the view Compare; with fewer than two selected, opens the view. */
public final class CompareReportsHandler extends AbstractHandler {

    @Override
    public Object execute(final ExecutionEvent event) throws ExecutionException {
        // Once the view is active its own selection is the current one.
        final List<Path> reports = SelectedReports.of(HandlerUtil.getCurrentSelection(event));
        try {
            final IViewPart view = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage().showView(CompareView.ID);
            if (view instanceof final CompareView compare) {
                compare.choose(reports);
            }
            return null;
        } catch (final PartInitException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
    }
}
