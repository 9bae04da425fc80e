package org.filterscope.ui.findings;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.ui.display.FactTable;
import org.filterscope.ui.display.FactTable.Column;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.pictures.ThumbnailStore;

/** All findings of a diagnosis in a list, and the evidence for the one that is selected. Belongs to the UI thread. */
final class FindingsPage {
    /** From this width on the list stands beside the page. */
    private static final int WIDE = 720;

    private final SashForm control;
    private final FindingList list;
    private final FactTable searches;
    private final FindingPage page;
    private final Listener listener;
    private FindingListing all = new FindingListing(List.of(), List.of());
    private String wanted = "";
    private Optional<FoundFlaws> shown = Optional.empty();
    private Optional<ThumbnailStore> thumbnails = Optional.empty();

    /** Hears what a person does, and what happens to the report. */
    interface Listener {
        /** The person points out a filter. */
        void told(SuspectFilter filter, boolean open);

        /**
         * A finding shall count again.
         *
         * @param others what would count again with it
         */
        void lifted(ListedFinding finding, List<ListedFinding> others);

        /** Something shall be done about a finding. */
        void fixed(ListedFinding finding);

        /** Another report lies in the report's place. */
        void replaced();
    }

    FindingsPage(final Composite parent, final ThemeColors colors, final Listener listener) {
        this.listener = listener;
        control = new SashForm(parent, SWT.HORIZONTAL);
        final TabFolder tabs = new TabFolder(control, SWT.TOP);
        list = new FindingList(tabs, colors, this::show, this::choose);
        searches = new FactTable(tabs, colors, Messages.FindingsEditor_searches, Messages.FindingPage_copy,
                List.of(new Column(Messages.FindingsEditor_kind, Messages.FindingsEditor_kindTip, false, 140),
                        new Column(Messages.FindingsEditor_tested, Messages.FindingsEditor_testedTip, true, 70),
                        new Column(Messages.FindingsEditor_note, Messages.FindingsEditor_noteTip, false, 420)));
        tab(tabs, Messages.FindingsEditor_findings, list.control());
        tab(tabs, Messages.FindingsEditor_searches, searches.control());
        page = new FindingPage(control, colors, listener::told, finding -> listener.lifted(finding, all.liftedWith(finding)),
                listener::fixed);
        control.setWeights(2, 3);
        control.addListener(SWT.Resize, event -> turn());
    }

    private static void tab(final TabFolder tabs, final String words, final Control child) {
        final TabItem item = new TabItem(tabs, SWT.NONE);
        item.setText(words);
        item.setControl(child);
    }

    /** In a narrow window the list stands above the page. */
    private void turn() {
        final int orientation = control.getClientArea().width < WIDE ? SWT.VERTICAL : SWT.HORIZONTAL;
        if (control.getOrientation() != orientation) {
            control.setOrientation(orientation);
        }
    }

    Composite control() {
        return control;
    }

    void setFocus() {
        list.setFocus();
    }

    void recolor() {
        if (!control.isDisposed()) {
            list.recolor();
            page.recolor();
        }
    }

    void dispose() {
        thumbnails.ifPresent(ThumbnailStore::dispose);
    }

    Optional<FoundFlaws> shown() {
        return shown;
    }

    /** Id of the finding that is, or is to be, shown; empty for the worst. */
    String wanted() {
        return wanted;
    }

    void want(final String finding) {
        wanted = finding;
        if (shown.isPresent()) {
            choose();
        }
    }

    /** From now on findings of another report are awaited. */
    void forget() {
        shown = Optional.empty();
    }

    void show(final FoundFlaws flaws) {
        shown = Optional.of(flaws);
        thumbnails.ifPresent(ThumbnailStore::dispose);
        thumbnails = Optional.of(new ThumbnailStore(control.getDisplay(), flaws.report().report(), flaws.report().thumbnails(),
                new ThumbnailStore.Listener() {
                    @Override
                    public void thumbnailsArrived() {
                        page.redrawPictures();
                    }

                    @Override
                    public void reportReplaced() {
                        listener.replaced();
                    }
                }));
        searches.show(FindingWords.searches(flaws.findings()));
        list(flaws.listing());
    }

    /** Others are suppressed by now. */
    void list(final FindingListing listed) {
        all = listed;
        list.show(listed);
        choose();
    }

    /** The finding that is wanted, or the worst. */
    private void choose() {
        final Optional<ListedFinding> chosen = shown.flatMap(flaws -> list.select(wanted));
        page.control().setVisible(chosen.isPresent());
        chosen.ifPresent(this::show);
    }

    private void show(final ListedFinding finding) {
        shown.ifPresent(flaws -> {
            wanted = finding.finding().id();
            page.show(finding, flaws.report().input(), thumbnails.orElseThrow());
        });
    }
}
