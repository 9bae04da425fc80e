package org.filterscope.ui.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.filterscope.core.protocol.TraceRequest;
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

/** Tells why the network of the current report says what it says of a picture. */
public final class ContributionTraceView extends ViewPart {
    /** The view's identifier in the workbench. */
    public static final String ID = "org.filterscope.ui.contributionTrace";

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
            onDisplay(ContributionTraceView.this::invite);
        }
    };
    private Diagnoses diagnoses;
    private UiThread thread;
    private TraceState remembered;
    private Following following;
    private Composite stack;
    private StackLayout layout;
    private MessagePage message;
    private TracePage page;
    private ThemeColors colors;
    private TracedReportLoading loading;
    private FilterSelectionProvider selection;
    private TraceActions actions;
    private ConfigurationChooser chooser;
    private Optional<Path> location = Optional.empty();
    private Optional<TracedReport> report = Optional.empty();
    private List<TraceSubject> wanted = List.of();
    private Optional<PictureSelection> awaited = Optional.empty();

    @Override
    public void init(final IViewSite site, final IMemento memento) throws PartInitException {
        super.init(site, memento);
        diagnoses = site.getService(Diagnoses.class);
        remembered = TraceState.read(memento);
        following = new Following(this, memento, this::follow, this::unpinned);
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
        page = new TracePage(stack, colors, diagnoses.tracing(), pageListener());
        page.heat(remembered.method());
        page.hot(remembered.hot());
        page.exact(remembered.exact());
        page.amount(remembered.amount());
        actions = new TraceActions(getSite().getShell(), page, actionListener(), remembered);
        actions.contribute(getViewSite());
        loading = new TracedReportLoading(thread, diagnoses, new TracedReportLoading.Receiver() {
            @Override
            public void loaded(final TracedReport opened) {
                ready(opened);
            }

            @Override
            public void failed(final String sentence) {
                report = Optional.empty();
                explain(sentence, run());
            }
        });
        selection = new FilterSelectionProvider(filters -> filters.stream().findFirst().ifPresent(page::follow));
        getSite().setSelectionProvider(selection);
        DroppedPictures.accept(message.control(), this::traceFile);
        workbench().getHelpSystem().setHelp(stack, ID);
        wanted = remembered.subjects();
        invite();
        following.start();
        diagnoses.addListener(listener);
        (following.isPinned() ? remembered.report() : current().or(remembered::report)).ifPresent(this::open);
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
        final List<TraceSubject> shown = page.panes().stream().flatMap(pane -> pane.subject().stream()).toList();
        new TraceState(location, shown.isEmpty() ? wanted : shown, page.method(), page.amount(), actions.isHot(), actions.isExact()).write(memento);
        following.save(memento);
    }

    @Override
    public void dispose() {
        diagnoses.removeListener(listener);
        following.dispose();
        if (loading != null) {
            loading.cancel();
            page.cancel();
            colors.dispose();
        }
        super.dispose();
    }

    /** Traces a picture of a report, which is read first if need be. */
    public void trace(final PictureSelection picture) {
        final Optional<TracedReport> known = report.filter(of -> of.directory().equals(picture.report()));
        if (known.isPresent()) {
            trace(0, new TraceSubject(known.get().file(picture.picture())));
        } else {
            awaited = Optional.of(picture);
            open(picture.report());
        }
    }

    /** Traces a picture's file, as if it had been dropped. */
    public void traceFile(final Path picture) {
        trace(0, new TraceSubject(picture.toAbsolutePath().normalize()));
    }

    private void trace(final int pane, final TraceSubject subject) {
        if (report.isEmpty()) {
            wanted = List.of(subject);
            invite();
            return;
        }
        bring(page.control());
        page.trace(pane, subject);
    }

    private TracePage.Listener pageListener() {
        return new TracePage.Listener() {
            @Override
            public void selected(final List<FilterSelection> filters) {
                if (!filters.isEmpty()) {
                    selection.changed(filters);
                }
            }

            @Override
            public void pictureWanted(final int pane) {
                choose(pane);
            }

            @Override
            public void copied(final int pane) {
                actions.copyCsv();
            }

            @Override
            public void changed() {
                if (actions != null) {
                    actions.update();
                }
            }

            @Override
            public void made(final Composite control, final Tree tree) {
                DroppedPictures.accept(control, picture -> trace(index(control), new TraceSubject(picture)));
                TraceActions.menu(tree, manager -> actions.fill(manager));
            }
        };
    }

    private int index(final Composite control) {
        return Math.max(0, page.panes().stream().map(TracePane::control).toList().indexOf(control));
    }

    private TraceActions.Listener actionListener() {
        return new TraceActions.Listener() {
            @Override
            public void openFile() {
                report.flatMap(of -> new PictureChooser(getSite().getShell()).ofFiles(of.folder())).ifPresent(picture -> traceFile(picture));
            }

            @Override
            public void choose() {
                ContributionTraceView.this.choose(0);
            }

            @Override
            public void compare(final boolean wished) {
                if (wished) {
                    compareClasses();
                } else {
                    page.alone();
                }
            }

            @Override
            public void comparePicture() {
                ContributionTraceView.this.choose(1);
            }

            @Override
            public void refresh() {
                location.ifPresent(ContributionTraceView.this::open);
            }
        };
    }

    private void choose(final int pane) {
        report.flatMap(of -> new PictureChooser(getSite().getShell()).ofReport(of)).ifPresent(picture -> trace(pane, new TraceSubject(picture)));
    }

    /** Beside the picture the same picture for the class that comes next. */
    private void compareClasses() {
        final TracePane first = page.panes().getFirst();
        first.trace().ifPresent(known -> first.subject().ifPresent(subject -> page.trace(1, subject.of(IntStream.range(0, known.classes().size())
                .boxed().filter(other -> other != known.traced()).max(Comparator.comparingDouble(other -> known.classes().get(other).logit()))
                .orElse(known.traced())))));
    }

    private void open(final Path directory) {
        if (location.filter(directory::equals).isEmpty()) {
            // Another network may have other classes: of each picture the one is traced that it predicts.
            wanted = location.isEmpty() ? wanted : shown().stream().map(subject -> subject.of(TraceRequest.PREDICTED)).toList();
        } else {
            wanted = shown();
        }
        location = Optional.of(directory);
        loading.load(directory);
    }

    private List<TraceSubject> shown() {
        final List<TraceSubject> shown = new ArrayList<>();
        page.panes().forEach(pane -> pane.subject().ifPresent(shown::add));
        return shown.isEmpty() ? wanted : shown;
    }

    private void ready(final TracedReport opened) {
        report = Optional.of(opened);
        page.open(opened);
        awaited.filter(picture -> picture.report().equals(opened.directory()))
                .ifPresent(picture -> wanted = List.of(new TraceSubject(opened.file(picture.picture()))));
        awaited = Optional.empty();
        if (wanted.isEmpty()) {
            explain(Messages.ContributionTraceView_choose, List.of(new Offer(Messages.ContributionTraceView_chooseOffer, () -> choose(0)),
                    new Offer(Messages.ContributionTraceView_openOffer, () -> actionListener().openFile())));
        } else {
            bring(page.control());
            for (int pane = 0; pane < wanted.size(); pane++) {
                page.trace(pane, wanted.get(pane));
            }
        }
        following.catchUp();
    }

    private void unpinned() {
        current().filter(directory -> !location.equals(Optional.of(directory))).ifPresentOrElse(this::open, following::catchUp);
    }

    private Optional<Path> current() {
        return diagnoses.current().map(ReportLocation::directory);
    }

    /** While there is no report: says what the view would show, and how to get there. */
    private void invite() {
        if (location.isEmpty()) {
            final String waiting = wanted.isEmpty() ? ""
                    : NLS.bind(Messages.ContributionTraceView_waiting, wanted.getFirst().picture().getFileName());
            explain((diagnoses.isRunning() ? Messages.ContributionTraceView_running : Messages.ContributionTraceView_empty) + waiting,
                    diagnoses.isRunning() ? List.of() : run());
        }
    }

    private List<Offer> run() {
        return List.of(new Offer(Messages.ContributionTraceView_run,
                () -> chooser.choose(configuration -> new DiagnosisStarter(getSite().getWorkbenchWindow()).start(configuration))));
    }

    private void follow(final IStructuredSelection selected) {
        final List<?> some = selected.toList();
        some.stream().filter(FilterSelection.class::isInstance).map(FilterSelection.class::cast).findFirst().ifPresent(page::follow);
        some.stream().filter(PictureSelection.class::isInstance).map(PictureSelection.class::cast).findFirst().ifPresent(page::offer);
    }

    private void explain(final String sentence, final List<Offer> offers) {
        message.show(sentence, offers);
        bring(message.control());
    }

    private void bring(final Composite control) {
        final boolean focused = layout.topControl != null && layout.topControl != control && getSite().getPage().getActivePart() == this;
        layout.topControl = control;
        stack.layout();
        actions.update();
        if (focused) {
            setFocus();
        }
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
