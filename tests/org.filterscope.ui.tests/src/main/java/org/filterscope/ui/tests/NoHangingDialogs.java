package org.filterscope.ui.tests;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A time limit that also ends a test stuck in a modal dialog: it closes the dialog and lets the test fail. */
final class NoHangingDialogs implements BeforeEachCallback, AfterEachCallback {
    private static final int LIMIT_SECONDS = 60;
    private static final int MODAL = SWT.APPLICATION_MODAL | SWT.PRIMARY_MODAL | SWT.SYSTEM_MODAL;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        final Thread thread = new Thread(work, "Test time limit");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean expired = new AtomicBoolean();
    private ScheduledFuture<?> limit;

    @Override
    public void beforeEach(final ExtensionContext context) {
        expired.set(false);
        final Display display = Display.getCurrent();
        limit = clock.schedule(() -> {
            expired.set(true);
            display.asyncExec(() -> closeDialogs(display));
        }, LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void afterEach(final ExtensionContext context) {
        limit.cancel(false);
        Assertions.assertFalse(expired.get(), "the test took longer than " + LIMIT_SECONDS + " s");
    }

    private static void closeDialogs(final Display display) {
        for (final Shell shell : display.getShells()) {
            if (!shell.isDisposed() && (shell.getStyle() & MODAL) != 0) {
                shell.close();
            }
        }
    }
}
