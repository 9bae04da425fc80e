package org.filterscope.ui.filter;

import java.text.NumberFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.filterscope.core.names.FilterName;
import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.ConceptRow;
import org.filterscope.core.report.LandmarkRow;
import org.filterscope.core.report.Score;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.display.Bar;
import org.filterscope.ui.display.Decimals;
import org.filterscope.ui.display.FactTable;
import org.filterscope.ui.display.FactTable.Column;
import org.filterscope.ui.display.FactTable.Fact;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.pictures.ThumbnailStore;
import org.filterscope.ui.report.LoadedReport;

/**
 * The view's content when it shows a filter: words first, then pictures, then bars. What the report does not know takes no room. Belongs to the UI
 * thread.
 */
final class FilterPage {
    /** From this width on tables stand side by side. */
    private static final int WIDE = 760;
    private static final int TABLE_WIDTH = 300;

    private final ScrolledComposite control;
    private final Composite content;
    private final Composite sections;
    private final Label title;
    private final Label sentence;
    private final Link twin;
    private final NameEditor naming;
    private final Label refusal;
    private final TopsCanvas tops;
    private final Label caption;
    private final Composite concepts;
    private final FactTable conceptTable;
    private final Composite classes;
    private final Combo measures;
    private final FactTable classTable;
    private final Composite landmarks;
    private final FactTable landmarkTable;
    private final LandmarkCanvas landmarkCanvas;
    private final Label landmarkWords;
    private final Composite peaks;
    private final PeaksCanvas peaksCanvas;
    private final Label peaksWords;
    private final Composite field;
    private final FieldCanvas fieldCanvas;
    private final Label fieldWords;
    private Optional<FilterDetails> shown = Optional.empty();
    private Optional<ThumbnailStore> thumbnails = Optional.empty();
    private Optional<ClassMeasure> measure = Optional.empty();
    private final Runnable reload;
    private final ThemeColors colors;

    /**
     * @param openTwin gets the number of the filter that the person wants to see
     * @param named    gets what the person says of the filter
     * @param reload   called when the report on disk is another one by now
     */
    FilterPage(final Composite parent, final ThemeColors colors, final IntConsumer openTwin, final Consumer<FilterName> named,
            final Runnable reload) {
        this.reload = reload;
        this.colors = colors;
        control = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        control.setExpandHorizontal(true);
        control.setExpandVertical(true);
        control.setShowFocusedControl(true);
        content = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(5, 5).applyTo(content);
        control.setContent(content);
        title = new Label(content, SWT.NONE);
        title.setFont(JFaceResources.getHeaderFont());
        grab(title);
        sentence = new Label(content, SWT.WRAP);
        grab(sentence);
        twin = new Link(content, SWT.NONE);
        twin.addListener(SWT.Selection, event -> openTwin.accept(Integer.parseInt(event.text)));
        grab(twin);
        naming = new NameEditor(content, (name, verdict) -> shown
                .ifPresent(details -> named.accept(details.naming().changed(details.selection(), details.numbers(), name, verdict))));
        grab(naming.control());
        refusal = new Label(content, SWT.WRAP);
        refusal.setForeground(colors.quiet());
        grab(refusal);
        final Label[] captions = new Label[1];
        tops = new TopsCanvas(content, colors, words -> describe(captions[0], words));
        grab(tops.control());
        captions[0] = new Label(content, SWT.WRAP);
        caption = captions[0];
        caption.setForeground(colors.quiet());
        grab(caption);

        sections = new Composite(content, SWT.NONE);
        GridLayoutFactory.fillDefaults().equalWidth(true).spacing(12, 10).applyTo(sections);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sections);
        concepts = section(Messages.FilterPage_concepts);
        conceptTable = table(concepts, colors, Messages.FilterPage_concepts,
                List.of(new Column(Messages.FilterPage_concept, Messages.FilterPage_conceptTip, false, 120),
                        new Column(Messages.FilterPage_iou, Messages.FilterPage_iouTip, true, 130),
                        new Column(Messages.FilterPage_p, Messages.FilterPage_pTip, true, 64),
                        new Column(Messages.FilterPage_set, Messages.FilterPage_setTip, false, 90)));
        classes = section(Messages.FilterPage_classes);
        measures = new Combo(classes, SWT.DROP_DOWN | SWT.READ_ONLY);
        AccessibleName.give(measures, () -> Messages.FilterPage_measure);
        measures.setToolTipText(Messages.FilterPage_measure);
        measures.addListener(SWT.Selection, event -> chooseMeasure());
        classTable = table(classes, colors, Messages.FilterPage_classes,
                List.of(new Column(Messages.FilterPage_class, Messages.FilterPage_classTip, false, 130),
                        new Column(Messages.FilterPage_number, Messages.FilterPage_numberTip, true, 150)));
        landmarks = section(Messages.FilterPage_landmarks);
        landmarkTable = table(landmarks, colors, Messages.FilterPage_landmarks,
                List.of(new Column(Messages.FilterPage_landmark, Messages.FilterPage_landmarkTip, false, 110),
                        new Column(Messages.FilterPage_r2, Messages.FilterPage_r2Tip, true, 130),
                        new Column(Messages.FilterPage_p, Messages.FilterPage_landmarkPTip, true, 64),
                        new Column(Messages.FilterPage_instability, Messages.FilterPage_instabilityTip, true, 86),
                        new Column(Messages.FilterPage_constant, Messages.FilterPage_constantTip, true, 86),
                        new Column(Messages.FilterPage_pictures, Messages.FilterPage_picturesTip, true, 70)));
        landmarkCanvas = new LandmarkCanvas(landmarks, colors);
        GridDataFactory.fillDefaults().grab(true, false).hint(TABLE_WIDTH, LandmarkCanvas.SIDE).applyTo(landmarkCanvas.control());
        landmarkWords = words(landmarks);
        landmarkWords.setText(Messages.LandmarkCanvas_words);
        peaks = section(Messages.FilterPage_peaks);
        peaksCanvas = new PeaksCanvas(peaks, colors);
        GridDataFactory.swtDefaults().hint(PeaksCanvas.SIDE, PeaksCanvas.SIDE).applyTo(peaksCanvas.control());
        peaksWords = words(peaks);
        field = section(Messages.FilterPage_field);
        fieldCanvas = new FieldCanvas(field);
        GridDataFactory.swtDefaults().hint(FieldCanvas.SIDE, FieldCanvas.SIDE).applyTo(fieldCanvas.control());
        fieldWords = words(field);
        control.addListener(SWT.Resize, event -> shown.ifPresent(details -> layout()));
    }

    Composite control() {
        return control;
    }

    Optional<FilterDetails> shown() {
        return shown;
    }

    /** @param kept whether what the person said of the filter was kept */
    void named(final FilterSelection filter, final boolean kept) {
        if (!control.isDisposed() && shown.map(FilterDetails::selection).filter(filter::equals).isPresent()) {
            naming.answer(kept);
        }
    }

    TopsCanvas tops() {
        return tops;
    }

    void setFocus() {
        if (tops.control().isVisible()) {
            tops.control().setFocus();
        } else {
            control.setFocus();
        }
    }

    void recolor() {
        if (!control.isDisposed()) {
            refusal.setForeground(colors.quiet());
            caption.setForeground(colors.quiet());
            control.redraw(0, 0, control.getSize().x, control.getSize().y, true);
        }
    }

    void dispose() {
        thumbnails.ifPresent(ThumbnailStore::dispose);
    }

    void show(final FilterDetails details) {
        final LoadedReport report = details.report();
        if (shown.map(FilterDetails::report).filter(before -> before == report).isEmpty()) {
            thumbnails.ifPresent(ThumbnailStore::dispose);
            thumbnails = Optional.of(new ThumbnailStore(control.getDisplay(), report.report(), report.thumbnails(), new ThumbnailStore.Listener() {
                @Override
                public void thumbnailsArrived() {
                    tops.control().redraw();
                }

                @Override
                public void reportReplaced() {
                    reload.run();
                }
            }));
        }
        final boolean again = shown.map(FilterDetails::selection).filter(details.selection()::equals).isPresent();
        shown = Optional.of(details);
        title.setText(NLS.bind(Messages.FilterPage_title, details.layer().layer().replace("&", "&&"), details.selection().channel()));
        sentence.setText(FilterSentence.of(details).replace("&", "&&"));
        twin.setText(twinText(details));
        reveal(twin, !twin.getText().isEmpty());
        final boolean open = details.naming().refusal().isEmpty();
        if (!again || !naming.isEdited()) {
            naming.show(details.naming().name(), details.naming().verdict(details.numbers()),
                    details.numbers().scores().text(Score.LABEL).isPresent());
        }
        reveal(naming.control(), open);
        refusal.setText(details.naming().refusal().replace("&", "&&"));
        reveal(refusal, !open);
        tops.show(details.tops(), report.input(), thumbnails.orElseThrow());
        reveal(tops.control(), !details.tops().isEmpty());
        reveal(caption, !details.tops().isEmpty());
        showConcepts(details.concepts());
        showClasses(details.classes());
        showLandmarks(details.landmarks());
        landmarkCanvas.show(details.offsets(), report.input());
        reveal(landmarkCanvas.control(), !details.offsets().isEmpty());
        reveal(landmarkWords, !details.offsets().isEmpty());
        reveal(peaks, details.peaks().isPresent());
        peaksCanvas.show(details);
        peaksWords.setText(details.peaks().map(PeaksCanvas::words).orElse(""));
        reveal(field, !details.fields().isEmpty());
        fieldCanvas.show(details.fields().stream().flatMap(measured -> measured.picture().stream()).findFirst());
        reveal(fieldCanvas.control(), details.fields().stream().anyMatch(measured -> measured.picture().isPresent()));
        fieldWords.setText(FilterSentence.ofFields(details));
        layout();
        if (!again) {
            control.setOrigin(0, 0);
        }
    }

    private static String twinText(final FilterDetails details) {
        if (details.numbers().scores().text(Score.TWIN).isEmpty()) {
            return "";
        }
        final NumberFormat number = NumberFormat.getNumberInstance();
        number.setMaximumFractionDigits(2);
        final long channel = Math.round(details.numbers().scores().number(Score.TWIN).orElseThrow());
        final double correlation = details.numbers().scores().number(Score.TWIN_CORRELATION).orElse(Double.NaN);
        return NLS.bind(Messages.FilterPage_twin, channel, number.format(correlation));
    }

    private void showConcepts(final List<ConceptScore> rows) {
        final double longest = rows.stream().mapToDouble(score -> Math.max(score.row().iou(), score.row().ceiling())).max().orElse(1);
        conceptTable.show(rows.stream().map(score -> {
            final ConceptRow row = score.row();
            return Fact.of(List.of(row.concept(), Decimals.text(row.iou()), Decimals.probability(row.pValue()), score.set()),
                    Fact.raw(row.concept(), row.iou(), row.pValue(), score.set()), 1,
                    Bar.of(row.iou(), 0, longest * 1.02, row.ceiling()));
        }).toList());
        reveal(concepts, !rows.isEmpty());
    }

    private void showClasses(final List<ClassRow> rows) {
        final List<ClassMeasure> known = ClassMeasure.known(rows);
        measure = measure.filter(known::contains).or(() -> known.stream().findFirst());
        measures.setItems(known.stream().map(ClassMeasure::label).toArray(String[]::new));
        measure.ifPresent(chosen -> measures.select(known.indexOf(chosen)));
        classTable.show(measure.map(chosen -> chosen.facts(rows)).orElse(List.of()));
        reveal(classes, !known.isEmpty());
    }

    private void chooseMeasure() {
        final List<ClassRow> rows = shown.map(FilterDetails::classes).orElse(List.of());
        measure = Optional.of(ClassMeasure.known(rows).get(measures.getSelectionIndex()));
        showClasses(rows);
        layout();
    }

    private void showLandmarks(final List<LandmarkRow> rows) {
        landmarkTable.show(rows.stream().map(row -> {
            final List<String> texts = List.of(row.landmark(), Decimals.text(row.vectorR2()), Decimals.probability(row.pValue()),
                    Decimals.text(row.instability()), Decimals.text(row.constant()), Integer.toString(row.pictures()));
            final List<String> values = Fact.raw(row.landmark(), row.vectorR2(), row.pValue(), row.instability(), row.constant(), row.pictures());
            return Double.isNaN(row.vectorR2()) ? new Fact(texts, values) : Fact.of(texts, values, 1, Bar.of(row.vectorR2(), 0, 1, Double.NaN));
        }).toList());
        reveal(landmarks, !rows.isEmpty());
    }

    private Composite section(final String heading) {
        final Composite section = new Composite(sections, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(2, 3).applyTo(section);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        final Label label = new Label(section, SWT.NONE);
        label.setText(heading);
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        return section;
    }

    private static FactTable table(final Composite parent, final ThemeColors colors, final String name, final List<Column> columns) {
        final FactTable table = new FactTable(parent, colors, name, Messages.FilterPage_copy, columns);
        GridDataFactory.fillDefaults().grab(true, false).hint(TABLE_WIDTH, SWT.DEFAULT).applyTo(table.control());
        return table;
    }

    private static Label words(final Composite parent) {
        final Label label = new Label(parent, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(TABLE_WIDTH, SWT.DEFAULT).applyTo(label);
        return label;
    }

    /** Without a hint a wrapping text asks for the width of its longest line. */
    private static void grab(final Control child) {
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(child);
    }

    private void describe(final Label label, final String words) {
        label.setText(words.replace("&", "&&"));
        final int width = label.getSize().x;
        if (width > 0 && label.computeSize(width, SWT.DEFAULT).y > label.getSize().y) {
            layout();
        }
    }

    private static void reveal(final Control child, final boolean visible) {
        ((GridData) child.getLayoutData()).exclude = !visible;
        child.setVisible(visible);
    }

    private void layout() {
        final int width = Math.max(1, control.getClientArea().width);
        final int inner = width - 2 * ((GridLayout) content.getLayout()).marginWidth;
        final GridLayout side = (GridLayout) sections.getLayout();
        side.numColumns = width >= WIDE ? 2 : 1;
        final int section = (inner - (side.numColumns - 1) * side.horizontalSpacing) / side.numColumns;
        ((GridData) tops.control().getLayoutData()).heightHint = tops.height(inner);
        // Wrapping texts are as high as they are at their true width.
        ((GridData) sentence.getLayoutData()).widthHint = inner;
        ((GridData) refusal.getLayoutData()).widthHint = inner;
        ((GridData) caption.getLayoutData()).widthHint = inner;
        ((GridData) landmarkWords.getLayoutData()).widthHint = section;
        ((GridData) peaksWords.getLayoutData()).widthHint = section;
        ((GridData) fieldWords.getLayoutData()).widthHint = section;
        // Sizes are computed once, and everything is laid out once: each takes long where there are tables.
        content.setLayoutDeferred(true);
        control.setMinSize(TABLE_WIDTH, content.computeSize(width, SWT.DEFAULT, true).y);
        content.layout(false, true);
        content.setLayoutDeferred(false);
    }
}
