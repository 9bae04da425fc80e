package org.filterscope.ui.tests;

import java.util.stream.Stream;

import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.XMLMemento;

/** The button Pin in a view's toolbar. */
record Pin(IViewPart view) {

    boolean isPressed() {
        return action().isChecked();
    }

    void press() {
        action().setChecked(!action().isChecked());
        action().run();
        EventLoop.settle();
    }

    /** The report that the view would remember, in which what it reads at the moment counts. */
    String report() {
        final XMLMemento saved = XMLMemento.createWriteRoot("view");
        view.saveState(saved);
        return saved.getString("report");
    }

    private IAction action() {
        return Stream.of(view.getViewSite().getActionBars().getToolBarManager().getItems()).filter(ActionContributionItem.class::isInstance)
                .map(item -> ((ActionContributionItem) item).getAction()).filter(action -> action.getText().equals("&Pin")).findFirst().orElseThrow();
    }
}
