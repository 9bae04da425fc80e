package org.filterscope.core.export;

import java.io.IOException;
import java.nio.file.Path;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.gate.Assessment;

/** Writes a report in forms that others read. */
public final class ReportExport {
    private final Assessment assessment;
    private final Crops crops;

    /** @param crops of the report's sheets, for the page */
    public ReportExport(final Assessment assessment, final Crops crops) {
        this.assessment = assessment;
        this.crops = crops;
    }

    /**
     * Creates or replaces the file.
     *
     * @throws InvalidInputException when the report is damaged
     */
    public void write(final ReportFormat format, final Path file) throws IOException, InvalidInputException {
        switch (format) {
            case HTML -> HtmlReport.write(assessment, crops, file);
            case SARIF -> SarifReport.write(assessment, file);
            case JUNIT -> JunitReport.write(assessment, file);
            case CSV -> FindingsTable.write(assessment, file);
        }
    }
}
