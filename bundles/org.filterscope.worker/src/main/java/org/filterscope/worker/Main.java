package org.filterscope.worker;

import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

import picocli.CommandLine;

/** Starts a worker process. */
public final class Main {
    private Main() {
    }

    /** @param arguments see {@code filterscope --help} */
    public static void main(final String... arguments) {
        // What is written must not depend on where: digits, decimal points.
        Locale.setDefault(Locale.ROOT);
        // Libraries say a lot that no user asked for.
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(execute(commandLine(), arguments));
    }

    /** Errors, too, end with the code that is promised for them: picocli handles exceptions only. */
    private static int execute(final CommandLine commandLine, final String... arguments) {
        try {
            return commandLine.execute(arguments);
        } catch (final Error e) {
            final Failure told = Failure.of(e);
            told.print(commandLine.getErr());
            return told.code().value();
        }
    }

    static CommandLine commandLine() {
        final CommandLine commandLine = new CommandLine(new FilterscopeCommand());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        ManualText.apply(commandLine);
        commandLine.setParameterExceptionHandler(UsageMistake::tell);
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            final Failure told = Failure.of(failure);
            told.print(command.getErr());
            return told.code().value();
        });
        return commandLine;
    }
}
