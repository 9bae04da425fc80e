package org.filterscope.ui.scores;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisListener;
import org.filterscope.ide.ReportLocation;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.diagnosis.ConfigurationChooser;
import org.filterscope.ui.diagnosis.DiagnosisStarter;
import org.filterscope.ui.display.FilterSelectionProvider;
import org.filterscope.ui.display.MessagePage;
import org.filterscope.ui.display.MessagePage.Offer;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.display.UiThread;
import org.filterscope.ui.filter.FilterView;

/**
 * Shows the filters of one layer of the current report, one row a filter. Its selection is a list of {@link FilterSelection}.
 */
public final class FilterScoresView extends ViewPart {
    /** The view's identifier in the workbench. */
    public static final String ID = "org.filterscope.ui.filterScores";

    private final DiagnosisListener listener = new DiagnosisListener() {
        @Override
        public void reportOpened(final ReportLocation report) {
            onDisplay(() -> open(report));
        }

        @Override
        public void runningChanged() {
            onDisplay(FilterScoresView.this::invite);
        }

        @Override
        public void namesChanged(final Path report) {
            onDisplay(() -> location.filter(shown -> shown.directory().equals(report)).ifPresent(shown -> reload()));
        }
    };
    private final ISelectionListener others = (part, selected) -> {
        if (part != this) {
            follow(selected);
        }
    };
    private Diagnoses diagnoses;
    private ScoresState remembered;
    private UiThread thread;
    private Composite stack;
    private StackLayout layout;
    private MessagePage message;
    private ScoresPage page;
    private ThemeColors colors;
    private ReportLoading loading;
    private FilterSelectionProvider selection;
    private ViewActions actions;
    private ConfigurationChooser chooser;
    private Optional<ReportLocation> location = Optional.empty();
    /** The layer asked for last, until it is in sight. */
    private Optional<String> wanted = Optional.empty();

    @Override
    public void init(final IViewSite site, final IMemento memento) throws PartInitException {
        super.init(site, memento);
        diagnoses = site.getService(Diagnoses.class);
        remembered = ScoresState.read(memento, ResourcesPlugin.getWorkspace().getRoot());
    }

    @Override
    public void createPartControl(final Composite parent) {
        thread = new UiThread(parent.getDisplay());
        chooser = new ConfigurationChooser(getSite().getShell());
        stack = new Composite(parent, SWT.NONE);
        layout = new StackLayout();
        stack.setLayout(layout);
        message = new MessagePage(stack);
        colors = new ThemeColors(workbench(), () -> page.recolor());
        page = new ScoresPage(stack, colors, remembered, this::chooseLayer, this::reload);
        loading = new ReportLoading(thread, diagnoses::names, new ReportLoading.Receiver() {
            @Override
            public void loaded(final ShownLayer shown) {
                wanted = Optional.empty();
                page.show(shown);
                bring(page.control());
                if (page.table().selection().isEmpty()) {
                    // That view may have been quicker, as when the IDE starts with both.
                    follow(getSite().getWorkbenchWindow().getSelectionService().getSelection(FilterView.ID));
                }
            }

            @Override
            public void layerFailed(final ShownLayer shown, final String sentence) {
                wanted = Optional.empty();
                page.showProblem(shown, sentence, remedies());
                bring(page.control());
            }

            @Override
            public void failed(final String sentence) {
                message.show(sentence, remedies());
                bring(message.control());
            }
        });
        selection = new FilterSelectionProvider(this::select);
        getSite().setSelectionProvider(selection);
        actions = new ViewActions(getViewSite(), page, this::runAgain, this::reload, this::openFilter);
        actions.contribute();
        page.table().onSelection(this::selected);
        page.table().control().addListener(SWT.DefaultSelection, event -> openFilter());
        workbench().getHelpSystem().setHelp(stack, ID);
        page.table().control().addHelpListener(event -> workbench().getHelpSystem().displayHelp(ScoresHelp.of(page.table().columns())));
        invite();
        getSite().getService(IWorkbenchSiteProgressService.class).showBusyForFamily(Diagnoses.FAMILY);
        getSite().getWorkbenchWindow().getSelectionService().addSelectionListener(others);
        diagnoses.addListener(listener);
        diagnoses.current().ifPresentOrElse(this::open, () -> remembered.report().ifPresent(diagnoses::open));
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
    public void saveState(final IMemento memento) {
        new ScoresState(location, wantedLayer(), page.table().chosen(), page.table().layout()).write(memento);
    }

    @Override
    public void dispose() {
        diagnoses.removeListener(listener);
        getSite().getWorkbenchWindow().getSelectionService().removeSelectionListener(others);
        if (loading != null) {
            loading.cancel();
            page.dispose();
            colors.dispose();
        }
        super.dispose();
    }

    private void open(final ReportLocation report) {
        location = Optional.of(report);
        if (layout.topControl != page.control()) {
            message.show(Messages.FilterScoresView_loading, List.of());
            bring(message.control());
        }
        reload();
    }

    private void reload() {
        location.ifPresent(report -> loading.load(report.directory(), wantedLayer()));
    }

    /** Brings a layer of the current report into sight. Belongs to the UI thread; returns at once. */
    public void show(final String layer) {
        wanted = Optional.of(layer);
        reload();
    }

    private void chooseLayer(final String layer) {
        wanted = Optional.of(layer);
        page.shown().ifPresent(shown -> loading.load(shown.report(), layer));
    }

    /** In the view that follows the selection. */
    private void openFilter() {
        try {
            getSite().getPage().showView(FilterView.ID);
        } catch (final PartInitException e) {
            ErrorDialog.openError(getSite().getShell(), Messages.ViewActions_openFilterTip, null, e.getStatus());
        }
    }

    private void runAgain() {
        location.flatMap(ReportLocation::configuration).ifPresent(this::run);
    }

    private void run(final IFile configuration) {
        new DiagnosisStarter(getSite().getWorkbenchWindow()).start(configuration);
    }

    private boolean isRepeatable() {
        return location.flatMap(ReportLocation::configuration).filter(IFile::exists).isPresent();
    }

    /** What can be done about a report that cannot be shown. */
    private List<Offer> remedies() {
        final Offer again = new Offer(Messages.FilterScoresView_tryAgain, this::reload);
        return isRepeatable() ? List.of(again, new Offer(Messages.FilterScoresView_runAgain, this::runAgain)) : List.of(again);
    }

    /** While there is no report: says what the view would show, and how to get there. */
    private void invite() {
        if (location.isPresent()) {
            return;
        }
        if (diagnoses.isRunning()) {
            message.show(Messages.FilterScoresView_running, List.of());
        } else {
            message.show(Messages.FilterScoresView_empty,
                    List.of(new Offer(Messages.FilterScoresView_run, () -> chooser.choose(this::run))));
        }
        bring(message.control());
    }

    private void bring(final Composite control) {
        final boolean focused = layout.topControl != null && layout.topControl != control && hasFocus();
        layout.topControl = control;
        stack.layout();
        if (focused) {
            setFocus();
        }
        actions.enable(location.isPresent(), isRepeatable());
    }

    private boolean hasFocus() {
        return getSite().getPage().getActivePart() == this;
    }

    /** The layer that was asked for, or else the one in sight, or else the one that was in sight the last time. */
    private String wantedLayer() {
        return wanted.or(() -> page.shown().map(shown -> shown.scores().layer().layer())).orElse(remembered.layer());
    }

    private void selected(final List<FilterScore> filters) {
        page.shown().ifPresent(shown -> selection.changed(filters.stream().map(score -> selection(shown, score)).toList()));
        actions.enableSelected();
    }

    /** Selects what another view has come to, as far as it is in sight here. */
    private void follow(final ISelection selected) {
        if (selected instanceof final IStructuredSelection elements) {
            final Set<FilterSelection> filters = elements.stream().filter(FilterSelection.class::isInstance).map(FilterSelection.class::cast)
                    .collect(Collectors.toSet());
            // What the filter of the table hides cannot be selected; what is selected already stays so, with others beside it.
            page.shown().filter(shown -> isAmong(filters, shown, page.table().rows()) && !isAmong(filters, shown, page.table().selection()))
                    .ifPresent(shown -> {
                        select(filters);
                        page.table().control().showSelection();
                    });
        }
    }

    private static boolean isAmong(final Set<FilterSelection> filters, final ShownLayer shown, final List<FilterScore> scores) {
        return scores.stream().anyMatch(score -> filters.contains(selection(shown, score)));
    }

    private void select(final Set<FilterSelection> filters) {
        page.shown().ifPresent(shown -> page.table().select(shown.scores().filters().stream()
                .filter(score -> filters.contains(selection(shown, score))).map(FilterScore::channel).collect(Collectors.toSet())));
    }

    private static FilterSelection selection(final ShownLayer shown, final FilterScore score) {
        return new FilterSelection(shown.report().report().directory(), shown.scores().layer().layer(), score.channel());
    }

    private void onDisplay(final Runnable work) {
        thread.later(() -> {
            if (!stack.isDisposed()) {
                work.run();
            }
        });
    }

    private IWorkbench workbench() {
        return getSite().getWorkbenchWindow().getWorkbench();
    }
}
