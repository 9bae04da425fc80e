package org.filterscope.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.filterscope.core.comparison.FilterPairRow;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.display.FactTable;
import org.filterscope.ui.display.FactTable.Column;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.filter.FilterPictures;
import org.filterscope.ui.report.NameSource;

/** A comparison: what happened to filters, filters side by side, layers side by side. Belongs to the UI thread. */
final class ComparisonPage {
    private final Composite control;
    private final TabFolder tabs;
    private final Consumer<FilterSelection> told;
    private final Label notes;
    private final FactTable events;
    private final FactTable pairs;
    private final FactTable layers;
    private final FilterPictures before;
    private final FilterPictures after;
    private Optional<ComparisonFacts> shown = Optional.empty();

    /** @param told gets the later filter of the row that the person has come to */
    ComparisonPage(final Composite parent, final ThemeColors colors, final NameSource names, final Consumer<FilterSelection> told) {
        this.told = told;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(2, 2).applyTo(control);
        notes = new Label(control, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 2).hint(100, SWT.DEFAULT).applyTo(notes);
        tabs = new TabFolder(control, SWT.TOP);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
        final SashForm filters = new SashForm(tabs, SWT.VERTICAL);
        pairs = new FactTable(filters, colors, Messages.ComparisonPage_filters, Messages.ComparisonPage_copy,
                List.of(new Column(Messages.ComparisonPage_filter, Messages.ComparisonPage_filterTip, false, 120),
                        new Column(Messages.ComparisonPage_other, Messages.ComparisonPage_otherTip, false, 120),
                        new Column(Messages.ComparisonPage_label, Messages.ComparisonPage_labelTip, false, 130),
                        new Column(Messages.ComparisonPage_otherLabel, Messages.ComparisonPage_labelTip, false, 130),
                        new Column(Messages.ComparisonPage_change, Messages.ComparisonPage_changeTip, true, 100),
                        new Column(Messages.ComparisonPage_correlation, Messages.ComparisonPage_correlationTip, true, 140),
                        new Column(Messages.ComparisonPage_pairing, Messages.ComparisonPage_pairingTip, false, 124),
                        new Column(Messages.ComparisonPage_before, Messages.ComparisonPage_beforeTip, false, 124),
                        new Column(Messages.ComparisonPage_after, Messages.ComparisonPage_afterTip, false, 124)));
        final SashForm pictures = new SashForm(filters, SWT.HORIZONTAL);
        before = new FilterPictures(pictures, colors, names);
        after = new FilterPictures(pictures, colors, names);
        filters.setWeights(3, 2);
        pairs.control().addListener(SWT.Selection, event -> showPictures());
        events = new FactTable(tabs, colors, Messages.ComparisonPage_events, Messages.ComparisonPage_copy,
                List.of(new Column(Messages.ComparisonPage_event, Messages.ComparisonPage_eventTip, false, 380),
                        new Column(Messages.ComparisonPage_iouBefore, Messages.ComparisonPage_iouTip, true, 96),
                        new Column(Messages.ComparisonPage_iouAfter, Messages.ComparisonPage_iouTip, true, 96),
                        new Column(Messages.ComparisonPage_before, Messages.ComparisonPage_beforeTip, false, 130),
                        new Column(Messages.ComparisonPage_after, Messages.ComparisonPage_afterTip, false, 130)));
        events.control().addListener(SWT.Selection, event -> events.selection().findFirst()
                .ifPresent(row -> shown.ifPresent(facts -> told.accept(facts.after(facts.events().get(row))))));
        layers = new FactTable(tabs, colors, Messages.ComparisonPage_layers, Messages.ComparisonPage_copy,
                List.of(new Column(Messages.ComparisonPage_layer, Messages.ComparisonPage_layerTip, false, 120),
                        new Column(Messages.ComparisonPage_otherLayer, Messages.ComparisonPage_otherLayerTip, false, 120),
                        new Column(Messages.ComparisonPage_cka, Messages.ComparisonPage_ckaTip, true, 140),
                        new Column(Messages.ComparisonPage_ckaNull, Messages.ComparisonPage_ckaNullTip, true, 90),
                        new Column(Messages.ComparisonPage_matchedCorrelation, Messages.ComparisonPage_matchedCorrelationTip, true, 160),
                        new Column(Messages.ComparisonPage_correlationNull, Messages.ComparisonPage_correlationNullTip, true, 90),
                        new Column(Messages.ComparisonPage_matched, Messages.ComparisonPage_matchedTip, true, 80),
                        new Column(Messages.ComparisonPage_sameLabel, Messages.ComparisonPage_sameLabelTip, true, 90),
                        new Column(Messages.ComparisonPage_before, Messages.ComparisonPage_beforeTip, false, 124),
                        new Column(Messages.ComparisonPage_after, Messages.ComparisonPage_afterTip, false, 124)));
        tab(tabs, Messages.ComparisonPage_events, events.control());
        tab(tabs, Messages.ComparisonPage_filters, filters);
        tab(tabs, Messages.ComparisonPage_layers, layers.control());
    }

    private static void tab(final TabFolder tabs, final String label, final Composite content) {
        final TabItem item = new TabItem(tabs, SWT.NONE);
        item.setText(label);
        item.setControl(content);
    }

    Composite control() {
        return control;
    }

    void setFocus() {
        List.of(events, pairs, layers).get(Math.max(0, tabs.getSelectionIndex())).control().setFocus();
    }

    /** The first row that is about one of these filters, as the later one of a pair. */
    void select(final Set<FilterSelection> wanted) {
        shown.ifPresent(facts -> IntStream.range(0, facts.pairs().size()).filter(row -> wanted.contains(facts.after(facts.pairs().get(row))))
                .findFirst().ifPresent(row -> {
                    pairs.control().setSelection(row);
                    showPictures();
                }));
    }

    void show(final ComparisonFacts facts) {
        shown = Optional.of(facts);
        notes.setText(NLS.bind(Messages.ComparisonPage_summary, new Object[] {facts.events().size(), facts.pairs().size(), facts.notes()})
                .replace("&", "&&"));
        events.show(facts.eventFacts());
        pairs.show(facts.pairFacts());
        layers.show(facts.layerFacts());
        if (!facts.pairs().isEmpty()) {
            pairs.control().select(0);
            showPictures();
        }
        control.layout(true, true);
    }

    private void showPictures() {
        pairs.selection().findFirst().ifPresent(row -> shown.ifPresent(facts -> {
            final FilterPairRow pair = facts.pairs().get(row);
            before.show(pair.before(), facts.before(pair));
            after.show(pair.after(), facts.after(pair));
            told.accept(facts.after(pair));
        }));
    }
}
