package org.filterscope.ui.findings;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.report.Report;
import org.filterscope.ui.report.LoadedReport;

/**
 * A report and its findings.
 *
 * @param configuration that the report was made with; empty when it cannot be found
 */
record FoundFlaws(LoadedReport report, Findings findings, Optional<Path> configuration, FindingListing listing) {

    /** @throws InvalidInputException when the report cannot be read, or its run did not look for flaws */
    static FoundFlaws read(final Report report, final Optional<Path> configuration) throws InvalidInputException {
        final Findings findings = report.findings()
                .orElseThrow(() -> new InvalidInputException(NLS.bind(Messages.FoundFlaws_notLookedFor, report.directory())));
        return new FoundFlaws(LoadedReport.read(report), findings, configuration, FindingListing.of(findings, configuration));
    }
}
