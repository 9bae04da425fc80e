package org.filterscope.ui.findings;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.filterscope.core.finding.Effect;
import org.filterscope.core.finding.Exhibit;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.ui.display.FactTable;
import org.filterscope.ui.display.FactTable.Column;
import org.filterscope.ui.display.Section;
import org.filterscope.ui.display.SectionedPage;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.display.WrappingText;
import org.filterscope.ui.pictures.InputShape;
import org.filterscope.ui.pictures.ThumbnailStore;

/**
 * The evidence for one finding: the claim in words, pictures that show it and its contrary, who carries it, numbers, what can be done. Belongs to the UI
 * thread.
 */
final class FindingPage {
    /** From this width on tables stand side by side. */
    private static final int WIDE = 700;
    private static final int HEADING_INDENT = 6;

    private final SectionedPage page;
    private final ScrolledComposite control;
    private final WrappingText title;
    private final WrappingText claim;
    private final WrappingText weight;
    private final WrappingText suppressed;
    private final Link lift;
    private final Label wrong;
    private final ExhibitsCanvas evidence;
    private final Label right;
    private final ExhibitsCanvas counterexamples;
    private final WrappingText caption;
    private final Label fixesTitle;
    private final WrappingText fixes;
    private final Link fix;
    private final Section<FactTable> filters;
    private final Section<EffectPane> effect;
    private final Section<FactTable> numbers;
    private final ThemeColors colors;
    private final BiConsumer<SuspectFilter, Boolean> told;
    private Optional<ListedFinding> shown = Optional.empty();

    /**
     * @param told   gets a filter that the person points out, and whether to open it
     * @param lifted gets the finding that shall count again
     * @param fixed  gets the finding that something shall be done about
     */
    FindingPage(final Composite parent, final ThemeColors colors, final BiConsumer<SuspectFilter, Boolean> told,
            final Consumer<ListedFinding> lifted, final Consumer<ListedFinding> fixed) {
        this.colors = colors;
        this.told = told;
        page = new SectionedPage(parent, WIDE);
        control = page.control();
        title = page.text(page.top());
        title.setFont(JFaceResources.getHeaderFont());
        claim = page.text(page.top());
        weight = page.text(page.top());
        suppressed = page.text(page.top());
        lift = link(Messages.FindingPage_lift, Messages.FindingPage_liftTip, lifted);
        final WrappingText[] captions = new WrappingText[1];
        final Consumer<String> describe = words -> page.tell(captions[0], words);
        wrong = heading(Messages.FindingPage_evidence);
        evidence = new ExhibitsCanvas(page.top(), colors, describe);
        page.add(evidence.tiles());
        right = heading(Messages.FindingPage_counterexamples);
        counterexamples = new ExhibitsCanvas(page.top(), colors, describe);
        page.add(counterexamples.tiles());
        caption = page.text(page.top());
        captions[0] = caption;
        fixesTitle = heading(Messages.FindingPage_fixes);
        fixes = page.text(page.top());
        fix = link(Messages.FindingPage_fix, Messages.FindingPage_fixTip, fixed);
        filters = page.section(Messages.FindingPage_filters, this::filterTable);
        effect = page.section(Messages.FindingPage_effect, below -> new EffectPane(page, below, colors));
        numbers = page.section(Messages.FindingPage_numbers, this::numberTable).whole();
        recolor();
    }

    private Link link(final String words, final String explanation, final Consumer<ListedFinding> action) {
        final Link link = new Link(page.top(), SWT.NONE);
        link.setText(words);
        link.setToolTipText(explanation);
        link.addListener(SWT.Selection, event -> shown.ifPresent(action));
        GridDataFactory.swtDefaults().applyTo(link);
        return link;
    }

    private FactTable filterTable(final Composite below) {
        final FactTable table = SectionedPage.table(below, colors, Messages.FindingPage_filters, Messages.FindingPage_copy,
                List.of(new Column(Messages.FindingPage_filter, Messages.FindingPage_filterTip, false, 150),
                        new Column(Messages.FindingPage_share, Messages.FindingPage_shareTip, true, 130)));
        table.control().addListener(SWT.Selection, event -> tell(table, false));
        table.control().addListener(SWT.DefaultSelection, event -> tell(table, true));
        return table;
    }

    private FactTable numberTable(final Composite below) {
        return SectionedPage.table(below, colors, Messages.FindingPage_numbers, Messages.FindingPage_copy,
                List.of(new Column(Messages.FindingPage_number, Messages.FindingPage_numberTip, false, 196),
                        new Column(Messages.FindingPage_value, Messages.FindingPage_valueTip, true, 70),
                        new Column(Messages.FindingPage_interval, Messages.FindingPage_intervalTip, false, 124)));
    }

    private void tell(final FactTable table, final boolean open) {
        shown.ifPresent(listed -> table.selection().findFirst().ifPresent(row -> told.accept(listed.finding().filters().get(row), open)));
    }

    private Label heading(final String words) {
        final Label label = SectionedPage.grab(new Label(page.top(), SWT.NONE));
        label.setText(words);
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        ((GridData) label.getLayoutData()).verticalIndent = HEADING_INDENT;
        return label;
    }

    ScrolledComposite control() {
        return control;
    }

    void recolor() {
        if (!control.isDisposed()) {
            List.of(weight, suppressed, caption).forEach(text -> text.setForeground(colors.quiet()));
            control.redraw(0, 0, control.getSize().x, control.getSize().y, true);
        }
    }

    /** New pictures have come. */
    void redrawPictures() {
        if (!control.isDisposed()) {
            evidence.tiles().control().redraw();
            counterexamples.tiles().control().redraw();
        }
    }

    void show(final ListedFinding listed, final InputShape input, final ThumbnailStore thumbnails) {
        final Finding finding = listed.finding();
        final boolean another = shown.filter(before -> before.finding().id().equals(finding.id())).isEmpty();
        shown = Optional.of(listed);
        title.setText(FindingWords.kind(finding.kind()));
        claim.setText(finding.text());
        weight.setText(FindingWords.weight(finding));
        suppressed.setText(listed.suppressions().stream().findFirst().map(FindingWords::suppression).orElse(""));
        SectionedPage.reveal(suppressed, listed.isSuppressed());
        SectionedPage.reveal(lift, listed.isSuppressed());
        showPictures(finding, Exhibit.Role.EVIDENCE, wrong, evidence, input, thumbnails);
        showPictures(finding, Exhibit.Role.COUNTEREXAMPLE, right, counterexamples, input, thumbnails);
        caption.setText("");
        SectionedPage.reveal(caption, !finding.pictures().isEmpty());
        fixes.setText(finding.fixes().stream().map(fix -> "\u2022 " + fix.text()).collect(Collectors.joining("\n")));
        SectionedPage.reveal(fixesTitle, !finding.fixes().isEmpty() || !listed.isSuppressed());
        SectionedPage.reveal(fixes, !finding.fixes().isEmpty());
        SectionedPage.reveal(fix, !listed.isSuppressed());
        filters.show(!finding.filters().isEmpty(), table -> table.show(FindingWords.filters(finding)));
        final Optional<Effect> measured = finding.effect().filter(change -> !change.classes().isEmpty());
        effect.show(measured.isPresent(), pane -> pane.show(measured.orElseThrow()));
        numbers.show(!finding.numbers().isEmpty(), table -> table.show(FindingWords.numbers(finding)));
        if (another) {
            control.setOrigin(0, 0);
        }
        page.layout();
    }

    private static void showPictures(final Finding finding, final Exhibit.Role role, final Label title, final ExhibitsCanvas canvas,
            final InputShape input, final ThumbnailStore thumbnails) {
        final List<Exhibit> exhibits = finding.pictures().stream().filter(exhibit -> exhibit.role() == role).toList();
        canvas.show(exhibits, input, thumbnails);
        SectionedPage.reveal(title, !exhibits.isEmpty());
        SectionedPage.reveal(canvas.tiles().control(), !exhibits.isEmpty());
    }
}
