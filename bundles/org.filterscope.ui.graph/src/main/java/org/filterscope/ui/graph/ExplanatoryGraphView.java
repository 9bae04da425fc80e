package org.filterscope.ui.graph;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisListener;
import org.filterscope.ide.ReportLocation;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.PictureSelection;
import org.filterscope.ui.diagnosis.ConfigurationChooser;
import org.filterscope.ui.diagnosis.DiagnosisStarter;
import org.filterscope.ui.display.FilterSelectionProvider;
import org.filterscope.ui.display.Following;
import org.filterscope.ui.display.MessagePage;
import org.filterscope.ui.display.MessagePage.Offer;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.display.UiThread;
import org.filterscope.ui.graph.read.GraphLoading;
import org.filterscope.ui.graph.read.LoadedGraph;

/** Shows the part patterns of the current report's filters and how they hang together, layer by layer. */
public final class ExplanatoryGraphView extends ViewPart {
    /** The view's identifier in the workbench. */
    public static final String ID = "org.filterscope.ui.graph.explanatoryGraph";

    private final DiagnosisListener listener = new DiagnosisListener() {
        @Override
        public void reportOpened(final ReportLocation report) {
            onDisplay(() -> {
                if (!following.keeps(location, report.directory())) {
                    open(report.directory());
                }
            });
        }

        @Override
        public void runningChanged() {
            onDisplay(ExplanatoryGraphView.this::invite);
        }
    };
    private Diagnoses diagnoses;
    private GraphState remembered;
    private Following following;
    private UiThread thread;
    private Composite stack;
    private StackLayout layout;
    private MessagePage message;
    private GraphPage page;
    private ThemeColors colors;
    private GraphLoading loading;
    private FilterSelectionProvider selection;
    private GraphActions actions;
    private ConfigurationChooser chooser;
    private Optional<Path> location = Optional.empty();
    private String category;

    @Override
    public void init(final IViewSite site, final IMemento memento) throws PartInitException {
        super.init(site, memento);
        diagnoses = site.getService(Diagnoses.class);
        remembered = GraphState.read(memento);
        following = new Following(this, memento, this::follow, this::unpinned);
        category = remembered.category();
    }

    @Override
    public void createPartControl(final Composite parent) {
        thread = new UiThread(parent.getDisplay());
        chooser = new ConfigurationChooser(getSite().getShell());
        stack = new Composite(parent, SWT.NONE);
        layout = new StackLayout();
        stack.setLayout(layout);
        message = new MessagePage(stack);
        // The new theme's style reaches the widgets only after this.
        colors = new ThemeColors(workbench(), () -> onDisplay(() -> page.recolor()));
        page = new GraphPage(stack, new GraphColors(workbench(), colors), remembered, pageListener());
        loading = new GraphLoading(thread, receiver());
        selection = new FilterSelectionProvider(filters -> filters.stream().findFirst().ifPresent(page::follow));
        getSite().setSelectionProvider(selection);
        actions = new GraphActions(page, new GraphSaving(getSite().getShell(), page.diagram()), remembered, this::reload);
        actions.contribute(getViewSite());
        workbench().getHelpSystem().setHelp(stack, ID);
        invite();
        following.start();
        diagnoses.addListener(listener);
        (following.isPinned() ? remembered.report() : current()).ifPresent(this::open);
    }

    private GraphListener pageListener() {
        return new GraphListener() {
            @Override
            public void categoryChosen(final String chosen) {
                category = chosen;
                reload();
            }

            @Override
            public void selected(final List<FilterSelection> filters) {
                selection.changed(filters);
            }

            @Override
            public void pictured(final String picture, final List<FilterSelection> filters) {
                location.ifPresent(report -> selection.changed(filters, new PictureSelection(report, picture)));
            }

            @Override
            public void focused(final boolean something) {
                actions.focused(something);
            }

            @Override
            public void replaced() {
                reload();
            }
        };
    }

    private GraphLoading.Receiver receiver() {
        return new GraphLoading.Receiver() {
            @Override
            public void loaded(final LoadedGraph graph) {
                category = graph.category();
                bring(page.control());
                page.show(graph);
                following.catchUp();
            }

            @Override
            public void none() {
                page.close();
                message.show(Messages.ExplanatoryGraphView_none, run());
                bring(message.control());
            }

            @Override
            public void failed(final List<String> categories, final String sentence) {
                page.close();
                final List<Offer> others = categories.stream().filter(other -> !other.equals(category) && categories.size() > 1)
                        .map(other -> new Offer(NLS.bind(Messages.ExplanatoryGraphView_other, other), () -> {
                            category = other;
                            reload();
                        })).toList();
                message.show(sentence, Stream.concat(
                        Stream.of(new Offer(Messages.ExplanatoryGraphView_tryAgain, ExplanatoryGraphView.this::reload)),
                        others.stream()).toList());
                bring(message.control());
            }
        };
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
        page.state().of(location, category).write(memento);
        following.save(memento);
    }

    @Override
    public void dispose() {
        diagnoses.removeListener(listener);
        following.dispose();
        if (loading != null) {
            loading.cancel();
            page.close();
            colors.dispose();
        }
        super.dispose();
    }

    /**
     * Saves the graph on show as SVG when the file's name ends so, else as PNG; does nothing while none is shown. Returns at once.
     *
     * @param whole or only what is in sight
     */
    public void save(final Path file, final boolean whole) {
        page.reading().ifPresent(reading -> new GraphSaving(getSite().getShell(), page.diagram()).save(reading, file, whole));
    }

    private void unpinned() {
        current().filter(directory -> !location.equals(Optional.of(directory))).ifPresentOrElse(this::open, following::catchUp);
    }

    private Optional<Path> current() {
        return diagnoses.current().map(ReportLocation::directory);
    }

    private void open(final Path report) {
        location = Optional.of(report);
        if (layout.topControl != page.control()) {
            message.show(Messages.ExplanatoryGraphView_loading, List.of());
            bring(message.control());
        }
        reload();
    }

    private void reload() {
        location.ifPresent(report -> loading.load(report, category));
    }

    /** While there is no report: says what the view would show, and how to get there. */
    private void invite() {
        if (location.isPresent()) {
            return;
        }
        if (diagnoses.isRunning()) {
            message.show(Messages.ExplanatoryGraphView_running, List.of());
        } else {
            message.show(Messages.ExplanatoryGraphView_empty, run());
        }
        bring(message.control());
    }

    private List<Offer> run() {
        return List.of(new Offer(Messages.ExplanatoryGraphView_run,
                () -> chooser.choose(configuration -> new DiagnosisStarter(getSite().getWorkbenchWindow()).start(configuration))));
    }

    private void bring(final Composite control) {
        final boolean focused = layout.topControl != null && layout.topControl != control && getSite().getPage().getActivePart() == this;
        layout.topControl = control;
        stack.layout();
        actions.enable(control == page.control());
        if (focused) {
            setFocus();
        }
    }

    private void follow(final IStructuredSelection selected) {
        selected.stream().filter(FilterSelection.class::isInstance).map(FilterSelection.class::cast).findFirst().ifPresent(page::follow);
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
