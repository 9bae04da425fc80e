package org.filterscope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.filterscope.analysis.repair.FilterMute;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.onnx.write.OnnxWriter;
import org.filterscope.engine.write.ModelCopy;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A filter muted in the file of a trained network says what the edited network says, in every format and on every executor. */
class MutedModelsTest {
    /** Of the large networks every fourth layer, which are layers of all kinds. */
    private static final int STEP = 4;

    @TempDir
    Path folder;

    /** As Keras wrote it. */
    @ParameterizedTest
    @ValueSource(strings = {"landuse-squeezenet/landuse12.h5", "cifar10-resnet8/resnet8_cifar10.h5"})
    void aKerasFileHoldsTheMutedFilter(final String model) throws Exception {
        assertMuted(ReferenceData.find().file("models/" + model), Optional.empty());
    }

    /** The same networks as another format stores them. */
    @ParameterizedTest
    @ValueSource(strings = {"landuse-squeezenet/landuse12.h5", "cifar10-resnet8/resnet8_cifar10.h5"})
    void anOnnxFileHoldsTheMutedFilter(final String model) throws Exception {
        final Path file = folder.resolve("model.onnx");
        new OnnxWriter("test").write(new NetworkReader().read(ReferenceData.find().file("models/" + model), Optional.empty()), file);
        assertMuted(file, Optional.empty());
    }

    /** As Deeplearning4j wrote them in August 2019 and with version 1.0.0-beta4. */
    @ParameterizedTest
    @CsvSource({"mnist-model.zip, 28", "SyntheticCNN_100b4.bin, 28"})
    void aDeeplearning4jFileHoldsTheMutedFilter(final String model, final int side) throws Exception {
        assertMuted(ReferenceData.find().file("models/dl4j-zip/" + model), Optional.of(new Size(side, side)));
    }

    /** Whatever can be said by weights; of the networks' layers that is most. */
    private void assertMuted(final Path file, final Optional<Size> size) throws Exception {
        final NetworkGraph graph = new NetworkReader().read(file, size);
        final FeatureMaps picture = picture(graph);
        int muted = 0;
        int refused = 0;
        for (int i = 1; i < graph.nodes().size() - 1; i += size.isPresent() ? 1 : STEP) {
            final Node node = graph.nodes().get(i);
            final FilterMute mute = new FilterMute(node.name(), graph.shape(node.name()).channels() / 2, 0);
            final List<NetworkGraph> ways;
            try {
                ways = mute.ways(graph);
            } catch (final InvalidInputException e) {
                assertThat(e).hasMessageContaining("cannot be set to 0.0 by weights").hasMessageNotContaining("\n");
                refused++;
                continue;
            }
            final String name = file.getFileName().toString();
            final Path copy = folder.resolve("copy" + name.substring(name.lastIndexOf('.')));
            final NetworkGraph written = new ModelCopy(file, size).write(ways.get(0), copy);
            // What a zip makes of other numbers may be longer or shorter.
            assertThat(size.isPresent() || Files.size(copy) == Files.size(file)).isTrue();
            assertSame(graph, written, mute, picture);
            muted++;
        }
        assertThat(muted).as("muted, %d refused", refused).isGreaterThan(2 * refused);
    }

    private static void assertSame(final NetworkGraph graph, final NetworkGraph written, final FilterMute mute, final FeatureMaps picture)
            throws Exception {
        final String output = graph.output().name();
        for (final Executor executor : Executors.all()) {
            try (NetworkSession edited = executor.open(graph); NetworkSession muted = executor.open(written)) {
                final float[] expected = edited.run(Pass.of(graph, picture).with(Edit.channel(graph, mute.layer(), mute.channel(), mute.value())),
                        Set.of(output)).get(output).values();
                assertThat(muted.predict(picture).values()).as("%s on %s", mute, executor.name()).containsExactly(expected, within(1e-5f));
            }
        }
    }

    private static FeatureMaps picture(final NetworkGraph graph) {
        final float[] values = new float[(int) graph.input().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i * 7919 % 256) / 255f;
        }
        return new FeatureMaps(1, graph.input(), values);
    }
}
