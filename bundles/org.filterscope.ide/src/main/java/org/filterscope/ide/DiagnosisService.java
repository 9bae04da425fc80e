package org.filterscope.ide;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.SafeRunner;
import org.eclipse.core.runtime.jobs.Job;
import org.filterscope.ide.worker.Worker;
import org.filterscope.ide.worker.WorkerRuntime;
import org.filterscope.ide.worker.WorkerStarter;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** The component behind {@link Diagnoses}: it owns the worker, which ends with it. */
public final class DiagnosisService implements Diagnoses {
    private final Worker worker;
    private final ListenerList<DiagnosisListener> listeners = new ListenerList<>();
    private final AtomicReference<ReportLocation> current = new AtomicReference<>();
    private final AtomicInteger running = new AtomicInteger();

    /** Called by the OSGi framework when somebody first asks for the service. */
    public DiagnosisService(final BundleContext context) {
        this(new WorkerRuntime(), Platform.getStateLocation(context.getBundle()).append("worker.log").toPath());
    }

    /** @param log the file for what the worker says on its standard error */
    public DiagnosisService(final WorkerStarter starter, final Path log) {
        worker = new Worker(starter, log);
    }

    /** Called by the OSGi framework when the bundle stops. */
    public void close() {
        Job.getJobManager().cancel(FAMILY);
        Job.getJobManager().cancel(worker);
        worker.close();
    }

    @Override
    public DiagnosisJob prepare(final IFile configuration) {
        return new DiagnosisJob(configuration, worker, this);
    }

    @Override
    public ExampleJob prepareExample(final IProject project) {
        return new ExampleJob(project, worker, Platform.getStateLocation(FrameworkUtil.getBundle(ExampleJob.class)).toPath());
    }

    @Override
    public void open(final ReportLocation report) {
        current.set(report);
        announce(listener -> listener.reportOpened(report));
    }

    @Override
    public Optional<ReportLocation> current() {
        return Optional.ofNullable(current.get());
    }

    @Override
    public boolean isRunning() {
        return running.get() > 0;
    }

    @Override
    public void addListener(final DiagnosisListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(final DiagnosisListener listener) {
        listeners.remove(listener);
    }

    void runBegins() {
        running.incrementAndGet();
        announce(DiagnosisListener::runningChanged);
    }

    void runEnds() {
        running.decrementAndGet();
        announce(DiagnosisListener::runningChanged);
    }

    private void announce(final Consumer<DiagnosisListener> message) {
        listeners.forEach(listener -> SafeRunner.run(() -> message.accept(listener)));
    }
}
