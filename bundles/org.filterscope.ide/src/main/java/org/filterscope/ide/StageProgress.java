package org.filterscope.ide;

import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.protocol.ProgressReport;

/**
 * Shows a run's progress on a monitor. A run has stages, and nobody knows beforehand how many: each counted stage gets half of what is left
 * of the bar, so the bar never goes back and never stands at the end before the run is over. The text tells the exact count.
 *
 * <p>{@link #report} may be called from any thread; the other methods belong to the job's thread, which looks at the newest report a few
 * times a second however often they come.
 */
final class StageProgress {
    private static final int BAR = 1000;

    private final SubMonitor bar;
    private final AtomicReference<ProgressReport> newest = new AtomicReference<>();
    private ProgressReport shown;
    private SubMonitor stage;
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
        final boolean entered = shown == null || !shown.task().equals(report.task());
        shown = report;
        if (report.total() <= 0) {
            bar.subTask(report.task());
            return;
        }
        if (entered || stage == null) {
            stage = bar.setWorkRemaining(2).newChild(1, SubMonitor.SUPPRESS_ALL_LABELS).setWorkRemaining(BAR);
            worked = 0;
        }
        final int done = (int) (BAR * report.done() / report.total());
        stage.worked(done - worked);
        worked = done;
        bar.subTask(NLS.bind(Messages.StageProgress_countedStep, new Object[] {report.task(), report.done(), report.total()}));
    }
}
