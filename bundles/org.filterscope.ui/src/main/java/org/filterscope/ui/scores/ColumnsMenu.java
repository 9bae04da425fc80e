package org.filterscope.ui.scores;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.window.IShellProvider;

/** Shows and hides the table's columns. Belongs to the UI thread. */
final class ColumnsMenu {
    private final ScoreTable table;
    private final IShellProvider shells;
    private final MenuManager menu = new MenuManager(Messages.ColumnsMenu_name);

    ColumnsMenu(final ScoreTable table, final IShellProvider shells) {
        this.table = table;
        this.shells = shells;
        table.onColumns(this::fill);
        fill();
    }

    MenuManager menu() {
        return menu;
    }

    private void fill() {
        menu.removeAll();
        menu.add(new Action(Messages.ColumnsMenu_configure) {
            @Override
            public void run() {
                configure();
            }
        });
        menu.add(new Separator());
        table.offered().forEach(place -> menu.add(choice(place)));
    }

    private void configure() {
        final ColumnsDialog dialog = new ColumnsDialog(shells.getShell(), table.offered());
        if (dialog.open() == ColumnsDialog.OK) {
            table.arrange(table.layout().arrange(dialog.places()));
        }
    }

    private Action choice(final ColumnLayout.Place place) {
        final Action choice = new Action(place.column().label(), IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                table.arrange(table.layout().show(place.column(), isChecked()));
            }
        };
        choice.setChecked(place.shown());
        // A table without any column cannot be looked at, and a filter must have a number.
        choice.setEnabled(place.column() != StatisticColumn.FILTER);
        return choice;
    }
}
