package org.filterscope.ide.launch;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IStreamsProxy;
import org.eclipse.osgi.util.NLS;
import org.filterscope.ide.DiagnosisJob;
import org.filterscope.ide.RunLink;

/**
 * A run as the platform sees it: something with lines, an end and an exit code. The worker's own process goes on living and does the next run, so
 * that this ends when the run does; to terminate it is to cancel the run.
 */
public final class DiagnosisProcess extends PlatformObject implements IProcess {
    private final ILaunch launch;
    private final DiagnosisJob job;
    private final DiagnosisStreams streams;
    private final Map<String, String> attributes = new ConcurrentHashMap<>();
    private volatile boolean unwanted;
    private volatile boolean terminated;

    /** @param streams that the job writes to */
    DiagnosisProcess(final ILaunch launch, final DiagnosisJob job, final DiagnosisStreams streams) {
        this.launch = launch;
        this.job = job;
        this.streams = streams;
        attributes.put(ATTR_PROCESS_TYPE, LaunchAttributes.PROCESS_TYPE);
        attributes.put(DebugPlugin.ATTR_LAUNCH_TIMESTAMP, Long.toString(System.currentTimeMillis()));
        job.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(final IJobChangeEvent event) {
                end();
            }
        });
        launch.addProcess(this);
        fire(DebugEvent.CREATE);
    }

    /** Has the run take its turn, unless it was terminated in the moment since it can be seen: a job that waits for nothing cannot be cancelled. */
    void begin() {
        job.schedule();
        if (unwanted) {
            job.cancel();
        }
    }

    private void end() {
        attributes.put(DebugPlugin.ATTR_TERMINATE_TIMESTAMP, Long.toString(System.currentTimeMillis()));
        terminated = true;
        fire(DebugEvent.TERMINATE);
    }

    /** The run. */
    public DiagnosisJob job() {
        return job;
    }

    /** What a line of the run is about; empty when that can be said of none of its parts. */
    public Optional<RunLink> link(final String line) {
        return streams.link(line);
    }

    @Override
    public String getLabel() {
        return NLS.bind(Messages.DiagnosisProcess_label, job.configuration().getFullPath().makeRelative());
    }

    @Override
    public ILaunch getLaunch() {
        return launch;
    }

    @Override
    public IStreamsProxy getStreamsProxy() {
        return streams;
    }

    @Override
    public void setAttribute(final String key, final String value) {
        if (value == null) {
            attributes.remove(key);
        } else {
            attributes.put(key, value);
        }
        fire(DebugEvent.CHANGE);
    }

    @Override
    public String getAttribute(final String key) {
        return attributes.get(key);
    }

    @Override
    public int getExitValue() throws DebugException {
        if (!terminated) {
            throw new DebugException(new Status(IStatus.ERROR, DiagnosisProcess.class, DebugException.TARGET_REQUEST_FAILED,
                    Messages.DiagnosisProcess_running, null));
        }
        return job.exitCode().value();
    }

    @Override
    public boolean canTerminate() {
        return !terminated;
    }

    @Override
    public boolean isTerminated() {
        return terminated;
    }

    @Override
    public void terminate() {
        unwanted = true;
        job.cancel();
    }

    @Override
    public <T> T getAdapter(final Class<T> type) {
        if (type == IProcess.class) {
            return type.cast(this);
        }
        if (type == ILaunch.class) {
            return type.cast(launch);
        }
        return type == ILaunchConfiguration.class ? type.cast(launch.getLaunchConfiguration()) : super.getAdapter(type);
    }

    private void fire(final int kind) {
        final DebugPlugin debug = DebugPlugin.getDefault();
        if (debug != null) {
            debug.fireDebugEventSet(new DebugEvent[] {new DebugEvent(this, kind)});
        }
    }
}
