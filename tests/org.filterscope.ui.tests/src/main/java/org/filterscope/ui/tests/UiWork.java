package org.filterscope.ui.tests;

import java.lang.management.ManagementFactory;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Assertions;

/**
 * Lets the workbench work and notes how long its thread is busy with one event at the most. Time of the processor counts: what others do on the same machine
 * makes no product slow.
 */
final class UiWork {
    private static final long PATIENCE = 40_000_000_000L;
    private static final long REST = 2_000_000_000L;
    private static final long FRAMES = 50_000_000L;

    private long longest;

    /** Works until something holds. */
    void until(final String expectation, final BooleanSupplier condition) {
        final Display display = Display.getCurrent();
        final long deadline = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            Assertions.assertTrue(System.nanoTime() < deadline, "not in time: " + expectation);
            dispatch(display);
        }
        settle();
    }

    /** Works for as long as things that were put off take to come. */
    void rest() {
        final long end = System.nanoTime() + REST;
        while (System.nanoTime() < end) {
            dispatch(Display.getCurrent());
        }
    }

    /** Works until nothing is left to do. */
    void settle() {
        final Display display = Display.getCurrent();
        for (int quiet = 0; quiet < 5; quiet++) {
            while (dispatch(display)) {
                quiet = 0;
            }
        }
    }

    /** Does something that a person would wait for. */
    void of(final Runnable step) {
        final long begun = processor();
        step.run();
        note(begun);
        // Painting waits for the screen's next frame.
        final long end = System.nanoTime() + FRAMES;
        while (System.nanoTime() < end) {
            dispatch(Display.getCurrent());
        }
    }

    private boolean dispatch(final Display display) {
        final long begun = processor();
        final boolean more = display.readAndDispatch();
        note(begun);
        return more;
    }

    private void note(final long begun) {
        longest = Math.max(longest, processor() - begun);
    }

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    double longestMilliseconds() {
        return longest / 1e6;
    }
}
