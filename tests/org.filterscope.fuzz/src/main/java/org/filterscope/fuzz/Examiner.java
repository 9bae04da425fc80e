package org.filterscope.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.filterscope.fuzz.Outcome.Verdict;
import org.filterscope.fuzz.Shift.Begun;
import org.filterscope.fuzz.Shift.Desk;

/**
 * Has trials done, and goes on with the next one when a reader hangs.
 *
 * @param desk    of the trials
 * @param seconds of processor time that a file may take
 */
record Examiner(Desk desk, double seconds) {
    /** By the clock, for readers that wait and do not compute; other programs may have the processors meanwhile. */
    private static final long LONGEST_WAIT = 60_000_000_000L;
    private static final long LOOK_MILLISECONDS = 100;
    private static final int SHOWN_FRAMES = 30;
    private static final double SECOND = 1e9;

    /**
     * @param from number of the first trial
     * @param to   behind the last
     */
    void examine(final long from, final long to) throws IOException, InterruptedException {
        long next = from;
        while (next < to) {
            final Shift shift = new Shift(desk, next, to);
            final Thread thread = new Thread(shift, "reader");
            thread.setDaemon(true);
            thread.start();
            next = watched(shift, thread, to);
            shift.check();
        }
    }

    /** @return number of the first trial that was not done */
    private long watched(final Shift shift, final Thread thread, final long to) throws IOException, InterruptedException {
        final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        while (true) {
            thread.join(LOOK_MILLISECONDS);
            if (!thread.isAlive()) {
                return to;
            }
            final Begun begun = shift.begun();
            if (begun == null) {
                continue;
            }
            final long spent = threads.getThreadCpuTime(thread.threadId()) - begun.cpu();
            if (spent > seconds * SECOND || System.nanoTime() - begun.moment() > LONGEST_WAIT) {
                final String place = Arrays.stream(thread.getStackTrace()).limit(SHOWN_FRAMES).map(frame -> "\n\tat " + frame)
                        .collect(Collectors.joining());
                if (shift.giveUp(begun)) {
                    desk.done(begun.trial(), new Outcome(Verdict.FAILED, "hangs:" + place, spent / SECOND, 0));
                    return begun.mutant().number() + 1;
                }
            }
        }
    }
}
