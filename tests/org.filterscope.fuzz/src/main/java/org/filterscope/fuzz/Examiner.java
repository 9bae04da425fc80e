package org.filterscope.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.filterscope.fuzz.Outcome.Verdict;

/** Runs trials one after the other on a thread that is given up when a reader hangs. */
final class Examiner implements AutoCloseable {
    /** Of processor time. No file of the fuzzing is larger than a megabyte. */
    private static final double LONGEST_SECONDS = 5;
    /** For readers that wait, not compute; many times more, because other programs may have the processors. */
    private static final int LONGEST_LOOKS = 600;
    private static final long LOOK_MILLISECONDS = 100;
    private static final double SECOND = 1e9;
    private static final int SHOWN_FRAMES = 30;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private ExecutorService executor;
    private Thread thread;

    Examiner() {
        begin();
    }

    private void begin() {
        executor = Executors.newSingleThreadExecutor(task -> {
            thread = new Thread(task, "reader");
            thread.setDaemon(true);
            return thread;
        });
    }

    Outcome examine(final Trial trial) throws IOException, InterruptedException {
        final Future<Outcome> result = executor.submit(trial);
        final double before = seconds();
        for (int look = 0; look < LONGEST_LOOKS && seconds() - before < LONGEST_SECONDS; look++) {
            try {
                return result.get(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (final TimeoutException e) {
                // Looked at again.
            } catch (final ExecutionException e) {
                throw new IOException(e.getCause());
            }
        }
        final StringBuilder place = new StringBuilder("hangs:");
        for (final StackTraceElement frame : thread.getStackTrace()) {
            place.append(place.length() < SHOWN_FRAMES * 100 ? "\n\tat " + frame : "");
        }
        final double spent = seconds() - before;
        executor.shutdownNow();
        begin();
        return new Outcome(Verdict.FAILED, place.toString(), spent, 0);
    }

    /** Processor time that the thread has taken. */
    private double seconds() {
        return thread == null ? 0 : Math.max(0, threads.getThreadCpuTime(thread.threadId())) / SECOND;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
