package org.filterscope.ui.trace;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.filterscope.ide.PictureJob;
import org.filterscope.ui.display.UiThread;

/** What a pane has asked the worker: of each kind the newest question counts, and makes the earlier ones void. Belongs to the UI thread. */
final class Questions {
    private final UiThread thread;
    private final Map<Kind, Job> newest = new EnumMap<>(Kind.class);

    /** What is asked for. */
    enum Kind {
        TRACE, HEAT, ABLATION, PIXELS
    }

    /** Gets the answer, on the UI thread. */
    interface Receiver<T> {
        void answered(T answer);

        /** @param sentence for the user */
        void failed(String sentence);

        /** The person has cancelled it, in the Progress view or here. */
        void cancelled();
    }

    Questions(final UiThread thread) {
        this.thread = thread;
    }

    <T> void ask(final Kind kind, final PictureJob<T> job, final Receiver<T> receiver) {
        cancel(kind);
        newest.put(kind, job);
        job.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(final IJobChangeEvent event) {
                deliver(kind, job, () -> {
                    if (job.answer().isPresent()) {
                        receiver.answered(job.answer().get());
                    } else if (job.failure().isPresent()) {
                        receiver.failed(job.failure().get().getMessage());
                    } else if (event.getResult().getSeverity() == IStatus.CANCEL) {
                        receiver.cancelled();
                    }
                });
            }
        });
        job.schedule();
    }

    /** Work of our own instead of the worker's. @param work gets the way back to the UI thread, which leads there while the work is the newest */
    void work(final Kind kind, final String name, final Consumer<Consumer<Runnable>> work) {
        cancel(kind);
        final Job[] self = new Job[1];
        self[0] = Job.create(name, monitor -> {
            work.accept(answer -> deliver(kind, self[0], answer));
            return Status.OK_STATUS;
        });
        self[0].setSystem(true);
        newest.put(kind, self[0]);
        self[0].setPriority(Job.SHORT);
        self[0].schedule();
    }

    boolean isAsking(final Kind kind) {
        return newest.containsKey(kind);
    }

    void cancel(final Kind kind) {
        final Job before = newest.remove(kind);
        if (before != null) {
            before.cancel();
        }
    }

    void cancel() {
        for (final Kind kind : Kind.values()) {
            cancel(kind);
        }
    }

    private void deliver(final Kind kind, final Job job, final Runnable answer) {
        thread.later(() -> {
            if (newest.get(kind) == job) {
                newest.remove(kind);
                answer.run();
            }
        });
    }
}
