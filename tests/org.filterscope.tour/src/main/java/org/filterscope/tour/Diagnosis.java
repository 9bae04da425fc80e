package org.filterscope.tour;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;

/** A diagnosis that runs in the background, as the Progress view and the job manager show it. */
final class Diagnosis {
    private static final String PROGRESS = "org.eclipse.ui.views.ProgressView";
    private static final Pattern COUNTED = Pattern.compile("[1-9][0-9]* of [0-9]+");

    private final Ide ide;
    private final Job job;
    private final AtomicReference<IStatus> result = new AtomicReference<>();

    private Diagnosis(final Ide ide, final Job job) {
        this.ide = ide;
        this.job = job;
        job.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(final IJobChangeEvent event) {
                result.set(event.getResult());
            }
        });
    }

    /** Opens a configuration in its editor and runs it from there. */
    static Diagnosis run(final Ide ide, final IFile configuration) throws InterruptedException {
        start(ide, configuration);
        ide.until("the diagnosis of " + configuration.getName() + " begins", Duration.ofSeconds(20), () -> find(configuration).isPresent());
        return new Diagnosis(ide, find(configuration).orElseThrow());
    }

    /** The same for one that may be over before anybody looks. */
    static void start(final Ide ide, final IFile configuration) {
        ide.act(() -> {
            try {
                ide.page().activate(IDE.openEditor(ide.page(), configuration));
            } catch (final PartInitException e) {
                throw new IllegalStateException(e);
            }
        });
        ide.command("org.filterscope.ui.runDiagnosis", Map.of());
    }

    private static Optional<Job> find(final IFile configuration) {
        return Stream.of(Job.getJobManager().find(null)).filter(job -> job.getName().equals("Diagnosis of " + configuration.getName())).findFirst();
    }

    /** Waits until it computes and says how far it is. */
    void awaitMiddle() throws InterruptedException {
        final Part progress = ide.view(PROGRESS);
        ide.until("the Progress view says how far it is", Duration.ofSeconds(120), () -> COUNTED.matcher(onTop(progress).text()).find());
        ide.statements().detail(progress.text());
    }

    /** The Console comes up over it whenever the run says something. */
    private Widgets onTop(final Part progress) {
        ide.page().bringToTop(progress.found().get());
        return progress.widgets();
    }

    /** Presses the red button in the Progress view. */
    void cancel() throws InterruptedException {
        final Part progress = ide.view(PROGRESS);
        ide.act(() -> progress.widgets().all(ToolBar.class).stream().flatMap(bar -> Stream.of(bar.getItems()))
                .filter(ToolItem::isEnabled).findFirst().orElseThrow(() -> new AssertionError("the Progress view has no button"))
                .notifyListeners(SWT.Selection, new Event()));
        ide.until("cancelling is acknowledged within a second", Duration.ofSeconds(1),
                () -> Stream.of("Stopping", "Cancel Requested").anyMatch(onTop(progress).text()::contains) || isOver());
        ide.until("what was cancelled is gone within five seconds", Duration.ofSeconds(5), this::isOver);
        ide.statements().check("a diagnosis that was cancelled says so", result.get().getSeverity() == IStatus.CANCEL);
    }

    /** Ends the worker's process as a fault in native code does; the diagnosis goes on with another. */
    void killWorker() throws Exception {
        final List<ProcessHandle> workers = workers();
        ide.statements().check("one worker computes", workers.size() == 1);
        final ProcessHandle worker = workers.getFirst();
        new ProcessBuilder("kill", "-ABRT", Long.toString(worker.pid())).inheritIO().start().waitFor();
        final Part progress = ide.view(PROGRESS);
        ide.until("the Progress view says that another worker is started", Duration.ofSeconds(10),
                () -> onTop(progress).text().contains("starting another"));
        ide.until("another worker computes", Duration.ofSeconds(60), () -> workers().stream().anyMatch(other -> other.pid() != worker.pid()));
        ide.statements().check("nobody was asked anything about that", ide.ask(() -> ide.dialogs().count()) == 0);
        ide.statements().check("the diagnosis goes on by itself", !isOver());
    }

    void awaitEnd() throws InterruptedException {
        ide.until("it ends", Duration.ofSeconds(600), this::isOver);
        ide.statements().check("it ends well: " + result.get().getMessage(), result.get().isOK());
    }

    private boolean isOver() {
        return result.get() != null;
    }

    private static List<ProcessHandle> workers() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive)
                .filter(child -> child.info().command().filter(command -> command.endsWith("java")).isPresent()).toList();
    }
}
