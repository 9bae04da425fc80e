package org.filterscope.ui.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.filterscope.ui.display.AccessibleName;

/** Which reports are compared, in the order of time. Reports come by a button or are dropped. Belongs to the UI thread. */
final class ReportChoice {
    private static final int LINES = 3;

    private final Composite control;
    private final Table list;
    private final Button remove;
    private final Button up;
    private final Button compare;
    private final List<Path> reports = new ArrayList<>();

    /** @param compared gets the reports that the person wants compared, at least two */
    ReportChoice(final Composite parent, final Consumer<List<Path>> compared) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(4, 4).applyTo(control);
        list = new Table(control, SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL);
        AccessibleName.give(list, () -> Messages.ReportChoice_name);
        list.setToolTipText(Messages.ReportChoice_tip);
        GridDataFactory.fillDefaults().grab(true, false).hint(150, list.getItemHeight() * LINES).applyTo(list);
        list.addListener(SWT.Selection, event -> enable());
        list.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL) {
                remove();
            }
        });
        final Composite buttons = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).spacing(2, 2).applyTo(buttons);
        button(buttons, Messages.ReportChoice_add, this::browse);
        remove = button(buttons, Messages.ReportChoice_remove, this::remove);
        up = button(buttons, Messages.ReportChoice_earlier, this::moveUp);
        compare = button(buttons, Messages.ReportChoice_compare, () -> compared.accept(List.copyOf(reports)));
        accept(list);
        enable();
    }

    Composite control() {
        return control;
    }

    List<Path> reports() {
        return List.copyOf(reports);
    }

    void setFocus() {
        list.setFocus();
    }

    /** Instead of those chosen before. */
    void show(final Collection<Path> chosen) {
        reports.clear();
        add(chosen);
    }

    void add(final Collection<Path> more) {
        final Set<Path> all = new LinkedHashSet<>(reports);
        all.addAll(more);
        reports.clear();
        reports.addAll(all);
        fill(reports.size() - 1);
    }

    private static Button button(final Composite parent, final String label, final Runnable work) {
        final Button button = new Button(parent, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> work.run());
        GridDataFactory.fillDefaults().applyTo(button);
        return button;
    }

    private void accept(final Control target) {
        final DropTarget drop = new DropTarget(target, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
        drop.setTransfer(LocalSelectionTransfer.getTransfer(), FileTransfer.getInstance());
        drop.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(final DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(final DropTargetEvent event) {
                if (LocalSelectionTransfer.getTransfer().isSupportedType(event.currentDataType)) {
                    add(SelectedReports.of(LocalSelectionTransfer.getTransfer().getSelection()));
                } else if (event.data instanceof final String[] files) {
                    add(Stream.of(files).map(Path::of).map(SelectedReports::directory).toList());
                }
            }
        });
    }

    private void browse() {
        final DirectoryDialog dialog = new DirectoryDialog(control.getShell());
        dialog.setText(Messages.ReportChoice_title);
        dialog.setMessage(Messages.ReportChoice_message);
        final String folder = dialog.open();
        if (folder != null) {
            add(List.of(Path.of(folder)));
        }
    }

    private void remove() {
        final int index = list.getSelectionIndex();
        if (index >= 0) {
            reports.remove(index);
            fill(Math.min(index, reports.size() - 1));
        }
    }

    private void moveUp() {
        final int index = list.getSelectionIndex();
        reports.add(index - 1, reports.remove(index));
        fill(index - 1);
    }

    private void fill(final int selected) {
        list.removeAll();
        reports.forEach(report -> new TableItem(list, SWT.NONE).setText(report.toString()));
        list.select(selected);
        enable();
    }

    private void enable() {
        remove.setEnabled(list.getSelectionIndex() >= 0);
        up.setEnabled(list.getSelectionIndex() > 0);
        compare.setEnabled(reports.size() >= 2);
    }
}
