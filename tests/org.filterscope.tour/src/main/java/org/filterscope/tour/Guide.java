package org.filterscope.tour;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.filterscope.testkit.watchdog.Freeze;
import org.filterscope.testkit.watchdog.Watchdog;

/** Leads through one chapter while the watchdog looks at the thread of the user interface, and closes the workbench at the end. */
record Guide(Chapter chapter, String name, Display display, Path folder) implements Runnable {
    /** No code of ours may hold up the user interface for longer. */
    private static final Duration LIMIT = Duration.ofMillis(50);

    @Override
    public void run() {
        final Statements statements = new Statements(folder.resolve(name + ".txt"));
        final Ide ide = new Ide(display, statements, folder);
        try {
            final EventCount events = ide.ask(() -> new EventCount(display));
            final Watchdog watchdog = new Watchdog(display.getThread(), events::finished, Guide::isLoop, Guide::isOurs, LIMIT);
            try {
                chapter.run(ide);
            } catch (final Exception | AssertionError e) {
                statements.failed("the chapter goes on", e);
                ide.screenshot("failed-" + name);
            }
            report(statements, watchdog);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(ide);
            statements.end();
        }
    }

    private static void report(final Statements statements, final Watchdog watchdog) throws InterruptedException {
        final List<Freeze> freezes = watchdog.end();
        for (final Freeze freeze : freezes) {
            statements.check("no code of ours holds up the user interface for more than 50 ms: " + freeze, false);
            freeze.stack().forEach(frame -> statements.detail("at " + frame));
        }
        statements.check("the longest that code of ours has held up the user interface is %d ms".formatted(watchdog.longest().toMillis()),
                freezes.isEmpty());
    }

    private static boolean isLoop(final StackTraceElement frame) {
        return frame.getClassName().equals(Display.class.getName())
                && (frame.getMethodName().equals("readAndDispatch") || frame.getMethodName().equals("sleep"));
    }

    private static boolean isOurs(final StackTraceElement frame) {
        return frame.getClassName().startsWith("org.filterscope.") && !frame.getClassName().startsWith(Guide.class.getPackageName());
    }

    private static void close(final Ide ide) {
        ide.dismissDialogs();
        ide.later(() -> PlatformUI.getWorkbench().close());
    }
}
