package org.filterscope.ui.explorer;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.navigator.CommonActionProvider;
import org.eclipse.ui.navigator.ICommonActionConstants;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.ReportLocation;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.filter.FilterView;
import org.filterscope.ui.scores.FilterScoresView;

/** Enter, or a double click, on a filter opens the view about it; on a layer the report with its filters. */
public final class FilterActions extends CommonActionProvider {
    private final Action open = new Action() {
        @Override
        public void run() {
            final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
            switch (((IStructuredSelection) getContext().getSelection()).getFirstElement()) {
                case final FilterSelection filter -> {
                    bring(page, FilterScoresView.ID, filter.report());
                    show(page, FilterView.ID);
                }
                case final ModelLayer layer when layer.report().isPresent() -> bring(page, FilterScoresView.ID, layer.report().get());
                default -> {
                    // There is nothing to open without a report.
                }
            }
        }
    };

    @Override
    public void fillActionBars(final IActionBars bars) {
        bars.setGlobalActionHandler(ICommonActionConstants.OPEN, open);
    }

    private static void bring(final IWorkbenchPage page, final String view, final Path report) {
        final Diagnoses diagnoses = PlatformUI.getWorkbench().getService(Diagnoses.class);
        if (diagnoses.current().filter(current -> current.directory().equals(report)).isEmpty()) {
            diagnoses.open(new ReportLocation(report, Optional.empty()));
        }
        show(page, view);
    }

    private static void show(final IWorkbenchPage page, final String view) {
        try {
            page.showView(view, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (final PartInitException e) {
            ILog.of(FilterActions.class).log(e.getStatus());
        }
    }
}
