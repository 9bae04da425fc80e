package org.filterscope.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.filterscope.core.gate.Assessment;
import org.junit.jupiter.api.Test;

/** Read with what Maven itself reads such files with. */
class JunitReportTest extends ExportTest {

    private static List<ReportTestCase> cases(final Path file) throws Exception {
        final List<ReportTestSuite> suites = new TestSuiteXmlParser(new NullConsoleLogger()).parse(file.toString());
        return suites.stream().flatMap(suite -> suite.getTestCases().stream()).toList();
    }

    private static ReportTestCase named(final List<ReportTestCase> cases, final String name) {
        return cases.stream().filter(each -> each.getName().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void everyGateAndEveryKindIsATest() throws Exception {
        final List<ReportTestCase> cases = cases(written(assessment("river"), ReportFormat.JUNIT));
        assertThat(cases).hasSize(2 + 12);
        assertThat(named(cases, "accuracy").isSuccessful()).isTrue();
        final ReportTestCase gate = named(cases, "findings of high severity");
        assertThat(gate.hasFailure()).isTrue();
        assertThat(gate.getFailureMessage()).isEqualTo("findings of high severity: 1 (1 of 12 kinds were not looked for), expected none");
    }

    @Test
    void aKindFailsWhenAGateCountedTooManyOfIt() throws Exception {
        final List<ReportTestCase> cases = cases(written(assessment("river"), ReportFormat.JUNIT));
        assertThat(named(cases, "Class confusion").hasFailure()).isTrue();
        assertThat(named(cases, "Dead filters").isSuccessful()).as("found, but no gate minds").isTrue();
        assertThat(named(cases, "Duplicate filters").isSuccessful()).as("suppressed").isTrue();
        assertThat(named(cases, "Context shortcut").hasSkipped()).as("not looked for").isTrue();
    }

    @Test
    void theCountsOfASuiteAreThoseOfItsTests() throws Exception {
        assertThat(Files.readString(written(assessment("river"), ReportFormat.JUNIT)))
                .contains("<testsuites name=\"filterscope\" tests=\"14\" failures=\"2\" errors=\"0\">")
                .contains("<testsuite name=\"filterscope.gates\" tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"0\"")
                .contains("<testsuite name=\"filterscope.findings\" tests=\"12\" failures=\"1\" errors=\"0\" skipped=\"1\"");
    }

    @Test
    void itIsReadWhateverThingsAreCalled() throws Exception {
        assertThat(cases(written(assessment(HOSTILE), ReportFormat.JUNIT))).hasSize(14);
    }

    @Test
    void withoutAConfigurationNothingFails() throws Exception {
        assertThat(cases(written(Assessment.of(assessment("river").report()), ReportFormat.JUNIT))).hasSize(12).noneMatch(ReportTestCase::hasFailure);
    }
}
