package org.filterscope.ui.pictures;

import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.Report;

/** A report as it was opened, against the one that lies in its place by now: a command line may have written another. */
public record KnownReport(Report report) {

    /** Whether there is another report by now. If not, everything that was read before this question is from the known one. */
    public boolean isReplaced() {
        try {
            return !isSame(Report.open(report.directory()));
        } catch (final InvalidReportException e) {
            return false;
        }
    }

    /** Two runs differ at least in the time at which they began. */
    public boolean isSame(final Report other) {
        return other.manifest().equals(report.manifest());
    }
}
