package org.filterscope.ui.filter;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.filterscope.core.report.ClassRow;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.display.FactTable;
import org.filterscope.ui.display.FactTable.Column;
import org.filterscope.ui.display.SectionedPage;
import org.filterscope.ui.display.ThemeColors;

/** What a filter has to do with classes: one measure, which the person chooses. Belongs to the UI thread. */
final class ClassesPane {
    private final Combo measures;
    private final FactTable table;
    private List<ClassRow> rows = List.of();
    private Optional<ClassMeasure> measure = Optional.empty();

    /** @param changed called when the person has chosen another measure, which may have more rows */
    ClassesPane(final Composite parent, final ThemeColors colors, final Runnable changed) {
        measures = new Combo(parent, SWT.DROP_DOWN | SWT.READ_ONLY);
        AccessibleName.give(measures, () -> Messages.FilterPage_measure);
        measures.setToolTipText(Messages.FilterPage_measure);
        measures.addListener(SWT.Selection, event -> {
            measure = Optional.of(ClassMeasure.known(rows).get(measures.getSelectionIndex()));
            fill();
            changed.run();
        });
        table = SectionedPage.table(parent, colors, Messages.FilterPage_classes, Messages.FilterPage_copy,
                List.of(new Column(Messages.FilterPage_class, Messages.FilterPage_classTip, false, 130),
                        new Column(Messages.FilterPage_number, Messages.FilterPage_numberTip, true, 150)));
    }

    /** The measure that was chosen stays, where these rows have it. */
    void show(final List<ClassRow> shown) {
        rows = shown;
        final List<ClassMeasure> known = ClassMeasure.known(rows);
        measure = measure.filter(known::contains).or(() -> known.stream().findFirst());
        final String[] labels = known.stream().map(ClassMeasure::label).toArray(String[]::new);
        if (!List.of(labels).equals(List.of(measures.getItems()))) {
            measures.setItems(labels);
        }
        measure.ifPresent(chosen -> measures.select(known.indexOf(chosen)));
        fill();
    }

    private void fill() {
        table.show(measure.map(chosen -> chosen.facts(rows)).orElse(List.of()));
    }
}
