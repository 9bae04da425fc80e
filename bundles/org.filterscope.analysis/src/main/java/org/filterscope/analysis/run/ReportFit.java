package org.filterscope.analysis.run;

import java.io.IOException;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.report.Report;
import org.filterscope.engine.picture.Digests;

/** Whether a report is still about what its configuration says. */
record ReportFit(DiagnosisConfiguration configuration, Report report) {

    /** @throws InvalidInputException when the model or the settings of its input have changed since */
    void check() throws InvalidInputException, IOException {
        if (!Digests.sha256(configuration.model()).equals(report.manifest().model().sha256())) {
            throw new InvalidInputException("%s: is not the model that the report %s is about; run the diagnosis again".formatted(
                    configuration.model(), configuration.output()));
        }
        if (!ConfigurationReader.input(report.files().manifest(), report.manifest().configuration()).equals(configuration.input())) {
            throw new InvalidInputException("%s: 'input' has changed since the report %s was made; run the diagnosis again".formatted(
                    configuration.file(), configuration.output()));
        }
    }
}
