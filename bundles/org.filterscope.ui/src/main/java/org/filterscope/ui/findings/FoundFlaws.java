package org.filterscope.ui.findings;

import java.nio.file.Path;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.report.Report;
import org.filterscope.ui.report.LoadedReport;

/** A report and its findings. */
record FoundFlaws(LoadedReport report, Findings findings) {

    /** @throws InvalidInputException when the report cannot be read, or its run did not look for flaws */
    static FoundFlaws read(final Path directory) throws InvalidInputException {
        final Report report = Report.open(directory);
        final Findings findings = report.findings()
                .orElseThrow(() -> new InvalidInputException(NLS.bind(Messages.FoundFlaws_notLookedFor, directory)));
        return new FoundFlaws(LoadedReport.read(report), findings);
    }
}
