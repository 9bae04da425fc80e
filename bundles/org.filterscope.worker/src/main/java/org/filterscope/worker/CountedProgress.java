package org.filterscope.worker;

import org.filterscope.core.progress.Progress;

/** Keeps count of the present stage, and of whether somebody asked to stop; how that is shown is left to others. */
abstract class CountedProgress implements Progress {
    private volatile boolean cancelled;
    private String task = "";
    private long total;
    private long done;
    private long shown;

    @Override
    public synchronized void begin(final String newTask, final long steps, final double share) {
        beforeStage(share);
        task = newTask;
        total = steps;
        done = 0;
        showNow();
    }

    @Override
    public synchronized void advance(final long steps) {
        done += steps;
        if (isDue(System.nanoTime() - shown)) {
            showNow();
        }
    }

    @Override
    public final boolean isCancelled() {
        return cancelled;
    }

    final void cancel() {
        cancelled = true;
    }

    /** Called before the count of a new stage begins. */
    abstract void beforeStage(double share);

    /** @param nanoseconds since the count was last shown */
    abstract boolean isDue(long nanoseconds);

    abstract void show();

    final void showNow() {
        shown = System.nanoTime();
        show();
    }

    final String task() {
        return task;
    }

    /** Steps of the stage; 0 when nobody knows. */
    final long total() {
        return total;
    }

    final long done() {
        return done;
    }
}
