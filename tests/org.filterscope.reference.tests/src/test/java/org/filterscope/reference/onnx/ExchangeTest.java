package org.filterscope.reference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import onnx.Onnx.ModelProto;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.engine.onnx.write.OnnxWriter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that we write give the same numbers to others, and to ourselves when we read them again; layers keep their names. */
class ExchangeTest {
    /** Of the output's largest value. */
    private static final double TOLERANCE = 1e-5;

    @TempDir
    Path folder;

    static Stream<Arguments> networks() {
        return ExecutorAgreementTest.networks();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void whatWeWriteOthersAndWeReadAlike(final String name, final ExecutorAgreementTest.Make network) throws Exception {
        final NetworkGraph graph = new NetworkReader().read(network.make(Style.torch(17)).write(folder.resolve("model.onnx")), Optional.empty());
        final Path written = folder.resolve("written.onnx");
        new OnnxWriter("test").write(graph, written);
        final NetworkGraph again = new NetworkReader().read(written, Optional.empty());
        assertThat(again.nodes().stream().map(Node::name).toList()).containsAll(graph.nodes().stream().map(Node::name).toList());
        final float[] picture = picture(graph.input());
        final float[] expected = run(graph, picture);
        assertClose("read again", run(again, picture), expected);
        assertClose("read by ONNX Runtime", elsewhere(written, graph.input(), picture), expected);
    }

    private static float[] run(final NetworkGraph graph, final float[] picture) throws Exception {
        try (NetworkSession session = Nd4jExecutor.load().open(graph)) {
            return session.predict(new FeatureMaps(1, graph.input(), picture)).values();
        }
    }

    private static float[] elsewhere(final Path file, final Shape shape, final float[] picture) throws Exception {
        final ModelProto model;
        try (InputStream stream = Files.newInputStream(file)) {
            model = ModelProto.parseFrom(stream);
        }
        final String output = model.getGraph().getOutput(0).getName();
        final var declared = model.getGraph().getInput(0).getType().getTensorType().getShape();
        final long[] dims = declared.getDimCount() == 2 ? new long[] {1, shape.channels()}
                : new long[] {1, shape.channels(), shape.rows(), shape.cols()};
        return Runtime.run(model, model.getGraph().getInput(0).getName(), dims, picture, List.of(output)).get(output).values();
    }

    private static void assertClose(final String reader, final float[] found, final float[] expected) {
        assertThat(found).as(reader).hasSameSizeAs(expected);
        double largest = 0;
        for (final float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(found).as(reader).containsExactly(expected, within((float) (TOLERANCE * largest)));
    }

    private static float[] picture(final Shape shape) {
        final Random random = new Random(1);
        final float[] values = new float[(int) shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
