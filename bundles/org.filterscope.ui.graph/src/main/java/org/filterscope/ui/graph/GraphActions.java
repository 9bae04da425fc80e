package org.filterscope.ui.graph;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.actions.ActionFactory;
import org.filterscope.ui.graph.diagram.GraphDiagram;

/** The view's tool bar and menu. */
final class GraphActions {
    private final GraphPage page;
    private final GraphSaving saving;
    private final Runnable reload;
    private final IAction zoomIn;
    private final IAction zoomOut;
    private final IAction fit;
    private final IAction full;
    private final IAction focus;
    private final IAction overview;
    private final IAction pictures;
    private final IAction byEdges;
    private final IAction byNumber;
    private final IAction saveSight;
    private final IAction saveAll;
    private final IAction copy;

    GraphActions(final GraphPage page, final GraphSaving saving, final GraphState state, final Runnable reload) {
        this.page = page;
        this.saving = saving;
        this.reload = reload;
        final GraphDiagram diagram = page.diagram();
        zoomIn = push(Messages.GraphActions_zoomIn, Messages.GraphActions_zoomInTip, "zoom-in", diagram::zoomIn);
        zoomOut = push(Messages.GraphActions_zoomOut, Messages.GraphActions_zoomOutTip, "zoom-out", diagram::zoomOut);
        fit = push(Messages.GraphActions_fit, Messages.GraphActions_fitTip, "zoom-fit", diagram::fit);
        full = push(Messages.GraphActions_full, Messages.GraphActions_fullTip, "zoom-full", diagram::full);
        focus = check(Messages.GraphActions_focus, Messages.GraphActions_focusTip, "focus", false,
                wanted -> page.focus(wanted ? diagram.selected() : Optional.empty()));
        overview = check(Messages.GraphActions_overview, Messages.GraphActions_overviewTip, "overview", state.overview(), page::showOverview);
        pictures = check(Messages.GraphActions_pictures, Messages.GraphActions_picturesTip, "pictures", state.pictures(), page::showPictures);
        byEdges = radio(Messages.GraphActions_byEdges, Messages.GraphActions_byEdgesTip, !state.byNumber(), () -> page.arrangeByNumber(false));
        byNumber = radio(Messages.GraphActions_byNumber, Messages.GraphActions_byNumberTip, state.byNumber(), () -> page.arrangeByNumber(true));
        saveSight = push(Messages.GraphActions_saveSight, Messages.GraphActions_saveSightTip, "save-picture", () -> save(false));
        saveAll = push(Messages.GraphActions_saveAll, Messages.GraphActions_saveAllTip, "save-picture", () -> save(true));
        copy = push(Messages.GraphActions_copy, Messages.GraphActions_copyTip, "", page::copy);
    }

    void contribute(final IViewSite site) {
        final IAction refresh = push(Messages.GraphActions_refresh, Messages.GraphActions_refreshTip, "", reload);
        refresh.setActionDefinitionId(ActionFactory.REFRESH.getCommandId());
        site.getActionBars().setGlobalActionHandler(ActionFactory.REFRESH.getId(), refresh);
        final IAction find = push(Messages.GraphActions_find, Messages.GraphActions_findTip, "", page::search);
        find.setActionDefinitionId(ActionFactory.FIND.getCommandId());
        site.getActionBars().setGlobalActionHandler(ActionFactory.FIND.getId(), find);
        final IToolBarManager bar = site.getActionBars().getToolBarManager();
        List.of(focus, new Separator(), zoomIn, zoomOut, fit, full, new Separator(), overview, pictures, new Separator(), saveSight)
                .forEach(item -> add(bar, item));
        final IMenuManager menu = site.getActionBars().getMenuManager();
        List.of(find, focus, new Separator(), zoomIn, zoomOut, fit, full, new Separator(), byEdges, byNumber, new Separator(), overview, pictures,
                new Separator(), copy, saveSight, saveAll, new Separator(), refresh).forEach(item -> add(menu, item));
    }

    private static void add(final IContributionManager manager, final Object item) {
        if (item instanceof final IAction action) {
            manager.add(action);
        } else {
            manager.add(new Separator());
        }
    }

    /** @param graph whether one is shown */
    void enable(final boolean graph) {
        List.of(zoomIn, zoomOut, fit, full, focus, byEdges, byNumber, saveSight, saveAll, copy).forEach(action -> action.setEnabled(graph));
    }

    void focused(final boolean something) {
        focus.setChecked(something);
    }

    private void save(final boolean whole) {
        page.reading().ifPresent(reading -> saving.ask(reading, whole));
    }

    private static IAction push(final String label, final String tip, final String icon, final Runnable reaction) {
        return of(label, tip, icon, IAction.AS_PUSH_BUTTON, checked -> reaction.run());
    }

    private static IAction check(final String label, final String tip, final String icon, final boolean checked, final Reaction reaction) {
        final IAction action = of(label, tip, icon, IAction.AS_CHECK_BOX, reaction);
        action.setChecked(checked);
        return action;
    }

    private static IAction radio(final String label, final String tip, final boolean checked, final Runnable reaction) {
        final IAction action = of(label, tip, "", IAction.AS_RADIO_BUTTON, chosen -> {
            if (chosen) {
                reaction.run();
            }
        });
        action.setChecked(checked);
        return action;
    }

    @FunctionalInterface
    private interface Reaction {
        void run(boolean checked);
    }

    private static IAction of(final String label, final String tip, final String icon, final int style, final Reaction reaction) {
        final Action action = new Action(label, style) {
            @Override
            public void run() {
                reaction.run(isChecked());
            }
        };
        action.setToolTipText(tip);
        if (!icon.isEmpty()) {
            ResourceLocator.imageDescriptorFromBundle(GraphActions.class, "icons/" + icon + ".svg").ifPresent(action::setImageDescriptor);
        }
        return action;
    }
}
