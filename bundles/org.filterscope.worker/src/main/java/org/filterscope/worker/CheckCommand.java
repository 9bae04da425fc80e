package org.filterscope.worker;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;

import org.filterscope.analysis.run.DiagnosisSummary;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.gate.Assessment;
import org.filterscope.core.gate.GateCheck;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.core.report.Report;
import org.filterscope.engine.execution.MemoryLimit;
import org.filterscope.engine.picture.Digests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code filterscope check CONFIG}. */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Runs a diagnosis and ends with exit code 1 when a gate of the configuration does not hold.")
@Manual(examples = {
        @ManualEntry(term = "filterscope check landuse.filterscope", text = "runs the diagnosis; exit code 1 when a gate does not hold"),
        @ManualEntry(term = "filterscope check landuse.filterscope --format sarif,junit --out result --force",
                text = "writes the result for a code host and a build server, too"),
        @ManualEntry(term = "filterscope check landuse.filterscope --report-only", text = "checks the report of an earlier run")}, files = {
        @ManualEntry(term = "*.filterscope", text = "the configuration, with 'gates'"),
        @ManualEntry(term = "*.suppressions.csv", text = "beside it: findings that do not count"),
        @ManualEntry(term = "report folder", text = "what a run has written: the configuration's 'output'")})
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CONFIG", description = "The configuration, a *.filterscope file with 'gates'.")
    private Path configuration;

    @Option(names = "--report-only", description = "Runs nothing: checks the report that is there.")
    private boolean reportOnly;

    @Mixin
    private ExecutorOptions computing;

    @Mixin
    private MemoryOption memory;

    @Option(names = "--resume", description = "Goes on where a run of the same model, pictures and configuration was interrupted.")
    private boolean resume;

    @Mixin
    private FormatOptions formats;

    @Override
    public Integer call() throws Exception {
        if (reportOnly && resume) {
            throw new ParameterException(spec.commandLine(), "--report-only runs nothing that --resume could go on with.");
        }
        final DiagnosisConfiguration read = new ConfigurationReader().read(configuration);
        // What can be wrong is told before anything is computed.
        new GateCheck(read).checkDemands();
        formats.check(read.output());
        final PrintWriter out = spec.commandLine().getOut();
        if (!reportOnly) {
            final MemoryLimit limit = memory.limit();
            final DiagnosisSummary summary = TerminalWork.run(spec.commandLine().getErr(),
                    progress -> RunCommand.run(read, computing.loader(limit, progress), resume, progress));
            RunCommand.tell(summary, resume, out);
        }
        final Assessment assessment = Assessment.of(read, Report.open(read.output()), LocalDate.now());
        if (reportOnly) {
            warnOfOtherModel(read, assessment.report());
        }
        assessment.notes().forEach(note -> out.println("note: " + note));
        assessment.gates().forEach(gate -> out.println((gate.passed() ? "holds: " : "FAILS: ") + gate.sentence()));
        formats.write(assessment).forEach(out::println);
        final long failed = assessment.gates().stream().filter(gate -> !gate.passed()).count();
        out.println(failed == 0 ? "all gates hold (%d)".formatted(assessment.gates().size())
                : "%d of %d gates failed".formatted(failed, assessment.gates().size()));
        out.flush();
        return (assessment.passed() ? ExitCode.SUCCESS : ExitCode.GATE_FAILED).value();
    }

    /** The report of yesterday's network says nothing of today's. */
    private void warnOfOtherModel(final DiagnosisConfiguration read, final Report report) throws InvalidInputException {
        try {
            if (!Digests.sha256(read.model()).equals(report.manifest().model().sha256())) {
                spec.commandLine().getErr().println("filterscope: %s has changed since the report was made; without --report-only it is made anew"
                        .formatted(read.model()));
            }
        } catch (final IOException e) {
            throw new InvalidInputException("%s: the model cannot be read (%s)".formatted(read.model(), e.getMessage()), e);
        }
    }
}
