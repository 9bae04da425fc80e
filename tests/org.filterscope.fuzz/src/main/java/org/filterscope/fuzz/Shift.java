package org.filterscope.fuzz;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

import org.filterscope.fuzz.subject.Mutant;

/** Trials one after the other on a thread of their own, which somebody else watches: a reader that hangs never comes back. */
final class Shift implements Runnable {

    /** Where the trials come from and go to. */
    interface Desk {
        Trial trial(long number);

        void done(Trial trial, Outcome outcome) throws IOException;
    }

    /**
     * What is being read.
     *
     * @param trial  of the file
     * @param cpu    processor time of the thread when it began, in nanoseconds
     * @param moment when it began, in nanoseconds
     */
    record Begun(Trial trial, long cpu, long moment) {
        Mutant mutant() {
            return trial.mutant();
        }
    }

    private final Desk desk;
    private final long from;
    private final long to;
    private final AtomicReference<Begun> begun = new AtomicReference<>();
    private volatile Exception failure;

    Shift(final Desk desk, final long from, final long to) {
        this.desk = desk;
        this.from = from;
        this.to = to;
    }

    @Override
    public void run() {
        try {
            for (long number = from; number < to; number++) {
                final Trial trial = desk.trial(number);
                final Begun now = new Begun(trial, Trial.processorTime(), System.nanoTime());
                begun.set(now);
                final Outcome outcome = trial.call();
                if (!begun.compareAndSet(now, null)) {
                    // Given up: somebody else goes on behind this file.
                    return;
                }
                desk.done(trial, outcome);
            }
        } catch (final IOException | RuntimeException e) {
            failure = e;
        }
    }

    /** What is being read; null between two files. */
    Begun begun() {
        return begun.get();
    }

    /** @return whether it was still being read: then the thread ends when, and if, it comes back */
    boolean giveUp(final Begun hanging) {
        return begun.compareAndSet(hanging, null);
    }

    /** @throws IOException when files could not be written, or a mutator failed */
    void check() throws IOException {
        if (failure != null) {
            throw new IOException(failure);
        }
    }
}
