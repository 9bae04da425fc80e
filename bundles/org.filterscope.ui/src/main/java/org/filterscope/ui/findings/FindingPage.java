package org.filterscope.ui.findings;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.filterscope.core.finding.Effect;
import org.filterscope.core.finding.Exhibit;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.ui.display.FactTable;
import org.filterscope.ui.display.FactTable.Column;
import org.filterscope.ui.display.FactTable.Fact;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.pictures.InputShape;
import org.filterscope.ui.pictures.ThumbnailStore;

/** The evidence for one finding: the claim in words, pictures that show it and its contrary, who carries it, numbers, what can be done. Belongs to the UI thread. */
final class FindingPage {
    /** From this width on tables stand side by side. */
    private static final int WIDE = 700;
    private static final int TABLE_WIDTH = 280;
    private static final int HEADING_INDENT = 6;

    private final ScrolledComposite control;
    private final Composite content;
    private final Composite sections;
    private final Label title;
    private final Label weight;
    private final Label claim;
    private final Label suppressed;
    private final Link lift;
    private final Label wrong;
    private final ExhibitsCanvas evidence;
    private final Label right;
    private final ExhibitsCanvas counterexamples;
    private final Label caption;
    private final Label fixes;
    private final Label fixesTitle;
    private final Composite filters;
    private final FactTable filterTable;
    private final Composite numbers;
    private final FactTable numberTable;
    private final Composite effect;
    private final Label intervention;
    private final FactTable effectTable;
    private final ThemeColors colors;
    private Optional<ListedFinding> shown = Optional.empty();

    /**
     * @param told   gets a filter that the person points out, and whether to open it
     * @param lifted gets the finding that shall count again
     */
    FindingPage(final Composite parent, final ThemeColors colors, final BiConsumer<SuspectFilter, Boolean> told,
            final Consumer<ListedFinding> lifted) {
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
        claim = grab(new Label(content, SWT.WRAP));
        weight = grab(new Label(content, SWT.WRAP));
        suppressed = grab(new Label(content, SWT.WRAP));
        lift = new Link(content, SWT.NONE);
        lift.setText(Messages.FindingPage_lift);
        lift.setToolTipText(Messages.FindingPage_liftTip);
        lift.addListener(SWT.Selection, event -> shown.ifPresent(lifted));
        GridDataFactory.swtDefaults().applyTo(lift);
        final Label[] captions = new Label[1];
        final Consumer<String> describe = words -> captions[0].setText(words.replace("&", "&&"));
        wrong = heading(content, Messages.FindingPage_evidence);
        evidence = new ExhibitsCanvas(content, colors, describe);
        grab(evidence.control());
        right = heading(content, Messages.FindingPage_counterexamples);
        counterexamples = new ExhibitsCanvas(content, colors, describe);
        grab(counterexamples.control());
        captions[0] = new Label(content, SWT.NONE);
        caption = grab(captions[0]);
        fixesTitle = heading(content, Messages.FindingPage_fixes);
        fixes = grab(new Label(content, SWT.WRAP));
        sections = new Composite(content, SWT.NONE);
        GridLayoutFactory.fillDefaults().equalWidth(true).spacing(12, 10).applyTo(sections);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sections);
        filters = section(Messages.FindingPage_filters);
        filterTable = table(filters, Messages.FindingPage_filters,
                List.of(new Column(Messages.FindingPage_filter, Messages.FindingPage_filterTip, false, 150),
                        new Column(Messages.FindingPage_share, Messages.FindingPage_shareTip, true, 130)));
        filterTable.control().addListener(SWT.Selection, event -> tell(told, false));
        filterTable.control().addListener(SWT.DefaultSelection, event -> tell(told, true));
        effect = section(Messages.FindingPage_effect);
        intervention = new Label(effect, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(TABLE_WIDTH, SWT.DEFAULT).applyTo(intervention);
        effectTable = table(effect, Messages.FindingPage_effect,
                List.of(new Column(Messages.FindingPage_class, Messages.FindingPage_classTip, false, 110),
                        new Column(Messages.FindingPage_pictures, Messages.FindingPage_picturesTip, true, 66),
                        new Column(Messages.FindingPage_before, Messages.FindingPage_beforeTip, true, 66),
                        new Column(Messages.FindingPage_after, Messages.FindingPage_afterTip, true, 66),
                        new Column(Messages.FindingPage_change, Messages.FindingPage_changeTip, true, 72)));
        numbers = section(Messages.FindingPage_numbers);
        numberTable = table(numbers, Messages.FindingPage_numbers,
                List.of(new Column(Messages.FindingPage_number, Messages.FindingPage_numberTip, false, 196),
                        new Column(Messages.FindingPage_value, Messages.FindingPage_valueTip, true, 70),
                        new Column(Messages.FindingPage_interval, Messages.FindingPage_intervalTip, false, 124)));
        control.addListener(SWT.Resize, event -> layout());
        recolor();
    }

    ScrolledComposite control() {
        return control;
    }

    void recolor() {
        if (!control.isDisposed()) {
            List.of(weight, suppressed, caption).forEach(label -> label.setForeground(colors.quiet()));
            control.redraw(0, 0, control.getSize().x, control.getSize().y, true);
        }
    }

    /** New pictures have come. */
    void redrawPictures() {
        if (!control.isDisposed()) {
            evidence.control().redraw();
            counterexamples.control().redraw();
        }
    }

    void show(final ListedFinding listed, final InputShape input, final ThumbnailStore thumbnails) {
        final Finding finding = listed.finding();
        final boolean another = shown.filter(before -> before.finding().id().equals(finding.id())).isEmpty();
        shown = Optional.of(listed);
        title.setText(FindingWords.kind(finding.kind()));
        claim.setText(finding.text().replace("&", "&&"));
        weight.setText(FindingWords.weight(finding));
        suppressed.setText(listed.suppressions().stream().findFirst().map(FindingWords::suppression).orElse("").replace("&", "&&"));
        reveal(suppressed, listed.isSuppressed());
        reveal(lift, listed.isSuppressed());
        final List<Exhibit> bad = of(finding, Exhibit.Role.EVIDENCE);
        final List<Exhibit> good = of(finding, Exhibit.Role.COUNTEREXAMPLE);
        evidence.show(bad, input, thumbnails);
        counterexamples.show(good, input, thumbnails);
        reveal(wrong, !bad.isEmpty());
        reveal(evidence.control(), !bad.isEmpty());
        reveal(right, !good.isEmpty());
        reveal(counterexamples.control(), !good.isEmpty());
        caption.setText("");
        reveal(caption, !finding.pictures().isEmpty());
        fixes.setText(finding.fixes().stream().map(fix -> "\u2022 " + fix.text()).collect(Collectors.joining("\n")).replace("&", "&&"));
        reveal(fixesTitle, !finding.fixes().isEmpty());
        reveal(fixes, !finding.fixes().isEmpty());
        fill(filters, filterTable, FindingWords.filters(finding));
        fill(numbers, numberTable, FindingWords.numbers(finding));
        final Optional<Effect> measured = finding.effect();
        intervention.setText(measured.map(Effect::intervention).orElse("").replace("&", "&&"));
        fill(effect, effectTable, measured.map(FindingWords::effects).orElse(List.of()));
        if (another) {
            control.setOrigin(0, 0);
        }
        layout();
    }

    private static List<Exhibit> of(final Finding finding, final Exhibit.Role role) {
        return finding.pictures().stream().filter(exhibit -> exhibit.role() == role).toList();
    }

    private static void fill(final Composite section, final FactTable table, final List<Fact> facts) {
        table.show(facts);
        reveal(section, !facts.isEmpty());
    }

    private void tell(final BiConsumer<SuspectFilter, Boolean> told, final boolean open) {
        shown.ifPresent(listed -> filterTable.selection().findFirst()
                .ifPresent(row -> told.accept(listed.finding().filters().get(row), open)));
    }

    private static Label heading(final Composite parent, final String words) {
        final Label label = grab(new Label(parent, SWT.NONE));
        label.setText(words);
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        ((GridData) label.getLayoutData()).verticalIndent = HEADING_INDENT;
        return label;
    }

    private Composite section(final String words) {
        final Composite section = new Composite(sections, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(2, 3).applyTo(section);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        heading(section, words);
        return section;
    }

    private FactTable table(final Composite parent, final String name, final List<Column> columns) {
        final FactTable table = new FactTable(parent, colors, name, Messages.FindingPage_copy, columns);
        GridDataFactory.fillDefaults().grab(true, false).hint(TABLE_WIDTH, SWT.DEFAULT).applyTo(table.control());
        return table;
    }

    /** Without a hint a wrapping text asks for the width of its longest line. */
    private static <T extends Control> T grab(final T child) {
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(child);
        return child;
    }

    static void reveal(final Control child, final boolean visible) {
        ((GridData) child.getLayoutData()).exclude = !visible;
        child.setVisible(visible);
    }

    private void layout() {
        final int width = Math.max(1, control.getClientArea().width);
        final int inner = width - 2 * ((GridLayout) content.getLayout()).marginWidth;
        final GridLayout side = (GridLayout) sections.getLayout();
        side.numColumns = width >= WIDE ? 2 : 1;
        final int section = (inner - (side.numColumns - 1) * side.horizontalSpacing) / side.numColumns;
        for (final ExhibitsCanvas canvas : List.of(evidence, counterexamples)) {
            ((GridData) canvas.control().getLayoutData()).heightHint = canvas.height(inner);
        }
        // Wrapping texts are as high as they are at their true width.
        for (final Label label : List.of(claim, weight, suppressed, fixes)) {
            ((GridData) label.getLayoutData()).widthHint = inner;
        }
        ((GridData) intervention.getLayoutData()).widthHint = section;
        // Sizes are computed once, and everything is laid out once: each takes long where there are tables.
        content.setLayoutDeferred(true);
        control.setMinSize(TABLE_WIDTH, content.computeSize(width, SWT.DEFAULT, true).y);
        content.layout(false, true);
        content.setLayoutDeferred(false);
    }
}
