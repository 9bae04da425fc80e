package org.filterscope.worker;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a sub-command: help and version. */
@Command(name = "filterscope", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Shows what a convolutional network has learned.",
        subcommands = {RunCommand.class, CheckCommand.class, ReportCommand.class, SuppressCommand.class, InspectCommand.class,
                ConvertCommand.class, CompareCommand.class, NamesCommand.class, GraphCommand.class, PatternsCommand.class, LocateCommand.class,
                FixCommand.class, TraceCommand.class, HeatCommand.class, ExampleCommand.class, DevicesCommand.class, CompletionCommand.class,
                HelpCommand.class, ServeCommand.class})
@Manual(examples = {
        @ManualEntry(term = "filterscope example river-or-road", text = "writes a project to try"),
        @ManualEntry(term = "filterscope run river-or-road/flawed.filterscope", text = "diagnoses its flawed network"),
        @ManualEntry(term = "filterscope help run", text = "tells everything about 'run'")}, files = {
        @ManualEntry(term = "*.filterscope", text = "the configuration"),
        @ManualEntry(term = "report folder", text = "what a run has written: the configuration's 'output'"),
        @ManualEntry(term = "model", text = "Keras (.keras, .h5), ONNX (.onnx) or Deeplearning4j (.zip)")})
final class FilterscopeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: run, check, report, suppress, inspect, "
                + "convert, compare, names, graph, patterns, locate, fix, trace, heat, example, devices, completion, help, --help or --version.");
    }
}
