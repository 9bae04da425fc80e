package org.filterscope.ui.scores;

import java.util.List;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.TextActionHandler;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;

/** The view's toolbar and menus. */
final class ViewActions {
    private static final String OPEN_REPORT = "org.filterscope.ui.openReport";

    private final IViewSite site;
    private final ScoresPage page;
    private final IAction runAgain;
    private final IAction refresh;
    private final IAction copy;
    private final IAction copyAll;
    private final IAction showPicture;
    private final IAction openFilter;

    ViewActions(final IViewSite site, final ScoresPage page, final Runnable run, final Runnable reload, final Runnable open) {
        this.site = site;
        this.page = page;
        runAgain = action(Messages.ViewActions_runAgain, Messages.ViewActions_runAgainTip, "icons/run-again.svg", run);
        refresh = action(Messages.ViewActions_refresh, Messages.ViewActions_refreshTip, "icons/refresh.svg", reload);
        copy = action(Messages.ViewActions_copy, Messages.ViewActions_copyTip, "", () -> copy(page.table()::selection));
        copy.setImageDescriptor(
                site.getWorkbenchWindow().getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_TOOL_COPY));
        copy.setActionDefinitionId(ActionFactory.COPY.getCommandId());
        refresh.setActionDefinitionId(ActionFactory.REFRESH.getCommandId());
        copyAll = action(Messages.ViewActions_copyAll, Messages.ViewActions_copyAllTip, "", () -> copy(page.table()::rows));
        openFilter = action(Messages.ViewActions_openFilter, Messages.ViewActions_openFilterTip, "icons/filter.svg", open);
        showPicture = action(Messages.ViewActions_showPicture, Messages.ViewActions_showPictureTip, "", page::showPicture);
    }

    void contribute() {
        final IActionBars bars = site.getActionBars();
        bars.setGlobalActionHandler(ActionFactory.REFRESH.getId(), refresh);
        // While the filter has the focus, the keys for copying and the like belong to its text.
        final TextActionHandler keys = new TextActionHandler(bars);
        keys.setCopyAction(copy);
        keys.setSelectAllAction(action(Messages.ViewActions_selectAll, "", "", this::selectAll));
        keys.addText(page.filter());
        bars.getToolBarManager().add(runAgain);
        bars.getToolBarManager().add(refresh);
        bars.getToolBarManager().add(openReport());
        bars.getMenuManager().add(runAgain);
        bars.getMenuManager().add(refresh);
        bars.getMenuManager().add(openReport());
        bars.getMenuManager().add(new Separator());
        bars.getMenuManager().add(new SortMenu(page.table()).menu());
        bars.getMenuManager().add(new ColumnsMenu(page.table(), site).menu());
        bars.getMenuManager().add(new Separator());
        bars.getMenuManager().add(copy);
        bars.getMenuManager().add(copyAll);
        final MenuManager context = new MenuManager();
        context.add(openFilter);
        context.add(showPicture);
        context.add(new Separator());
        context.add(copy);
        context.add(copyAll);
        context.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        final Table table = page.table().control();
        table.setMenu(context.createContextMenu(table));
        site.registerContextMenu(context, site.getSelectionProvider());
    }

    /** @param known whether there is a report to read again, and whether it is known how it was made */
    void enable(final boolean known, final boolean repeatable) {
        runAgain.setEnabled(repeatable);
        refresh.setEnabled(known);
        copyAll.setEnabled(!page.table().rows().isEmpty());
        enableSelected();
    }

    void enableSelected() {
        final boolean selected = page.table().control().getSelectionCount() > 0;
        copy.setEnabled(selected);
        openFilter.setEnabled(selected);
        showPicture.setEnabled(selected);
    }

    private CommandContributionItem openReport() {
        return new CommandContributionItem(new CommandContributionItemParameter(site, OPEN_REPORT, OPEN_REPORT,
                CommandContributionItem.STYLE_PUSH));
    }

    private void selectAll() {
        page.table().control().selectAll();
        page.table().control().notifyListeners(SWT.Selection, new Event());
    }

    private void copy(final Supplier<List<FilterScore>> filters) {
        final String layer = page.shown().map(shown -> shown.scores().layer().layer()).orElse("");
        final Clipboard clipboard = new Clipboard(site.getShell().getDisplay());
        try {
            clipboard.setContents(new Object[] {ScoreCsv.write(layer, page.table().columns(), filters.get())}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    private static IAction action(final String text, final String toolTip, final String icon, final Runnable work) {
        final IAction action = new Action(text) {
            @Override
            public void run() {
                work.run();
            }
        };
        action.setToolTipText(toolTip);
        if (!icon.isEmpty()) {
            ResourceLocator.imageDescriptorFromBundle(ViewActions.class, icon).ifPresent(action::setImageDescriptor);
        }
        return action;
    }
}
