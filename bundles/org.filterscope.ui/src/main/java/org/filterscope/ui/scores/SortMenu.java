package org.filterscope.ui.scores;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;

/** The table's order as a menu: what a click on a column's header does, for those who use no pointer. Belongs to the UI thread. */
final class SortMenu {
    private final ScoreTable table;
    private final MenuManager menu = new MenuManager(Messages.SortMenu_name);
    private final Map<ScoreColumn, IAction> columns = new LinkedHashMap<>();
    private final IAction ascending;
    private final IAction descending;

    SortMenu(final ScoreTable table) {
        this.table = table;
        ascending = choice(Messages.SortMenu_ascending, () -> new ScoreOrder(table.order().column(), true));
        descending = choice(Messages.SortMenu_descending, () -> new ScoreOrder(table.order().column(), false));
        table.onOrder(this::check);
        table.onColumns(this::fill);
        fill();
    }

    MenuManager menu() {
        return menu;
    }

    private void fill() {
        menu.removeAll();
        columns.clear();
        for (final ScoreColumn column : table.columns()) {
            columns.put(column, choice(column.label(), () -> new ScoreOrder(column, column.ascendsFirst())));
        }
        columns.values().forEach(menu::add);
        menu.add(new Separator());
        menu.add(ascending);
        menu.add(descending);
        check();
    }

    private void check() {
        columns.forEach((column, action) -> action.setChecked(column.equals(table.order().column())));
        ascending.setChecked(table.order().ascending());
        descending.setChecked(!table.order().ascending());
    }

    /** Of radio items the one that is left runs, too: it does nothing. */
    private IAction choice(final String label, final Supplier<ScoreOrder> order) {
        return new Action(label, IAction.AS_RADIO_BUTTON) {
            @Override
            public void run() {
                if (isChecked()) {
                    table.sort(order.get());
                }
            }
        };
    }
}
