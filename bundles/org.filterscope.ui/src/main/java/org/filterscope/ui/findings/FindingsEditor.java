package org.filterscope.ui.findings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.part.EditorPart;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.core.report.Report;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisListener;
import org.filterscope.ide.FindingMarker;
import org.filterscope.ide.ReportLocation;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.display.FactTable;
import org.filterscope.ui.display.FactTable.Column;
import org.filterscope.ui.display.FilterSelectionProvider;
import org.filterscope.ui.display.LatestReading;
import org.filterscope.ui.display.MessagePage;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.display.UiThread;
import org.filterscope.ui.filter.FilterView;
import org.filterscope.ui.pictures.ThumbnailStore;

/**
 * The findings of a diagnosis with their evidence: what opens on a double click in the Problems view. It changes nothing, so there is nothing to save.
 * Opened on the configuration or model file that the markers are on.
 */
public final class FindingsEditor extends EditorPart implements IGotoMarker {
    /** The editor's identifier in the workbench. */
    public static final String ID = "org.filterscope.ui.findings";

    /** From this width on the list stands beside the page. */
    private static final int WIDE = 720;

    private final DiagnosisListener listener = new DiagnosisListener() {
        @Override
        public void reportOpened(final ReportLocation opened) {
            thread.later(() -> {
                if (!stack.isDisposed() && report.filter(opened.directory()::equals).isPresent()) {
                    reload();
                }
            });
        }

        @Override
        public void runningChanged() {
            // A report is shown as it is until there is another one.
        }

        @Override
        public void findingsMarked() {
            thread.later(() -> {
                if (!stack.isDisposed()) {
                    relist();
                }
            });
        }
    };
    private Diagnoses diagnoses;
    private UiThread thread;
    private Composite stack;
    private StackLayout layout;
    private MessagePage message;
    private SashForm content;
    private FindingList list;
    private FactTable searches;
    private FindingPage page;
    private ThemeColors colors;
    private LatestReading<FoundFlaws> reading;
    private LatestReading<FindingListing> listing;
    private FilterSelectionProvider selection;
    private Optional<Path> report = Optional.empty();
    private Optional<Path> configuration = Optional.empty();
    private String wanted = "";
    private boolean outdated;
    private Optional<FoundFlaws> shown = Optional.empty();
    private FindingListing all = new FindingListing(List.of(), List.of());
    private Optional<ThumbnailStore> thumbnails = Optional.empty();

    @Override
    public void init(final IEditorSite site, final IEditorInput input) throws PartInitException {
        setSite(site);
        setInput(input);
        diagnoses = site.getService(Diagnoses.class);
        setPartName(NLS.bind(Messages.FindingsEditor_title, input.getName()));
        setTitleToolTip(input.getToolTipText());
    }

    @Override
    public void createPartControl(final Composite parent) {
        thread = new UiThread(parent.getDisplay());
        stack = new Composite(parent, SWT.NONE);
        layout = new StackLayout();
        stack.setLayout(layout);
        message = new MessagePage(stack);
        colors = new ThemeColors(getSite().getWorkbenchWindow().getWorkbench(), this::recolor);
        content = new SashForm(stack, SWT.HORIZONTAL);
        final TabFolder tabs = new TabFolder(content, SWT.TOP);
        list = new FindingList(tabs, colors, this::show, this::choose);
        searches = new FactTable(tabs, colors, Messages.FindingsEditor_searches, Messages.FindingPage_copy,
                List.of(new Column(Messages.FindingsEditor_kind, Messages.FindingsEditor_kindTip, false, 140),
                        new Column(Messages.FindingsEditor_tested, Messages.FindingsEditor_testedTip, true, 70),
                        new Column(Messages.FindingsEditor_note, Messages.FindingsEditor_noteTip, false, 420)));
        tab(tabs, Messages.FindingsEditor_findings, list.control());
        tab(tabs, Messages.FindingsEditor_searches, searches.control());
        page = new FindingPage(content, colors, this::tell, this::lift);
        content.setWeights(2, 3);
        content.addListener(SWT.Resize, event -> turn());
        selection = new FilterSelectionProvider(filters -> {
            // Other views may not choose what a finding is about.
        });
        getSite().setSelectionProvider(selection);
        reading = new LatestReading<>(thread, this::show, this::explain);
        listing = new LatestReading<>(thread, this::list, this::explain);
        getSite().getWorkbenchWindow().getWorkbench().getHelpSystem().setHelp(stack, ID);
        diagnoses.addListener(listener);
        explain(Messages.FindingsEditor_none);
        marker().ifPresentOrElse(this::open, this::openCurrent);
    }

    private static void tab(final TabFolder tabs, final String words, final Control child) {
        final TabItem item = new TabItem(tabs, SWT.NONE);
        item.setText(words);
        item.setControl(child);
    }

    /** Of the file that is open, the marker made last. */
    private Optional<FindingMarker> marker() {
        final IFile file = Adapters.adapt(getEditorInput(), IFile.class);
        if (file == null || !file.exists()) {
            return Optional.empty();
        }
        try {
            final List<IMarker> markers = new ArrayList<>(List.of(file.findMarkers(FindingMarker.TYPE, true, IResource.DEPTH_ZERO)));
            markers.sort((one, other) -> Long.compare(other.getId(), one.getId()));
            return markers.stream().flatMap(marker -> FindingMarker.of(marker).stream()).findFirst();
        } catch (final CoreException e) {
            ILog.of(FindingsEditor.class).log(e.getStatus());
            return Optional.empty();
        }
    }

    @Override
    public void gotoMarker(final IMarker marker) {
        FindingMarker.of(marker).ifPresent(this::open);
    }

    private void open(final FindingMarker finding) {
        wanted = finding.finding();
        if (report.filter(finding.report()::equals).isPresent() && shown.isPresent()) {
            choose();
        } else {
            report = Optional.of(finding.report());
            configuration = Optional.of(finding.configuration());
            shown = Optional.empty();
            reload();
        }
    }

    /** Where nothing is marked on the file all may be suppressed: then the current report tells, if it is about the file. */
    private void openCurrent() {
        final IFile file = Adapters.adapt(getEditorInput(), IFile.class);
        diagnoses.current().filter(current -> file != null && file.getLocation() != null).map(ReportLocation::directory)
                .ifPresent(directory -> read(directory, () -> {
                    final Report current = Report.open(directory);
                    final Optional<Path> made = diagnoses.configuration(current);
                    final Path path = file.getLocation().toPath();
                    if (made.filter(path::equals).isEmpty() && !path.toString().equals(current.manifest().model().file())) {
                        throw new InvalidInputException(Messages.FindingsEditor_none);
                    }
                    return FoundFlaws.read(current, made);
                }));
    }

    private void reload() {
        final Optional<Path> made = configuration;
        report.ifPresent(directory -> read(directory, () -> FoundFlaws.read(Report.open(directory), made)));
    }

    private void read(final Path directory, final LatestReading.Source<FoundFlaws> source) {
        listing.cancel();
        outdated = false;
        reading.read(NLS.bind(Messages.FindingsEditor_reading, directory.getFileName()), NLS.bind(Messages.FindingsEditor_damaged, directory),
                source);
    }

    /** Others may be suppressed by now. */
    private void relist() {
        outdated = true;
        shown.ifPresent(flaws -> {
            final Path directory = flaws.report().report().directory();
            listing.read(NLS.bind(Messages.FindingsEditor_reading, directory.getFileName()), NLS.bind(Messages.FindingsEditor_damaged, directory),
                    () -> FindingListing.of(flaws.findings(), flaws.configuration()));
        });
    }

    private void show(final FoundFlaws flaws) {
        shown = Optional.of(flaws);
        report = Optional.of(flaws.report().report().directory());
        configuration = flaws.configuration();
        thumbnails.ifPresent(ThumbnailStore::dispose);
        thumbnails = Optional.of(new ThumbnailStore(stack.getDisplay(), flaws.report().report(), flaws.report().thumbnails(),
                new ThumbnailStore.Listener() {
                    @Override
                    public void thumbnailsArrived() {
                        page.redrawPictures();
                    }

                    @Override
                    public void reportReplaced() {
                        reload();
                    }
                }));
        searches.show(FindingWords.searches(flaws.findings()));
        bring(content);
        // What was read meanwhile is about the findings before; whether this listing is older than what was marked meanwhile nobody knows.
        listing.cancel();
        list(flaws.listing());
        if (outdated) {
            relist();
        }
    }

    private void list(final FindingListing listed) {
        all = listed;
        list.show(listed);
        choose();
    }

    /** The finding that is wanted, or the worst. */
    private void choose() {
        final Optional<ListedFinding> chosen = list.select(wanted);
        page.control().setVisible(chosen.isPresent());
        chosen.ifPresent(this::show);
    }

    private void show(final ListedFinding finding) {
        shown.ifPresent(flaws -> {
            wanted = finding.finding().id();
            page.show(finding, flaws.report().input(), thumbnails.orElseThrow());
        });
    }

    private void lift(final ListedFinding finding) {
        shown.flatMap(FoundFlaws::configuration).ifPresent(made -> {
            final List<ListedFinding> others = all.liftedWith(finding);
            if (others.isEmpty() || MessageDialog.openConfirm(getSite().getShell(), Messages.FindingsEditor_lift,
                    NLS.bind(Messages.FindingsEditor_liftedWith, others.size(), others.getFirst().finding().text()))) {
                new SuppressionJob(Messages.FindingsEditor_lifting,
                        () -> diagnoses.lift(report.orElseThrow(), made, finding.suppressions())).schedule();
            }
        });
    }

    /** In a narrow window the list stands above the page. */
    private void turn() {
        final int orientation = content.getClientArea().width < WIDE ? SWT.VERTICAL : SWT.HORIZONTAL;
        if (content.getOrientation() != orientation) {
            content.setOrientation(orientation);
        }
    }

    private void recolor() {
        list.recolor();
        page.recolor();
    }

    private void tell(final SuspectFilter filter, final boolean open) {
        report.ifPresent(directory -> selection.changed(List.of(new FilterSelection(directory, filter.layer(), filter.channel()))));
        if (open) {
            try {
                getSite().getPage().showView(FilterView.ID);
            } catch (final PartInitException e) {
                ILog.of(FindingsEditor.class).log(e.getStatus());
            }
        }
    }

    private void explain(final String sentence) {
        message.show(sentence, List.of());
        bring(message.control());
    }

    private void bring(final Control control) {
        layout.topControl = control;
        stack.layout();
    }

    @Override
    public void setFocus() {
        if (layout.topControl == content) {
            list.setFocus();
        } else {
            message.setFocus();
        }
    }

    @Override
    public void dispose() {
        diagnoses.removeListener(listener);
        if (reading != null) {
            reading.cancel();
            listing.cancel();
            thumbnails.ifPresent(ThumbnailStore::dispose);
            colors.dispose();
        }
        super.dispose();
    }

    @Override
    public void doSave(final IProgressMonitor monitor) {
        throw new UnsupportedOperationException("there is nothing to save");
    }

    @Override
    public void doSaveAs() {
        throw new UnsupportedOperationException("there is nothing to save");
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }
}
