package org.filterscope.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.filterscope.analysis.comparison.ReportComparison;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.comparison.Comparison;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.Report;

/** Opens report directories and compares them. */
final class ComparedReports {
    private ComparedReports() {
    }

    /** @throws InvalidInputException when a directory holds no report, or the reports cannot be compared */
    static Comparison compare(final List<Path> directories, final long seed, final Progress progress) throws InvalidInputException {
        final List<Report> reports = new ArrayList<>();
        for (final Path directory : directories) {
            reports.add(Report.open(directory.toAbsolutePath().normalize()));
        }
        return ReportComparison.of(reports, Version.text(), seed, progress);
    }
}
