package org.filterscope.worker;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a sub-command: help and version. */
@Command(name = "filterscope", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "Shows what a convolutional network has learned.",
        subcommands = {RunCommand.class, CheckCommand.class, ReportCommand.class, SuppressCommand.class, InspectCommand.class,
                ConvertCommand.class, CompareCommand.class, NamesCommand.class, GraphCommand.class, PatternsCommand.class, LocateCommand.class,
                FixCommand.class, TraceCommand.class, HeatCommand.class, ExampleCommand.class, DevicesCommand.class, ServeCommand.class},
        footer = {"", "Exit codes: 0 good, 1 a gate failed, 2 bad input or usage, 3 internal error, 4 out of memory, 130 cancelled."})
final class FilterscopeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: run, check, report, suppress, inspect, "
                + "convert, compare, names, graph, patterns, locate, fix, trace, heat, example, devices, --help or --version.");
    }
}
