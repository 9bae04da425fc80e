package org.filterscope.worker;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.filterscope.core.protocol.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code filterscope example DIR}. */
@Command(name = "example", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Writes the example project: pictures, networks with and without a flaw, and what leads through a diagnosis.")
@Manual(examples = @ManualEntry(term = "filterscope example river-or-road", text = "writes the project; its README.md leads through it"))
final class ExampleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The project's folder; it must not exist, or be empty.")
    private Path folder;

    @Override
    public Integer call() throws Exception {
        final Path target = folder.toAbsolutePath().normalize();
        TerminalWork.run(spec.commandLine().getErr(), progress -> {
            ExampleFolder.write(target, progress);
            return target;
        });
        spec.commandLine().getOut().printf("%s%nRead README.md there; then: filterscope run %s%n", target,
                folder.resolve("flawed.filterscope"));
        spec.commandLine().getOut().flush();
        return ExitCode.SUCCESS.value();
    }
}
