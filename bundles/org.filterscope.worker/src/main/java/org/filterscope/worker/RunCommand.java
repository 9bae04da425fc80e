package org.filterscope.worker;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.filterscope.analysis.run.Diagnosis;
import org.filterscope.analysis.run.DiagnosisSummary;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.protocol.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code filterscope run CONFIG}. */
@Command(name = "run", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "Runs a diagnosis and writes its report.")
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CONFIG", description = "The configuration, a *.filterscope file.")
    private Path configuration;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the report goes; instead of the configuration's 'output'.")
    private Path out;

    @Option(names = "--executor", paramLabel = "NAME", defaultValue = "auto",
            description = "What computes: ${COMPLETION-CANDIDATES}; auto is the faster one that this machine has.")
    private ExecutorChoice executor;

    @Override
    public Integer call() throws Exception {
        final DiagnosisConfiguration read = new ConfigurationReader().read(configuration);
        final DiagnosisConfiguration wanted = out == null ? read : read.withOutput(out.toAbsolutePath().normalize());
        final DiagnosisSummary summary = TerminalWork.run(spec.commandLine().getErr(),
                progress -> new Diagnosis(executor::load, Version.text(), Engine.threads()).run(wanted, progress));
        final PrintWriter out = spec.commandLine().getOut();
        out.println(summary.text());
        summary.predictions().forEach(out::println);
        out.println(summary.report());
        out.flush();
        return ExitCode.SUCCESS.value();
    }
}
