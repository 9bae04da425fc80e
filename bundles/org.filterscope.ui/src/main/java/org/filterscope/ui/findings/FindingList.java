package org.filterscope.ui.findings;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.filterscope.ui.display.FactTable;
import org.filterscope.ui.display.FactTable.Column;
import org.filterscope.ui.display.SectionedPage;
import org.filterscope.ui.display.ThemeColors;

/** The findings that count, by harm, and on demand those that are suppressed among them. Belongs to the UI thread. */
final class FindingList {
    private static final int REASON = 4;
    private static final int UNTIL = 5;

    private final Composite control;
    private final FactTable table;
    private final Button suppressed;
    private final Label notes;
    private final ThemeColors colors;
    private FindingListing listing = new FindingListing(List.of(), List.of());
    private List<ListedFinding> rows = List.of();

    /**
     * @param chosen   gets the finding that the person has come to
     * @param relisted called when the person has other rows shown
     */
    FindingList(final Composite parent, final ThemeColors colors, final Consumer<ListedFinding> chosen, final Runnable relisted) {
        this.colors = colors;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 3).applyTo(control);
        table = new FactTable(control, colors, Messages.FindingsEditor_findings, Messages.FindingPage_copy,
                List.of(new Column(Messages.FindingsEditor_severity, Messages.FindingsEditor_severityTip, false, 70),
                        new Column(Messages.FindingsEditor_harm, Messages.FindingsEditor_harmTip, true, 100),
                        new Column(Messages.FindingsEditor_kind, Messages.FindingsEditor_kindTip, false, 120),
                        new Column(Messages.FindingsEditor_finding, Messages.FindingsEditor_findingTip, false, 420),
                        new Column(Messages.FindingList_reason, Messages.FindingList_reasonTip, false, 200),
                        new Column(Messages.FindingList_until, Messages.FindingList_untilTip, false, 100)));
        GridDataFactory.fillDefaults().grab(true, true).hint(100, 60).applyTo(table.control());
        table.control().addListener(SWT.Selection, event -> selected().ifPresent(chosen));
        suppressed = new Button(control, SWT.CHECK);
        suppressed.setToolTipText(Messages.FindingList_suppressedTip);
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 0).applyTo(suppressed);
        suppressed.addListener(SWT.Selection, event -> {
            fill();
            relisted.run();
        });
        notes = new Label(control, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 0).hint(100, SWT.DEFAULT).exclude(true).applyTo(notes);
        recolor();
        fill();
    }

    Control control() {
        return control;
    }

    void setFocus() {
        table.control().setFocus();
    }

    void recolor() {
        if (!control.isDisposed()) {
            notes.setForeground(colors.quiet());
            table.recolor();
        }
    }

    /** The choice of what is shown stays. */
    void show(final FindingListing shown) {
        listing = shown;
        fill();
    }

    Optional<ListedFinding> selected() {
        return table.selection().mapToObj(rows::get).findFirst();
    }

    /**
     * @param id of the finding that is wanted; the worst is selected where it is not shown
     * @return what is selected; empty when nothing is shown
     */
    Optional<ListedFinding> select(final String id) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        final int row = IntStream.range(0, rows.size()).filter(index -> rows.get(index).finding().id().equals(id)).findFirst().orElse(0);
        table.select(row);
        return Optional.of(rows.get(row));
    }

    private void fill() {
        final int count = listing.suppressed();
        final boolean all = suppressed.getSelection() && count > 0;
        rows = all ? listing.all() : listing.open();
        table.reveal(REASON, all);
        table.reveal(UNTIL, all);
        table.show(rows.stream().map(ListedFinding::fact).toList());
        suppressed.setText(count == 0 ? Messages.FindingList_noneSuppressed : NLS.bind(Messages.FindingList_suppressed, count));
        suppressed.setEnabled(count > 0);
        notes.setText(String.join("\n", listing.notes().stream().limit(2).toList()).replace("&", "&&"));
        notes.setToolTipText(String.join("\n", listing.notes()));
        SectionedPage.reveal(notes, !listing.notes().isEmpty());
        control.layout();
    }
}
