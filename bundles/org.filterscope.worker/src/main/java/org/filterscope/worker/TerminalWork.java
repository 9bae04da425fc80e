package org.filterscope.worker;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Work that shows its progress on a terminal and that Ctrl+C stops. */
final class TerminalWork {
    private static final int SECONDS_TO_STOP = 3;

    private TerminalWork() {
    }

    static <T> T run(final PrintWriter screen, final Work<T> work) throws Exception {
        final CountDownLatch finished = new CountDownLatch(1);
        try (TerminalProgress progress = new TerminalProgress(screen, Boolean.getBoolean("filterscope.terminal"))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(progress, finished), "Filterscope stop"));
            final T result = work.run(progress);
            progress.finish();
            return result;
        } finally {
            finished.countDown();
        }
    }

    /** On Ctrl+C the work gets time to clean up; if a run cannot, the next one does. */
    private static void stop(final TerminalProgress progress, final CountDownLatch finished) {
        progress.cancel();
        try {
            finished.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
