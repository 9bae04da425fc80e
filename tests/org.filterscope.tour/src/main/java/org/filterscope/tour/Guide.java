package org.filterscope.tour;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.filterscope.testkit.watchdog.Freeze;
import org.filterscope.testkit.watchdog.Watchdog;

/** Leads through one chapter while the watchdog looks at the thread of the user interface, and closes the workbench at the end. */
record Guide(Chapter chapter, String name, Display display, Path folder) implements Runnable {
    /** No code of ours may hold up the user interface for longer, */
    private static final Duration LIMIT = Duration.ofMillis(50);
    /** but where it runs for the first time in a session: it loads and links its classes then, and the toolkit styles new widgets. */
    private static final Duration FIRST_LIMIT = Duration.ofMillis(200);
    private static final String WORKBENCH_PAGE = "org.eclipse.ui.internal.WorkbenchPage";

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

    /** What is found twice is no matter of loading classes. */
    private static void report(final Statements statements, final Watchdog watchdog) throws InterruptedException {
        final Set<String> known = new HashSet<>();
        for (final Freeze freeze : watchdog.end()) {
            final boolean first = known.add(entry(freeze)) && freeze.time().compareTo(FIRST_LIMIT) <= 0;
            if (first) {
                statements.check("what is done for the first time holds up the user interface for at most 200 ms: " + freeze, true);
            } else {
                statements.slow("no code of ours holds up the user interface for more than 50 ms: " + freeze);
            }
            statements.detail(String.join("\n", freeze.stack().stream().map(frame -> "at " + frame).toList()));
        }
        statements.check("the longest that code of ours has held up the user interface is %d ms".formatted(watchdog.longest().toMillis()), true);
    }

    /** Where the workbench or the event loop has called our code. */
    private static String entry(final Freeze freeze) {
        final StackTraceElement outermost = freeze.stack().stream().filter(Guide::isOurs).reduce((inner, outer) -> outer).orElseThrow();
        return outermost.getClassName() + "." + outermost.getMethodName();
    }

    /**
     * An event loop, or the workbench at opening something that it was asked for, which only it can do and only there. What our own parts do while
     * they are opened lies inside and counts.
     */
    private static boolean isLoop(final StackTraceElement frame) {
        final String type = frame.getClassName();
        return type.equals(Display.class.getName()) && (frame.getMethodName().equals("readAndDispatch") || frame.getMethodName().equals("sleep"))
                || type.equals(Shell.class.getName()) && frame.getMethodName().equals("open") || type.equals(WORKBENCH_PAGE);
    }

    private static boolean isOurs(final StackTraceElement frame) {
        return frame.getClassName().startsWith("org.filterscope.") && !frame.getClassName().startsWith(Guide.class.getPackageName());
    }

    private static void close(final Ide ide) {
        ide.dismissDialogs();
        ide.later(() -> PlatformUI.getWorkbench().close());
    }
}
