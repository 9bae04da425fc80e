package org.filterscope.ui.scores;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.PlatformUI;

/** Which columns are shown, in which order, with what each of them tells. */
final class ColumnsDialog extends TrayDialog {
    private static final String HELP = "org.filterscope.ui.columns";
    private static final int LIST_WIDTH = 230;
    private static final int LIST_HEIGHT = 320;
    private static final int TEXT_WIDTH = 330;
    private static final int TEXT_HEIGHT = 90;

    private final List<ColumnLayout.Place> places;
    private Table list;
    private Label explanation;
    private Button up;
    private Button down;

    ColumnsDialog(final Shell parent, final List<ColumnLayout.Place> places) {
        super(parent);
        this.places = new ArrayList<>(places);
        setShellStyle(getShellStyle() | SWT.RESIZE | SWT.SHEET);
    }

    /** The columns as the person left them. */
    List<ColumnLayout.Place> places() {
        return List.copyOf(places);
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.ColumnsDialog_title);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(shell, HELP);
    }

    @Override
    protected Control createDialogArea(final Composite parent) {
        final Composite area = (Composite) super.createDialogArea(parent);
        final Composite content = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(content);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(content);
        final Label label = new Label(content, SWT.NONE);
        label.setText(Messages.ColumnsDialog_columns);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(label);
        list = new Table(content, SWT.CHECK | SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).hint(LIST_WIDTH, LIST_HEIGHT).applyTo(list);
        list.addListener(SWT.Selection, event -> {
            if (event.detail == SWT.CHECK) {
                check((TableItem) event.item);
            }
            describe();
        });
        final Composite buttons = new Composite(content, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(buttons);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(buttons);
        up = button(buttons, Messages.ColumnsDialog_up, () -> move(-1));
        down = button(buttons, Messages.ColumnsDialog_down, () -> move(1));
        button(buttons, Messages.ColumnsDialog_defaults, this::restore);
        explanation = new Label(content, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(TEXT_WIDTH, TEXT_HEIGHT).applyTo(explanation);
        fill(0);
        return area;
    }

    private static Button button(final Composite parent, final String text, final Runnable work) {
        final Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> work.run());
        GridDataFactory.fillDefaults().applyTo(button);
        return button;
    }

    private void fill(final int selected) {
        list.removeAll();
        for (final ColumnLayout.Place place : places) {
            final TableItem item = new TableItem(list, SWT.NONE);
            item.setText(place.column().label());
            item.setChecked(place.shown());
        }
        list.select(selected);
        list.showSelection();
        describe();
    }

    private void check(final TableItem item) {
        final int index = list.indexOf(item);
        final ColumnLayout.Place place = places.get(index);
        // The filter's number stays: without it nobody knows what a row is about.
        final boolean shown = item.getChecked() || place.column() == StatisticColumn.FILTER;
        item.setChecked(shown);
        places.set(index, new ColumnLayout.Place(place.column(), shown, place.width()));
        list.select(index);
    }

    private void move(final int by) {
        final int index = list.getSelectionIndex();
        places.add(index + by, places.remove(index));
        fill(index + by);
    }

    private void restore() {
        final List<ScoreColumn> offered = places.stream().map(ColumnLayout.Place::column).toList();
        places.clear();
        ColumnLayout.DEFAULT.places().stream().filter(place -> offered.contains(place.column()))
                .forEach(places::add);
        fill(0);
    }

    private void describe() {
        final int index = list.getSelectionIndex();
        explanation.setText(index < 0 ? "" : places.get(index).column().explanation().replace("&", "&&"));
        up.setEnabled(index > 0);
        down.setEnabled(index >= 0 && index < places.size() - 1);
    }
}
