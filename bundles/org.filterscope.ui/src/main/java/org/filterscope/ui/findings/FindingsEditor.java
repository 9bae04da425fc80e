package org.filterscope.ui.findings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableEditor;
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
import org.filterscope.ui.display.FilterSelectionProvider;
import org.filterscope.ui.display.LatestReading;
import org.filterscope.ui.display.MessagePage;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.display.UiThread;
import org.filterscope.ui.filter.FilterView;

/**
 * The findings of a diagnosis with their evidence: what opens on a double click in the Problems view. It changes nothing, so there is nothing to save.
 * Opened on the configuration or model file that the markers are on.
 */
public final class FindingsEditor extends EditorPart implements IGotoMarker, IPersistableEditor {
    /** The editor's identifier in the workbench. */
    public static final String ID = "org.filterscope.ui.findings";

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
    private FindingsPage page;
    private ThemeColors colors;
    private LatestReading<FoundFlaws> reading;
    private LatestReading<FindingListing> listing;
    private FilterSelectionProvider selection;
    private Optional<Path> report = Optional.empty();
    private Optional<Path> configuration = Optional.empty();
    private Optional<FindingState> remembered = Optional.empty();
    private boolean outdated;

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
        colors = new ThemeColors(getSite().getWorkbenchWindow().getWorkbench(), () -> page.recolor());
        page = new FindingsPage(stack, colors, pageListener());
        selection = new FilterSelectionProvider(filters -> {
            // Other views may not choose what a finding is about.
        });
        getSite().setSelectionProvider(selection);
        reading = new LatestReading<>(thread, this::show, this::explain);
        listing = new LatestReading<>(thread, page::list, this::explain);
        getSite().getWorkbenchWindow().getWorkbench().getHelpSystem().setHelp(stack, ID);
        diagnoses.addListener(listener);
        explain(Messages.FindingsEditor_none);
        begin();
    }

    /** With the finding that was open before, or of the file that is open the one marked last. */
    private void begin() {
        final List<FindingMarker> markers = MarkedFindings.on(Adapters.adapt(getEditorInput(), IFile.class));
        remembered.flatMap(state -> state.among(markers)).or(() -> markers.stream().findFirst()).ifPresentOrElse(this::open, this::openCurrent);
        remembered.ifPresent(state -> page.want(state.finding()));
    }

    @Override
    public void restoreState(final IMemento memento) {
        remembered = FindingState.read(memento);
        if (page != null) {
            begin();
        }
    }

    @Override
    public void saveState(final IMemento memento) {
        report.filter(directory -> !page.wanted().isEmpty())
                .ifPresent(directory -> new FindingState(directory.toString(), page.wanted()).write(memento));
    }

    private FindingsPage.Listener pageListener() {
        return new FindingsPage.Listener() {
            @Override
            public void told(final SuspectFilter filter, final boolean open) {
                tell(filter, open);
            }

            @Override
            public void lifted(final ListedFinding finding, final List<ListedFinding> others) {
                lift(finding, others);
            }

            @Override
            public void fixed(final ListedFinding finding) {
                fix(finding);
            }

            @Override
            public void replaced() {
                reload();
            }
        };
    }

    @Override
    public void gotoMarker(final IMarker marker) {
        FindingMarker.of(marker).ifPresent(this::open);
    }

    private void open(final FindingMarker finding) {
        if (report.filter(finding.report()::equals).isEmpty() || page.shown().isEmpty()) {
            report = Optional.of(finding.report());
            configuration = Optional.of(finding.configuration());
            page.forget();
            reload();
        }
        page.want(finding.finding());
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
        page.shown().ifPresent(flaws -> {
            final Path directory = flaws.report().report().directory();
            listing.read(NLS.bind(Messages.FindingsEditor_reading, directory.getFileName()), NLS.bind(Messages.FindingsEditor_damaged, directory),
                    () -> FindingListing.of(flaws.findings(), flaws.configuration()));
        });
    }

    private void show(final FoundFlaws flaws) {
        report = Optional.of(flaws.report().report().directory());
        configuration = flaws.configuration();
        bring(page.control());
        // What was read meanwhile is about the findings before; whether this listing is older than what was marked meanwhile nobody knows.
        listing.cancel();
        page.show(flaws);
        if (outdated) {
            relist();
        }
    }

    private void lift(final ListedFinding finding, final List<ListedFinding> others) {
        page.shown().flatMap(FoundFlaws::configuration).ifPresent(made -> {
            if (others.isEmpty() || MessageDialog.openConfirm(getSite().getShell(), Messages.FindingsEditor_lift,
                    NLS.bind(Messages.FindingsEditor_liftedWith, others.size(), others.getFirst().finding().text()))) {
                new SuppressionJob(Messages.FindingsEditor_lifting,
                        () -> diagnoses.lift(report.orElseThrow(), made, finding.suppressions())).schedule();
            }
        });
    }

    private void fix(final ListedFinding finding) {
        report.flatMap(directory -> MarkedFindings.of(directory, finding.finding().id())).ifPresentOrElse(
                marker -> FixChoice.offer(getSite().getShell(), marker),
                () -> MessageDialog.openInformation(getSite().getShell(), Messages.FixFindingHandler_title, Messages.FindingsEditor_unmarked));
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
        if (layout.topControl == page.control()) {
            page.setFocus();
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
            page.dispose();
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
