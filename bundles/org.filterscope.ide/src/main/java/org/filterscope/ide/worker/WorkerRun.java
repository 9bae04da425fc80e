package org.filterscope.ide.worker;

import java.util.concurrent.CompletableFuture;

import org.filterscope.core.protocol.RunId;

/**
 * A run that was given to a worker. All methods may be called from any thread and return at once.
 *
 * @param <T> what the worker answers
 */
public final class WorkerRun<T> {
    private final WorkerConnection connection;
    private final RunId id;
    private final CompletableFuture<T> answer;

    WorkerRun(final WorkerConnection connection, final RunId id, final CompletableFuture<T> answer) {
        this.connection = connection;
        this.id = id;
        this.answer = answer;
    }

    /** Fails with a {@code ResponseErrorException} when the worker refuses, with a {@code CoreException} when the worker ends. */
    public CompletableFuture<T> answer() {
        return answer;
    }

    /** Asks the worker to stop this run; the answer then fails. */
    public void cancel() {
        connection.cancel(id);
    }

    /**
     * Ends the worker's process, and with it every other run that it has; the next run gets a new one. The answer fails soon, whether the
     * process obeys or not.
     */
    public void kill() {
        connection.kill();
    }
}
