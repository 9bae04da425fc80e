package org.filterscope.worker;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import org.filterscope.core.protocol.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code filterscope devices}. */
@Command(name = "devices", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Says whether a GPU can be used here, or why not; computes nothing.")
@Manual(examples = @ManualEntry(term = "filterscope devices", text = "says whether --device cuda can be used"))
final class DevicesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--executor", paramLabel = "EXECUTOR", defaultValue = "auto", description = "What is to compute: ${COMPLETION-CANDIDATES}.")
    private ExecutorChoice executor;

    @Override
    public Integer call() {
        final PrintWriter screen = spec.commandLine().getOut();
        screen.println(new Computing(executor, DeviceChoice.AUTO).gpuInWords());
        screen.flush();
        return ExitCode.SUCCESS.value();
    }
}
