package org.filterscope.analysis.attribution;

import java.util.concurrent.atomic.AtomicLong;

import org.filterscope.core.progress.Progress;

/** Counts steps, and cancels when there were enough. */
record Steps(long most, AtomicLong counted) implements Progress {

    Steps(final long most) {
        this(most, new AtomicLong());
    }

    long done() {
        return counted.get();
    }

    @Override
    public void begin(final String task, final long steps, final double share) {
    }

    @Override
    public void advance(final long steps) {
        counted.addAndGet(steps);
    }

    @Override
    public boolean isCancelled() {
        return counted.get() >= most;
    }
}
