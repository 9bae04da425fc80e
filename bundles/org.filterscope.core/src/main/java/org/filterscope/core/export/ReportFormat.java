package org.filterscope.core.export;

import java.util.Locale;

/** The forms in which a report is told to others. */
public enum ReportFormat {
    /** One page for people, which opens offline. */
    HTML("report.html", ".html"),
    /** Findings for code hosts and editors: Static Analysis Results Interchange Format 2.1.0. */
    SARIF("report.sarif", ".sarif", ".json"),
    /** Gates and kinds of findings as tests, for build servers. */
    JUNIT("report.junit.xml", ".xml"),
    /** Findings as a table. */
    CSV("findings.csv", ".csv");

    private final String fileName;
    private final String[] endings;

    ReportFormat(final String fileName, final String... endings) {
        this.fileName = fileName;
        this.endings = endings;
    }

    /** In the report's directory. */
    public String fileName() {
        return fileName;
    }

    /** That a file of this form may have elsewhere. */
    public String[] endings() {
        return endings.clone();
    }

    /** As on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
