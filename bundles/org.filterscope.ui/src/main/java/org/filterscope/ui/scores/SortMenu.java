package org.filterscope.ui.scores;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;

/** The table's order as a menu: what a click on a column's header does, for those who use no pointer. Belongs to the UI thread. */
final class SortMenu {
    private final ScoreTable table;
    private final Map<ScoreColumn, IAction> columns = new EnumMap<>(ScoreColumn.class);
    private final IAction ascending;
    private final IAction descending;

    SortMenu(final ScoreTable table) {
        this.table = table;
        for (final ScoreColumn column : ScoreColumn.values()) {
            columns.put(column, choice(column.label(), () -> new ScoreOrder(column, column.ascendsFirst())));
        }
        ascending = choice(Messages.SortMenu_ascending, () -> new ScoreOrder(table.order().column(), true));
        descending = choice(Messages.SortMenu_descending, () -> new ScoreOrder(table.order().column(), false));
        table.onOrder(this::check);
        check();
    }

    MenuManager create() {
        final MenuManager menu = new MenuManager(Messages.SortMenu_name);
        columns.values().forEach(menu::add);
        menu.add(new Separator());
        menu.add(ascending);
        menu.add(descending);
        return menu;
    }

    private void check() {
        columns.forEach((column, action) -> action.setChecked(column == table.order().column()));
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
