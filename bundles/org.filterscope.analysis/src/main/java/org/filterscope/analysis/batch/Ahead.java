package org.filterscope.analysis.batch;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;

/**
 * Something that will be needed next, worked out while the caller does other things. It takes one of the threads that {@link ChannelParts} takes;
 * where none is free the caller does it when he asks.
 *
 * @param <T> what comes of it
 */
public final class Ahead<T> {
    private final FutureTask<T> task;

    /** Begins. */
    public Ahead(final Callable<T> work) {
        task = new FutureTask<>(work);
        ForkJoinPool.commonPool().execute(task);
    }

    /**
     * What came of it. Unchecked exceptions and errors come through.
     *
     * @throws ExecutionException with the checked exception that it threw
     */
    public T get() throws ExecutionException {
        task.run();
        try {
            return task.get();
        } catch (final ExecutionException e) {
            switch (e.getCause()) {
                case final RuntimeException cause -> throw cause;
                case final Error cause -> throw cause;
                default -> throw e;
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for what was read ahead", e);
        }
    }

    /** Waits until it is done; what came of it is of no use any more. */
    public void drop() {
        try {
            get();
        } catch (final ExecutionException | RuntimeException e) {
            return;
        }
    }
}
