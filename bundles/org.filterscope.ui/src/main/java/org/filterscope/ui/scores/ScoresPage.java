package org.filterscope.ui.scores;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.filterscope.core.report.LayerRow;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.display.MessagePage;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.pictures.ThumbnailPainter;
import org.filterscope.ui.pictures.ThumbnailStore;
import org.filterscope.ui.report.LoadedReport;

/** The view's content when it shows a report: what it is about, which layer, and the table of its filters. Belongs to the UI thread. */
final class ScoresPage {
    private final Composite control;
    private final CLabel summary;
    private final Combo layers;
    private final CLabel layerSummary;
    private final Text filter;
    private final Label count;
    private final Composite body;
    private final StackLayout layout;
    private final MessagePage problem;
    private final ScoreTable table;
    private final ThemeColors colors;
    private final ThumbnailStore.Listener thumbnailListener;
    private Optional<ShownLayer> shown = Optional.empty();
    private Optional<ThumbnailStore> thumbnails = Optional.empty();
    private Optional<PictureToolTip> toolTip = Optional.empty();

    /**
     * @param chooseLayer gets the name of the layer that the person chose
     * @param reload      called when the report on disk is another one by now
     */
    ScoresPage(final Composite parent, final ThemeColors colors, final ScoresState state, final Consumer<String> chooseLayer,
            final Runnable reload) {
        this.colors = colors;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(control);
        summary = new CLabel(control, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).hint(50, SWT.DEFAULT).applyTo(summary);

        final Composite choices = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(4, 0).applyTo(choices);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(choices);
        new Label(choices, SWT.NONE).setText(Messages.ScoresPage_layer);
        layers = new Combo(choices, SWT.DROP_DOWN | SWT.READ_ONLY);
        GridDataFactory.fillDefaults().hint(170, SWT.DEFAULT).applyTo(layers);
        layers.addListener(SWT.Selection, event -> chosen().ifPresent(layer -> chooseLayer.accept(layer.layer())));
        AccessibleName.give(layers, () -> LegacyActionTools.removeMnemonics(Messages.ScoresPage_layer));
        layerSummary = new CLabel(choices, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).hint(20, SWT.DEFAULT).applyTo(layerSummary);
        filter = new Text(choices, SWT.SEARCH | SWT.ICON_CANCEL | SWT.ICON_SEARCH);
        filter.setMessage(Messages.ScoresPage_filter);
        filter.setToolTipText(Messages.ScoresPage_filterTip);
        AccessibleName.give(filter, () -> Messages.ScoresPage_filterTip);
        GridDataFactory.fillDefaults().hint(190, SWT.DEFAULT).applyTo(filter);
        count = new Label(choices, SWT.RIGHT);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(count);

        body = new Composite(control, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        layout = new StackLayout();
        body.setLayout(layout);
        table = new ScoreTable(body, colors, state.order(), state.columns());
        problem = new MessagePage(body);
        thumbnailListener = new ThumbnailStore.Listener() {
            @Override
            public void thumbnailsArrived() {
                table.control().redraw();
            }

            @Override
            public void reportReplaced() {
                reload.run();
            }
        };
        filter.addListener(SWT.Modify, event -> narrow());
        filter.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_DOWN) {
                setFocus();
            }
        });
        table.control().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.F2) {
                // Later: a key closes the tool tip that is open.
                control.getDisplay().asyncExec(this::showPicture);
            }
        });
    }

    Composite control() {
        return control;
    }

    ScoreTable table() {
        return table;
    }

    Text filter() {
        return filter;
    }

    Optional<ShownLayer> shown() {
        return shown;
    }

    void show(final ShownLayer layer) {
        fill(layer);
        bring(table.control());
    }

    /** A sentence in place of the table; the other layers can still be chosen. */
    void showProblem(final ShownLayer layer, final String sentence, final List<MessagePage.Offer> offers) {
        fill(layer);
        problem.show(sentence, offers);
        bring(problem.control());
    }

    /** The first picture of the selected row, larger. */
    void showPicture() {
        if (!control.isDisposed()) {
            toolTip.ifPresent(PictureToolTip::showSelected);
        }
    }

    void setFocus() {
        if (layout.topControl == problem.control()) {
            problem.setFocus();
        } else {
            table.control().setFocus();
        }
    }

    /** The theme has other colors now. */
    void recolor() {
        if (!table.control().isDisposed()) {
            table.recolor();
            table.control().redraw();
        }
    }

    void dispose() {
        thumbnails.ifPresent(ThumbnailStore::dispose);
    }

    private void bring(final Control content) {
        final boolean focused = layout.topControl != null && layout.topControl != content && layout.topControl.isFocusControl();
        layout.topControl = content;
        body.layout();
        if (focused) {
            setFocus();
        }
    }

    private void fill(final ShownLayer layer) {
        final LoadedReport report = layer.report();
        if (shown.map(ShownLayer::report).filter(before -> before == report).isEmpty()) {
            thumbnails.ifPresent(ThumbnailStore::dispose);
            thumbnails = Optional.of(new ThumbnailStore(control.getDisplay(), report.report(), report.thumbnails(), thumbnailListener));
            layers.setItems(report.layers().stream().map(ScoresPage::label).toArray(String[]::new));
        }
        final boolean again = shown.filter(layer::isSamePlace).isPresent();
        final boolean another = shown.filter(before -> !model(before).equals(model(layer))).isPresent();
        shown = Optional.of(layer);
        layers.select(report.layers().indexOf(layer.scores().layer()));
        describe(summary, layer.reportWords());
        describe(layerSummary, layer.layerWords());
        final ScorePainter painter = new ScorePainter(colors, new ThumbnailPainter(report.input()), thumbnails.orElseThrow(),
                layer.scores());
        toolTip.ifPresent(PictureToolTip::deactivate);
        toolTip = Optional.of(new PictureToolTip(table.control(), colors, thumbnails.orElseThrow(), painter, report.input()));
        table.show(layer.scores(), painter, again);
        reserveCount(layer.scores().filters().size());
        showCount();
        if (another && table.rows().isEmpty()) {
            // Words for another network would hide all that this one has.
            filter.setText("");
        }
    }

    private static String model(final ShownLayer layer) {
        return layer.report().report().manifest().model().file();
    }

    private Optional<LayerRow> chosen() {
        final List<LayerRow> choices = shown.map(ShownLayer::report).map(LoadedReport::layers).orElse(List.of());
        final int index = layers.getSelectionIndex();
        return index >= 0 && index < choices.size() ? Optional.of(choices.get(index)) : Optional.empty();
    }

    private void narrow() {
        table.filter(new ScoreFilter(filter.getText()));
        showCount();
    }

    private void showCount() {
        final int all = shown.map(layer -> layer.scores().filters().size()).orElse(0);
        final int left = table.rows().size();
        count.setText(left == all ? NLS.bind(Messages.ScoresPage_all, all) : NLS.bind(Messages.ScoresPage_some, left, all));
    }

    /** Room for the longest text that this layer can need, so that nothing moves while a person types. */
    private void reserveCount(final int all) {
        count.setText(NLS.bind(Messages.ScoresPage_some, all, all));
        ((GridData) count.getLayoutData()).widthHint = count.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        count.getParent().layout();
    }

    private static void describe(final CLabel label, final String text) {
        label.setText(text.replace("&", "&&"));
        label.setToolTipText(text.replace("&", "&&"));
    }

    private static String label(final LayerRow layer) {
        return NLS.bind(Messages.ScoresPage_layerChoice, layer.layer(), layer.channels());
    }
}
