package org.filterscope.ui.tests;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Assertions;

/** Lets the workbench work while a test, which occupies its thread, waits for something. */
final class EventLoop {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private EventLoop() {
    }

    /** @param expectation what is awaited, for the message when it does not come */
    static void until(final String expectation, final BooleanSupplier condition) {
        until(expectation, PATIENCE, condition);
    }

    /** The same for what takes longer. */
    static void until(final String expectation, final Duration patience, final BooleanSupplier condition) {
        final Display display = Display.getCurrent();
        final long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            Assertions.assertTrue(System.nanoTime() < deadline, "not within " + patience.toSeconds() + " s: " + expectation);
            if (!display.readAndDispatch()) {
                display.timerExec(20, () -> {
                });
                display.sleep();
            }
        }
    }

    /** Until everything that is due now has happened. */
    static void settle() {
        final Display display = Display.getCurrent();
        for (int quiet = 0; quiet < 5; quiet++) {
            while (display.readAndDispatch()) {
                quiet = 0;
            }
        }
    }
}
