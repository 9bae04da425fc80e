package org.filterscope.worker;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.filterscope.analysis.run.Diagnosis;
import org.filterscope.analysis.run.DiagnosisSummary;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.engine.execution.ExecutorLoader;
import org.filterscope.engine.execution.MemoryLimit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code filterscope run CONFIG}. */
@Command(name = "run", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Runs a diagnosis and writes its report.")
@Manual(examples = {
        @ManualEntry(term = "filterscope run landuse.filterscope", text = "writes the report to where the configuration says"),
        @ManualEntry(term = "filterscope run landuse.filterscope --out released --memory 2g",
                text = "writes it elsewhere, with 2 GB of memory at most"),
        @ManualEntry(term = "filterscope run landuse.filterscope --resume", text = "goes on where a run was interrupted")}, files = {
        @ManualEntry(term = "*.filterscope", text = "the configuration"),
        @ManualEntry(term = "report folder", text = "what a run has written: the configuration's 'output'")})
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CONFIG", description = "The configuration, a *.filterscope file.")
    private Path configuration;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the report goes; instead of the configuration's 'output'.")
    private Path out;

    @Mixin
    private ExecutorOptions computing;

    @Mixin
    private MemoryOption memory;

    @Option(names = "--resume", description = "Goes on where a run of the same model, pictures and configuration was interrupted.")
    private boolean resume;

    @Override
    public Integer call() throws Exception {
        final DiagnosisConfiguration read = new ConfigurationReader().read(configuration);
        final DiagnosisConfiguration wanted = out == null ? read : read.withOutput(out.toAbsolutePath().normalize());
        final MemoryLimit limit = memory.limit();
        final DiagnosisSummary summary = TerminalWork.run(spec.commandLine().getErr(),
                progress -> run(wanted, computing.loader(limit, progress), resume, progress));
        tell(summary, resume, spec.commandLine().getOut());
        return ExitCode.SUCCESS.value();
    }

    static void tell(final DiagnosisSummary summary, final boolean resume, final PrintWriter out) {
        out.println(summary.text());
        if (resume) {
            out.println(summary.resumed() == 0 ? "there was nothing to resume; it was run from the beginning"
                    : "resumed after %d pictures".formatted(summary.resumed()));
        }
        summary.findings().forEach(out::println);
        out.println(summary.report());
        out.flush();
    }

    static DiagnosisSummary run(final DiagnosisConfiguration wanted, final ExecutorLoader loader, final boolean resume, final Progress progress)
            throws InvalidInputException {
        try {
            return new Diagnosis(loader, Version.text(), Engine.threads()).run(wanted, resume, progress);
        } catch (final CancelledException e) {
            throw new CancelledException("cancelled; no report was written, the same command with --resume goes on from here");
        }
    }
}
