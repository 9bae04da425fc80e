package org.filterscope.ui.graph;

import java.text.NumberFormat;
import java.util.List;
import java.util.OptionalDouble;

import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.graph.details.ScoreWords;
import org.filterscope.ui.graph.model.ColorBy;
import org.filterscope.ui.graph.model.Coloring;

/** The line above the graph: which graph, what its colors tell, and what is looked for. Belongs to the UI thread. */
final class GraphControls {
    private static final int DIGITS = 3;
    private static final int FACTOR = 1000;
    private static final int STEPS = 20;

    private final Composite row;
    private final Combo categories;
    private final Combo colors;
    private final Text search;
    private final Label found;
    private final Label atLeast;
    private final Spinner least;
    private List<ColorBy> choices = List.of();

    /** Hears what a person chooses. */
    interface Listener {
        void categoryChosen(String category);

        void colorChosen(ColorBy by);

        void searched(String text);

        /** The next of what was found is wanted. */
        void next();

        void bounded(OptionalDouble least);
    }

    GraphControls(final Composite parent, final Listener listener) {
        row = new Composite(parent, SWT.NONE);
        row.setLayout(RowLayoutFactory.fillDefaults().wrap(true).spacing(8).margins(6, 3).create());
        ((RowLayout) row.getLayout()).center = true;
        categories = new Combo(row, SWT.READ_ONLY | SWT.DROP_DOWN);
        categories.setToolTipText(Messages.GraphControls_categoryTip);
        AccessibleName.give(categories, () -> Messages.GraphControls_category);
        categories.addListener(SWT.Selection, event -> listener.categoryChosen(categories.getText()));
        final Label by = new Label(row, SWT.NONE);
        by.setText(Messages.GraphControls_colorBy);
        colors = new Combo(row, SWT.READ_ONLY | SWT.DROP_DOWN);
        AccessibleName.give(colors, () -> Messages.GraphControls_colorByName);
        colors.addListener(SWT.Selection, event -> listener.colorChosen(choices.get(colors.getSelectionIndex())));
        atLeast = new Label(row, SWT.NONE);
        atLeast.setText(Messages.GraphControls_atLeast);
        atLeast.setLayoutData(new RowData());
        least = new Spinner(row, SWT.BORDER);
        least.setLayoutData(new RowData());
        least.setToolTipText(Messages.GraphControls_atLeastTip);
        AccessibleName.give(least, () -> Messages.GraphControls_atLeastName);
        least.addListener(SWT.Selection, event -> listener.bounded(bound()));
        search = new Text(row, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setMessage(Messages.GraphControls_search);
        search.setToolTipText(Messages.GraphControls_searchTip);
        search.setLayoutData(new RowData(190, SWT.DEFAULT));
        AccessibleName.give(search, () -> Messages.GraphControls_searchName);
        search.addListener(SWT.Modify, event -> listener.searched(search.getText()));
        search.addListener(SWT.KeyDown, event -> {
            if (event.character == SWT.CR) {
                listener.next();
            } else if (event.character == SWT.ESC) {
                search.setText("");
            }
        });
        found = new Label(row, SWT.NONE);
        found.setLayoutData(new RowData(150, SWT.DEFAULT));
    }

    Composite control() {
        return row;
    }

    Combo categories() {
        return categories;
    }

    Text search() {
        return search;
    }

    void showCategories(final List<String> all, final String shown) {
        categories.setItems(all.toArray(String[]::new));
        categories.setText(shown);
        row.layout();
    }

    void showColors(final List<ColorBy> all, final ColorBy shown) {
        choices = List.copyOf(all);
        colors.setItems(all.stream().map(GraphControls::name).toArray(String[]::new));
        colors.select(all.indexOf(shown));
        colors.setToolTipText(tip(shown));
    }

    /** The lowest number that is lit can be chosen where colors tell numbers. */
    void show(final ColorBy by, final Coloring coloring) {
        colors.setToolTipText(tip(by));
        final boolean numbers = coloring.isOfNumbers() && coloring.high() > coloring.low();
        for (final Control part : List.of(atLeast, least)) {
            part.setVisible(numbers);
            ((RowData) part.getLayoutData()).exclude = !numbers;
        }
        if (numbers) {
            final int low = (int) Math.floor(coloring.low() * FACTOR);
            final int high = Math.max(low + 1, (int) Math.ceil(coloring.high() * FACTOR));
            least.setValues(low, low, high, DIGITS, Math.max(1, (high - low) / STEPS), Math.max(1, (high - low) / 4));
        }
        row.layout();
        row.getParent().layout();
    }

    private OptionalDouble bound() {
        return least.getSelection() <= least.getMinimum() ? OptionalDouble.empty() : OptionalDouble.of((double) least.getSelection() / FACTOR);
    }

    /** @param patterns that are lit of all; when all are, nothing is said */
    void showFound(final int patterns, final int all) {
        final NumberFormat count = NumberFormat.getIntegerInstance();
        found.setText(patterns == all ? "" : NLS.bind(Messages.GraphControls_found, count.format(patterns), count.format(all)));
    }

    static String name(final ColorBy by) {
        return switch (by) {
            case ColorBy.Kind.PART -> Messages.GraphControls_part;
            case ColorBy.Kind.CLASS -> Messages.GraphControls_class;
            case ColorBy.Kind.LABEL -> Messages.GraphControls_label;
            case final ColorBy.OfScore score -> ScoreWords.name(score.score());
        };
    }

    private static String tip(final ColorBy by) {
        return switch (by) {
            case ColorBy.Kind.PART -> Messages.GraphControls_partTip;
            case ColorBy.Kind.CLASS -> Messages.GraphControls_classTip;
            case ColorBy.Kind.LABEL -> Messages.GraphControls_labelTip;
            case final ColorBy.OfScore score -> ScoreWords.definition(score.score());
        };
    }
}
