package org.filterscope.ide;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.progress.StepRate;
import org.filterscope.core.protocol.ProgressReport;

/**
 * Shows a run's progress on a monitor: the bar is the share of the whole run that the worker reports, the text tells the exact count.
 *
 * <p>{@link #report} may be called from any thread; the other methods belong to the job's thread, which looks at the newest report a few
 * times a second however often they come.
 */
final class StageProgress {
    private static final int BAR = 1000;
    private static final int SECONDS_SAID = 90;
    private static final int MINUTES_SAID = 90;

    private final SubMonitor bar;
    private final AtomicReference<ProgressReport> newest = new AtomicReference<>();
    private final StepRate rate = new StepRate();
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

    /** What was announced is over; what the worker reports is shown again. */
    void resume() {
        announced = false;
    }

    void show() {
        final ProgressReport report = newest.get();
        if (report == null || announced) {
            return;
        }
        rate.note(report.task(), report.done(), System.nanoTime());
        if (report.equals(shown)) {
            return;
        }
        shown = report;
        final int done = (int) (BAR * report.whole());
        bar.worked(Math.max(0, done - worked));
        worked = Math.max(worked, done);
        bar.subTask(report.total() <= 0 ? report.task() : counted(report));
    }

    private String counted(final ProgressReport report) {
        final String counted = NLS.bind(Messages.StageProgress_countedStep, new Object[] {report.task(), report.done(), report.total()});
        if (rate.perSecond().isEmpty() || report.done() >= report.total()) {
            return counted;
        }
        return NLS.bind(Messages.StageProgress_speed, new Object[] {counted, number(rate.perSecond().getAsDouble()),
            rate.remaining(report.total()).map(StageProgress::words).orElse("")});
    }

    private static String number(final double perSecond) {
        return (perSecond < 10 ? "%.1f" : "%.0f").formatted(perSecond);
    }

    private static String words(final Duration remaining) {
        if (remaining.toSeconds() < SECONDS_SAID) {
            return NLS.bind(Messages.StageProgress_seconds, remaining.toSeconds());
        }
        final long minutes = (remaining.toSeconds() + 30) / 60;
        return minutes < MINUTES_SAID ? NLS.bind(Messages.StageProgress_minutes, minutes)
                : NLS.bind(Messages.StageProgress_hours, minutes / 60, minutes % 60);
    }
}
