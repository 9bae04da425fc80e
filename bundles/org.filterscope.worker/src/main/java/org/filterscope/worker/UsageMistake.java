package org.filterscope.worker;

import java.io.PrintWriter;

import org.filterscope.core.protocol.ExitCode;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command that was mistyped: what is wrong, how it goes, and where more is told. The whole manual would hide the first. */
final class UsageMistake {
    private UsageMistake() {
    }

    static int tell(final ParameterException mistake, final String... arguments) {
        final CommandLine commandLine = mistake.getCommandLine();
        final CommandSpec command = commandLine.getCommandSpec();
        final PrintWriter out = commandLine.getErr();
        out.println("filterscope: " + sentence(mistake));
        UnmatchedArgumentException.printSuggestions(mistake, out);
        final Help help = new Help(command, commandLine.getColorScheme());
        out.print("Usage: " + help.synopsis("Usage: ".length()));
        out.println("'filterscope help%s' tells more.".formatted(command.parent() == null ? "" : " " + command.name()));
        out.flush();
        return ExitCode.INVALID_INPUT.value();
    }

    /** picocli would tell the names that constants have in Java. */
    private static String sentence(final ParameterException mistake) {
        final ArgSpec argument = mistake.getArgSpec();
        if (argument == null || argument.completionCandidates() == null || mistake.getValue() == null) {
            return mistake.getMessage();
        }
        final String name = argument instanceof final OptionSpec option ? option.longestName() : argument.paramLabel();
        return "%s cannot be '%s'; accepted: %s".formatted(name, mistake.getValue(), String.join(", ", argument.completionCandidates()));
    }
}
