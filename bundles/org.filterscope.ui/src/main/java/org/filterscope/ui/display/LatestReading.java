package org.filterscope.ui.display;

import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.filterscope.core.InvalidInputException;

/**
 * Reads something from disk in the background; a new request makes the earlier ones void. Requests and answers belong to the UI thread.
 *
 * @param <T> what is read
 */
public final class LatestReading<T> {
    private final UiThread thread;
    private final Consumer<T> loaded;
    private final Consumer<String> failed;
    private Job newest;

    /**
     * What is read from.
     *
     * @param <T> what is read
     */
    @FunctionalInterface
    public interface Source<T> {
        /** Called on a thread of its own. */
        T read() throws InvalidInputException;
    }

    /**
     * @param loaded gets what was read
     * @param failed gets a sentence for the user
     */
    public LatestReading(final UiThread thread, final Consumer<T> loaded, final Consumer<String> failed) {
        this.thread = thread;
        this.loaded = loaded;
        this.failed = failed;
    }

    /**
     * @param name    of the job
     * @param damaged sentence for the user when the file is damaged in a way that no check foresaw
     */
    public void read(final String name, final String damaged, final Source<T> source) {
        cancel();
        newest = new ReadJob(name, damaged, source);
        newest.setSystem(true);
        newest.setPriority(Job.SHORT);
        newest.schedule();
    }

    public void cancel() {
        if (newest != null) {
            newest.cancel();
            newest = null;
        }
    }

    private final class ReadJob extends Job {
        private final String damaged;
        private final Source<T> source;

        ReadJob(final String name, final String damaged, final Source<T> source) {
            super(name);
            this.damaged = damaged;
            this.source = source;
        }

        @Override
        protected IStatus run(final IProgressMonitor monitor) {
            try {
                final T found = source.read();
                deliver(() -> loaded.accept(found));
            } catch (final InvalidInputException e) {
                deliver(() -> failed.accept(e.getMessage()));
            } catch (final RuntimeException e) {
                // It lies on disk, where anything may happen to it: nobody must wait for ever.
                ILog.of(LatestReading.class).error(getName(), e);
                deliver(() -> failed.accept(damaged));
            }
            return Status.OK_STATUS;
        }

        private void deliver(final Runnable message) {
            thread.later(() -> {
                if (newest == this) {
                    message.run();
                }
            });
        }
    }
}
