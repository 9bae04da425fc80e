package org.filterscope.ui.filter;

import java.text.NumberFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.filterscope.core.names.FilterName;
import org.filterscope.core.report.Score;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.display.FactTable;
import org.filterscope.ui.display.Section;
import org.filterscope.ui.display.SectionedPage;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.display.WrappingText;
import org.filterscope.ui.pictures.ThumbnailStore;
import org.filterscope.ui.report.LoadedReport;

/**
 * The view's content when it shows a filter: words first, then pictures, then bars. What the report does not know takes no room. Belongs to the UI
 * thread.
 */
final class FilterPage {
    /** From this width on tables stand side by side. */
    private static final int WIDE = 760;

    private final SectionedPage page;
    private final ScrolledComposite control;
    private final WrappingText title;
    private final WrappingText sentence;
    private final Link twin;
    private final NameEditor naming;
    private final WrappingText refusal;
    private final TopsCanvas tops;
    private final WrappingText caption;
    private final Section<FactTable> concepts;
    private final Section<ClassesPane> classes;
    private final Section<LandmarksPane> landmarks;
    private final Section<PeaksPane> peaks;
    private final Section<FieldPane> field;
    private Optional<FilterDetails> shown = Optional.empty();
    private Optional<ThumbnailStore> thumbnails = Optional.empty();
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
        page = new SectionedPage(parent, WIDE);
        control = page.control();
        title = page.text(page.top());
        title.setFont(JFaceResources.getHeaderFont());
        sentence = page.text(page.top());
        twin = SectionedPage.grab(new Link(page.top(), SWT.NONE));
        twin.addListener(SWT.Selection, event -> openTwin.accept(Integer.parseInt(event.text)));
        naming = new NameEditor(page.top(), (name, verdict) -> shown
                .ifPresent(details -> named.accept(details.naming().changed(details.selection(), details.numbers(), name, verdict))));
        SectionedPage.grab(naming.control());
        refusal = page.text(page.top());
        final WrappingText[] captions = new WrappingText[1];
        tops = new TopsCanvas(page.top(), colors, words -> page.tell(captions[0], words));
        page.add(tops.tiles());
        caption = page.text(page.top());
        captions[0] = caption;
        concepts = page.section(Messages.FilterPage_concepts, below -> ConceptFacts.table(below, colors));
        classes = page.section(Messages.FilterPage_classes, below -> new ClassesPane(below, colors, page::layout));
        landmarks = page.section(Messages.FilterPage_landmarks, below -> new LandmarksPane(page, below, colors));
        peaks = page.section(Messages.FilterPage_peaks, below -> new PeaksPane(page, below, colors));
        field = page.section(Messages.FilterPage_field, below -> new FieldPane(page, below));
        recolor();
    }

    Composite control() {
        return control;
    }

    Optional<FilterDetails> shown() {
        return shown;
    }

    /** @param kept whether what the person said of the filter was kept */
    void named(final FilterSelection filter, final boolean kept) {
        if (!control.isDisposed() && isShown(filter)) {
            naming.answer(kept);
        }
    }

    private boolean isShown(final FilterSelection filter) {
        return shown.map(FilterDetails::selection).filter(filter::equals).isPresent();
    }

    TopsCanvas tops() {
        return tops;
    }

    void setFocus() {
        if (tops.tiles().control().isVisible()) {
            tops.tiles().control().setFocus();
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
        final boolean again = isShown(details.selection());
        use(details.report());
        shown = Optional.of(details);
        title.setText(NLS.bind(Messages.FilterPage_title, details.layer().layer(), details.selection().channel()));
        sentence.setText(FilterSentence.of(details));
        twin.setText(twinText(details));
        SectionedPage.reveal(twin, !twin.getText().isEmpty());
        showNaming(details, again);
        tops.show(details.tops(), details.report().input(), thumbnails.orElseThrow());
        SectionedPage.reveal(tops.tiles().control(), !details.tops().isEmpty());
        SectionedPage.reveal(caption, !details.tops().isEmpty());
        concepts.show(!details.concepts().isEmpty(), table -> table.show(ConceptFacts.of(details.concepts())));
        classes.show(!ClassMeasure.known(details.classes()).isEmpty(), pane -> pane.show(details.classes()));
        landmarks.show(!details.landmarks().isEmpty(), pane -> pane.show(details));
        peaks.show(details.peaks().isPresent(), pane -> pane.show(details));
        field.show(!details.fields().isEmpty(), pane -> pane.show(details));
        page.layout();
        if (!again) {
            control.setOrigin(0, 0);
        }
    }

    /** Pictures come from the report's own thumbnails. */
    private void use(final LoadedReport report) {
        if (shown.map(FilterDetails::report).filter(before -> before == report).isPresent()) {
            return;
        }
        thumbnails.ifPresent(ThumbnailStore::dispose);
        thumbnails = Optional.of(new ThumbnailStore(control.getDisplay(), report.report(), report.thumbnails(), new ThumbnailStore.Listener() {
            @Override
            public void thumbnailsArrived() {
                tops.tiles().control().redraw();
            }

            @Override
            public void reportReplaced() {
                reload.run();
            }
        }));
    }

    /** @param again whether the same filter was on show before: then what the person is about to write stays */
    private void showNaming(final FilterDetails details, final boolean again) {
        final boolean open = details.naming().refusal().isEmpty();
        if (!again || !naming.isEdited()) {
            naming.show(details.naming().name(), details.naming().verdict(details.numbers()),
                    details.numbers().scores().text(Score.LABEL).isPresent());
        }
        SectionedPage.reveal(naming.control(), open);
        refusal.setText(details.naming().refusal());
        SectionedPage.reveal(refusal, !open);
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
}
