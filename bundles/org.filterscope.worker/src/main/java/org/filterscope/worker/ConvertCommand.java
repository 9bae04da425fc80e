package org.filterscope.worker;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.filterscope.core.protocol.ExitCode;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.onnx.write.OnnxWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code filterscope convert MODEL OUT.onnx}. */
@Command(name = "convert", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Saves a model as ONNX, for other tools.")
@Manual(examples = @ManualEntry(term = "filterscope convert landuse12.h5 landuse12.onnx", text = "for Netron, ONNX Runtime and others"),
        files = @ManualEntry(term = "model", text = "Keras (.keras, .h5), ONNX (.onnx) or Deeplearning4j (.zip)"))
final class ConvertCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "The network's file.")
    private Path model;

    @Parameters(paramLabel = "OUT.onnx", description = "The file to write.")
    private Path out;

    @Mixin
    private SizeOption size;

    @Option(names = "--force", description = "Replace the file if it exists.")
    private boolean force;

    @Override
    public Integer call() throws Exception {
        final Path file = new OutputFile(out, force, ".onnx").path();
        final NetworkGraph graph = new NetworkReader().read(model.toAbsolutePath().normalize(), size.get());
        new OnnxWriter(Version.text()).write(graph, file);
        final PrintWriter screen = spec.commandLine().getOut();
        screen.printf("%s: %d layers, input %s, output %s, %.1f MB%n", file, graph.nodes().size(), graph.input(),
                graph.shape(graph.output().name()), Files.size(file) / 1e6);
        screen.flush();
        return ExitCode.SUCCESS.value();
    }
}
