package org.filterscope.worker;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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
    private static final int SECONDS_TO_STOP = 3;

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
        final PrintWriter screen = spec.commandLine().getErr();
        final CountDownLatch finished = new CountDownLatch(1);
        try (TerminalProgress progress = new TerminalProgress(screen, Boolean.getBoolean("filterscope.terminal"))) {
            final Thread stop = new Thread(() -> stop(progress, finished), "Filterscope stop");
            Runtime.getRuntime().addShutdownHook(stop);
            final DiagnosisSummary summary = new Diagnosis(executor::load, Version.text(), Engine.threads()).run(wanted, progress);
            progress.finish();
            spec.commandLine().getOut().printf("%s%n%s%n", summary.text(), summary.report());
            spec.commandLine().getOut().flush();
        } finally {
            finished.countDown();
        }
        return ExitCode.SUCCESS.value();
    }

    /** On Ctrl+C the run gets time to clean up; if it cannot, the next run does. */
    private static void stop(final TerminalProgress progress, final CountDownLatch finished) {
        progress.cancel();
        try {
            finished.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
