package org.filterscope.worker;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.gate.Assessment;
import org.filterscope.core.gate.GateCheck;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.core.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code filterscope report DIR|CONFIG --format …}. */
@Command(name = "report", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Tells a report in another form: a page for people, findings for code hosts, tests for build servers, a table.")
@Manual(examples = {
        @ManualEntry(term = "filterscope report landuse.filterscope --format html", text = "writes report.html into the report's folder"),
        @ManualEntry(term = "filterscope report report --format sarif --out landuse.sarif", text = "the findings alone, for a code host")}, files = {
        @ManualEntry(term = "report folder", text = "what a run has written: the configuration's 'output'"),
        @ManualEntry(term = "*.filterscope", text = "a configuration, for its gates"),
        @ManualEntry(term = "*.suppressions.csv", text = "beside it: findings that do not count")})
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR|CONFIG", description = "The directory of the report; or the configuration that it was made from: "
            + "then its gates are told and its suppressions count.")
    private Path source;

    @Mixin
    private FormatOptions formats;

    @Override
    public Integer call() throws Exception {
        if (formats.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Say in which form: --format html, sarif, junit, csv, or several of them.");
        }
        final Assessment assessment = assessment();
        formats.check(assessment.report().directory());
        final List<Path> written = TerminalWork.run(spec.commandLine().getErr(), progress -> formats.write(assessment));
        final PrintWriter out = spec.commandLine().getOut();
        assessment.notes().forEach(note -> out.println("note: " + note));
        written.forEach(out::println);
        out.flush();
        return ExitCode.SUCCESS.value();
    }

    private Assessment assessment() throws InvalidInputException {
        if (Files.isDirectory(source) || !Files.exists(source)) {
            return Assessment.of(Report.open(source));
        }
        final DiagnosisConfiguration read = new ConfigurationReader().read(source);
        new GateCheck(read).checkBaseline();
        return Assessment.of(read, Report.open(read.output()), LocalDate.now());
    }
}
