package org.filterscope.ide;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.filterscope.ide.debug.DebugTopic;
import org.filterscope.ide.worker.Worker;
import org.filterscope.ide.worker.WorkerRun;

/**
 * A run of the worker's that a job waits for. Cancelling asks the worker first and kills it when it does not obey; the wait ends soon after
 * even if the system does not let the worker end. When the worker is lost a new one gets the run, a few times: most losses are not the run's
 * fault, and a diagnosis goes on from what it had computed.
 *
 * @param start gives the run to the worker
 */
record AttendedRun<T>(Worker worker, Start<T> start, StageProgress progress) {
    private static final long LOOK_MILLISECONDS = 300;
    private static final long OBEY_NANOSECONDS = TimeUnit.SECONDS.toNanos(3);

    /** Gives a run to a worker. */
    @FunctionalInterface
    interface Start<T> {
        WorkerRun<T> start() throws CoreException;
    }

    /**
     * @throws CoreException      when no worker can be started
     * @throws ExecutionException with the worker's refusal or the worker's end for a cause, see {@link WorkerRun#answer()}
     */
    T await() throws CoreException, ExecutionException, InterruptedException {
        final Job job = Job.getJobManager().currentJob();
        final long begun = System.nanoTime();
        DebugTopic.JOBS.tell(() -> job + " begins");
        try {
            final T answer = attendAll();
            DebugTopic.JOBS.tell(() -> "%s ends well after %.0f ms".formatted(job, (System.nanoTime() - begun) / 1e6));
            return answer;
        } catch (final CoreException | ExecutionException | InterruptedException e) {
            DebugTopic.JOBS.tell(() -> "%s ends after %.0f ms: %s".formatted(job, (System.nanoTime() - begun) / 1e6, e));
            throw e;
        }
    }

    /** One worker after another, when they are lost. */
    private T attendAll() throws CoreException, ExecutionException, InterruptedException {
        final List<Duration> pauses = worker.patience().pauses();
        for (int lost = 0;; lost++) {
            try {
                return attend(start.start());
            } catch (final ExecutionException e) {
                if (!(e.getCause() instanceof final CoreException loss) || !Problem.isLoss(loss.getStatus()) || progress.isCancelled()) {
                    throw e;
                }
                if (lost == pauses.size()) {
                    throw lost == 0 ? e : new ExecutionException(Problem.WORKER_LOST.exception(
                            NLS.bind(Messages.AttendedRun_lostAgain, lost, loss.getMessage()), loss));
                }
                ILog.of(AttendedRun.class).warn(loss.getMessage(), loss);
                rest(pauses.get(lost), NLS.bind(Messages.AttendedRun_restarting, lost + 1, pauses.size()));
                if (progress.isCancelled()) {
                    throw e;
                }
            }
        }
    }

    private void rest(final Duration pause, final String words) throws InterruptedException {
        progress.announce(words);
        final long end = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() - end < 0 && !progress.isCancelled()) {
            Thread.sleep(Math.min(LOOK_MILLISECONDS, pause.toMillis()));
        }
        progress.resume();
    }

    private T attend(final WorkerRun<T> run) throws ExecutionException, InterruptedException {
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
