package org.filterscope.worker;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import org.filterscope.core.protocol.ExitCode;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.read.UnsupportedLayerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code filterscope inspect MODEL}. */
@Command(name = "inspect", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Lists a model's layers: shape, receptive field, and what cannot be read and why.")
@Manual(examples = {
        @ManualEntry(term = "filterscope inspect landuse12.h5", text = "lists the layers"),
        @ManualEntry(term = "filterscope inspect model.onnx --size 227x227",
                text = "of a model that leaves the size of its input open")},
        files = @ManualEntry(term = "model", text = "Keras (.keras, .h5), ONNX (.onnx) or Deeplearning4j (.zip)"))
final class InspectCommand implements Callable<Integer> {
    private static final List<String> HEADER = List.of("layer", "kind", "channels", "rows", "cols", "stride", "rf_size", "rf_centre", "details");
    /** Left-aligned, as text is; the others are numbers. */
    private static final Set<Integer> TEXT = Set.of(0, 1, 8);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "The network's file.")
    private Path model;

    @Mixin
    private SizeOption size;

    @Override
    public Integer call() throws Exception {
        final PrintWriter out = spec.commandLine().getOut();
        try {
            final NetworkGraph graph = new NetworkReader().read(model.toAbsolutePath().normalize(), size.get());
            out.printf("%s, input %s, output %s (channels × rows × columns), %d layers%n", graph.format(), graph.input(),
                    graph.shape(graph.output().name()), graph.nodes().size());
            out.printf("In input pixels: stride from position to position, size and centre of the first position's receptive field; "
                    + "rows/columns where they differ.%n%n");
            table(graph).lines().forEach(out::println);
            return ExitCode.SUCCESS.value();
        } catch (final UnsupportedLayerException e) {
            // The exception itself tells the first; of several, people want to see all.
            if (e.refusals().size() > 1) {
                e.refusals().forEach(refusal -> out.println("cannot be read: " + refusal));
            }
            throw e;
        } finally {
            out.flush();
        }
    }

    private static TextTable table(final NetworkGraph graph) throws Exception {
        final ReceptiveFields fields = new ReceptiveFields(graph);
        final TextTable rows = new TextTable(TEXT, HEADER);
        for (final Node node : graph.nodes()) {
            final var shape = graph.shape(node.name());
            final ReceptiveField vertical = fields.vertical(node.name());
            final ReceptiveField horizontal = fields.horizontal(node.name());
            rows.add(List.of(node.name(), node.operator().kind(), "" + shape.channels(), "" + shape.rows(), "" + shape.cols(),
                    both(vertical.stride(), horizontal.stride()), both(vertical.size(), horizontal.size()),
                    both(vertical.centre(), horizontal.centre()), OperatorDetails.of(node.operator())));
        }
        return rows;
    }

    /** One value where rows and columns agree, which is nearly always. */
    private static String both(final double rows, final double cols) {
        final String vertical = OperatorDetails.number(rows);
        final String horizontal = OperatorDetails.number(cols);
        return vertical.equals(horizontal) ? vertical : vertical + "/" + horizontal;
    }
}
