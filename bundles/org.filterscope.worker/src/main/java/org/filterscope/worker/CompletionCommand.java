package org.filterscope.worker;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final String FUNCTION = "CompWordsContainsArray";
    /**
     * By which picocli finds out whose arguments are completed: it takes a command for given when its name is anywhere in the line, also as that of a
     * folder, or behind 'help'. Ours looks where commands stand. It has a name of its own, because scripts of other programs define picocli's.
     */
    private static final Pattern PICOCLIS = Pattern.compile("function " + FUNCTION + "\\(\\) \\{\n.*?\n}\n", Pattern.DOTALL);
    private static final String OURS = """
            function CompWordsContainsArray() {
              local place=0
              local command
              for command in "$@"; do
                place=$((place + 1))
                if (( place >= COMP_CWORD )) || [[ "${COMP_WORDS[place]}" != "$command" ]]; then return 1; fi
              done
              return 0
            }
            """;

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
        final String script = AutoComplete.bash(root.getCommandName(), root);
        if (!PICOCLIS.matcher(script).find()) {
            throw new IllegalStateException("picocli's script for completion has no function " + FUNCTION + " that could be replaced");
        }
        return PICOCLIS.matcher(script).replaceFirst(Matcher.quoteReplacement(OURS)).replace(FUNCTION, "_filterscope_begins_with");
    }
}
