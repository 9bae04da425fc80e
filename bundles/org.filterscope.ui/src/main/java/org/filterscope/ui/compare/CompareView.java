package org.filterscope.ui.compare;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;
import org.filterscope.core.comparison.Comparison;
import org.filterscope.ide.ComparisonJob;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ui.display.FilterSelectionProvider;
import org.filterscope.ui.display.LatestReading;
import org.filterscope.ui.display.MessagePage;
import org.filterscope.ui.display.MessagePage.Offer;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.display.UiThread;

/** Compares reports: what became of filters from one to the next. */
public final class CompareView extends ViewPart {
    /** The view's identifier in the workbench. */
    public static final String ID = "org.filterscope.ui.compare";
    private static final String REPORTS = "reports";
    private static final String COMPARISON = "comparison";

    private Diagnoses diagnoses;
    private Optional<IMemento> remembered = Optional.empty();
    private UiThread thread;
    private ReportChoice choice;
    private Composite stack;
    private StackLayout layout;
    private MessagePage message;
    private ComparisonPage page;
    private ThemeColors colors;
    private LatestReading<ComparisonFacts> reading;
    private FilterSelectionProvider selection;
    private Optional<Path> comparison = Optional.empty();
    private Optional<Job> newest = Optional.empty();

    @Override
    public void init(final IViewSite site, final IMemento memento) throws PartInitException {
        super.init(site, memento);
        diagnoses = site.getService(Diagnoses.class);
        remembered = Optional.ofNullable(memento);
    }

    @Override
    public void createPartControl(final Composite parent) {
        thread = new UiThread(parent.getDisplay());
        final Composite content = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        choice = new ReportChoice(content, this::compare);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(choice.control());
        stack = new Composite(content, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        layout = new StackLayout();
        stack.setLayout(layout);
        message = new MessagePage(stack);
        colors = new ThemeColors(workbench(), () -> content.redraw(0, 0, content.getSize().x, content.getSize().y, true));
        selection = new FilterSelectionProvider(filters -> page.select(filters));
        getSite().setSelectionProvider(selection);
        page = new ComparisonPage(stack, colors, diagnoses::names, filter -> selection.changed(List.of(filter)));
        reading = new LatestReading<>(thread, facts -> {
            page.show(facts);
            bring(page.control());
        }, sentence -> explain(sentence, List.of(new Offer(Messages.CompareView_tryAgain, () -> compare(choice.reports())))));
        workbench().getHelpSystem().setHelp(content, ID);
        getSite().getService(IWorkbenchSiteProgressService.class).showBusyForFamily(ComparisonJob.class);
        explain(Messages.CompareView_empty, List.of());
        remembered.ifPresent(this::restore);
    }

    @Override
    public void setFocus() {
        if (layout.topControl == page.control()) {
            page.setFocus();
        } else {
            choice.setFocus();
        }
    }

    @Override
    public void saveState(final IMemento memento) {
        memento.putString(REPORTS, choice.reports().stream().map(Path::toString).collect(Collectors.joining("\n")));
        comparison.ifPresent(directory -> memento.putString(COMPARISON, directory.toString()));
    }

    @Override
    public void dispose() {
        if (reading != null) {
            reading.cancel();
            colors.dispose();
        }
        super.dispose();
    }

    /** Takes up reports that a person selected elsewhere; two or more are compared at once. */
    void choose(final List<Path> reports) {
        if (reports.size() >= 2) {
            choice.show(reports);
            compare(choice.reports());
        } else {
            choice.add(reports);
        }
    }

    private void restore(final IMemento memento) {
        try {
            choice.show(Stream.ofNullable(memento.getString(REPORTS)).flatMap(String::lines).map(Path::of).toList());
            Optional.ofNullable(memento.getString(COMPARISON)).map(Path::of).ifPresent(this::open);
        } catch (final InvalidPathException e) {
            // From another system: the person chooses anew.
            explain(Messages.CompareView_empty, List.of());
        }
    }

    private void compare(final List<Path> reports) {
        if (reports.size() < 2) {
            return;
        }
        newest.ifPresent(Job::cancel);
        final ComparisonJob job = diagnoses.prepareComparison(reports);
        newest = Optional.of(job);
        job.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(final IJobChangeEvent event) {
                thread.later(() -> ended(job, event.getResult()));
            }
        });
        explain(Messages.CompareView_running, List.of(new Offer(Messages.CompareView_cancel, job::cancel)));
        job.schedule();
    }

    private void ended(final ComparisonJob job, final IStatus result) {
        if (stack.isDisposed() || newest.filter(job::equals).isEmpty()) {
            return;
        }
        if (job.comparison().isPresent()) {
            open(job.comparison().get());
        } else {
            explain(result.getSeverity() == IStatus.CANCEL ? Messages.CompareView_cancelled : result.getMessage(),
                    List.of(new Offer(Messages.CompareView_tryAgain, () -> compare(choice.reports()))));
        }
    }

    private void open(final Path directory) {
        comparison = Optional.of(directory);
        reading.read(NLS.bind(Messages.CompareView_reading, directory.getFileName()), NLS.bind(Messages.CompareView_damaged, directory),
                () -> ComparisonFacts.of(Comparison.open(directory)));
    }

    private void explain(final String sentence, final List<Offer> offers) {
        message.show(sentence, offers);
        bring(message.control());
    }

    private void bring(final Composite control) {
        layout.topControl = control;
        stack.layout();
    }

    private IWorkbench workbench() {
        return getSite().getWorkbenchWindow().getWorkbench();
    }
}
