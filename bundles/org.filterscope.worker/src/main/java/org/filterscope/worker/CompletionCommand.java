package org.filterscope.worker;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import org.filterscope.core.protocol.ExitCode;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code filterscope completion SHELL}. */
@Command(name = "completion", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Prints a script by which the tab key completes commands, options, their values and file names.")
@Manual(examples = {
        @ManualEntry(term = "source <(filterscope completion bash)", text = "for this session; in ~/.bashrc for all"),
        @ManualEntry(term = "source <(filterscope completion zsh)", text = "for this session; in ~/.zshrc for all")})
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "For which shell: ${COMPLETION-CANDIDATES}.")
    private Shell shell;

    @Override
    public Integer call() {
        final PrintWriter out = spec.commandLine().getOut();
        out.print(script(spec.root().commandLine()));
        out.flush();
        return ExitCode.SUCCESS.value();
    }

    /** One script does for both shells. */
    static String script(final CommandLine root) {
        return AutoComplete.bash(root.getCommandName(), root);
    }
}
