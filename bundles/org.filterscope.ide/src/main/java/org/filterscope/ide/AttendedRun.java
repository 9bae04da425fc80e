package org.filterscope.ide;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.filterscope.ide.worker.WorkerRun;

/**
 * A run of the worker's that a job waits for. Cancelling asks the worker first and kills it when it does not obey; the wait ends soon after
 * even if the system does not let the worker end.
 */
record AttendedRun<T>(WorkerRun<T> run, StageProgress progress) {
    private static final long LOOK_MILLISECONDS = 300;
    private static final long OBEY_NANOSECONDS = TimeUnit.SECONDS.toNanos(3);

    /** @throws ExecutionException with the worker's refusal or the worker's end for a cause, see {@link WorkerRun#answer()} */
    T await() throws ExecutionException, InterruptedException {
        Optional<Long> deadline = Optional.empty();
        boolean killed = false;
        while (true) {
            try {
                return run.answer().get(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (final TimeoutException e) {
                progress.show();
            } catch (final InterruptedException e) {
                run.cancel();
                throw e;
            }
            if (deadline.isPresent() && !killed && System.nanoTime() - deadline.get() > 0) {
                killed = true;
                run.kill();
            } else if (deadline.isEmpty() && progress.isCancelled()) {
                deadline = Optional.of(System.nanoTime() + OBEY_NANOSECONDS);
                progress.announce(Messages.AttendedRun_stopping);
                run.cancel();
            }
        }
    }
}
