package org.filterscope.ide;

import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.protocol.ProgressReport;

/**
 * Shows a run's progress on a monitor: the bar is the share of the whole run that the worker reports, the text tells the exact count.
 *
 * <p>{@link #report} may be called from any thread; the other methods belong to the job's thread, which looks at the newest report a few
 * times a second however often they come.
 */
final class StageProgress {
    private static final int BAR = 1000;

    private final SubMonitor bar;
    private final AtomicReference<ProgressReport> newest = new AtomicReference<>();
    private ProgressReport shown;
    private int worked;
    private boolean announced;

    StageProgress(final IProgressMonitor monitor, final String beginning) {
        bar = SubMonitor.convert(monitor, BAR);
        bar.subTask(beginning);
    }

    void report(final ProgressReport report) {
        newest.set(report);
    }

    boolean isCancelled() {
        return bar.isCanceled();
    }

    /** Shows a text that stays, whatever the worker reports later. */
    void announce(final String text) {
        announced = true;
        bar.subTask(text);
    }

    void show() {
        final ProgressReport report = newest.get();
        if (report == null || report.equals(shown) || announced) {
            return;
        }
        shown = report;
        final int done = (int) (BAR * report.whole());
        bar.worked(Math.max(0, done - worked));
        worked = Math.max(worked, done);
        bar.subTask(report.total() <= 0 ? report.task()
                : NLS.bind(Messages.StageProgress_countedStep, new Object[] {report.task(), report.done(), report.total()}));
    }
}
