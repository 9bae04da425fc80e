package org.filterscope.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.filterscope.analysis.fingerprint.FilterFingerprints;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.Scores;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Rearrangement.Reshape;
import org.filterscope.engine.onnx.write.OnnxWriter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network that was trained, and the same saved in another format: the fingerprints of all filters of all layers are the same. */
class FingerprintsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"models/dl4j-zip/mnist-model.zip", "models/dl4j-zip/SyntheticCNN_100b4.bin", "models/cifar10-resnet8/resnet8_cifar10.h5",
        "models/landuse-squeezenet/landuse12.h5"})
    void savingInAnotherFormatKeepsThem(final String model) throws Exception {
        final Path file = ReferenceData.find().file(model);
        final Optional<Size> size = model.endsWith(".bin") ? Optional.of(new Size(28, 28)) : Optional.empty();
        final NetworkGraph graph = new NetworkReader().read(file, size);
        final Path written = folder.resolve("written.onnx");
        new OnnxWriter("test").write(graph, written);
        final NetworkGraph again = new NetworkReader().read(written, Optional.empty());
        final Set<List<Scores>> different = new HashSet<>();
        for (final Node node : graph.nodes()) {
            if (again.node(node.name()).isEmpty()) {
                // What only describes values in another way is no layer of an ONNX model.
                assertThat(node.operator()).as(node.name()).isInstanceOfAny(Flatten.class, Reshape.class, Identity.class);
                continue;
            }
            final List<Scores> marks = FilterFingerprints.of(graph, node.name(), Progress.NONE);
            assertThat(FilterFingerprints.of(again, node.name(), Progress.NONE)).as(node.name()).isEqualTo(marks);
            if (node.operator() instanceof Convolution) {
                assertThat(marks).as(node.name()).doesNotHaveDuplicates();
                assertThat(different.add(marks)).as("%s has the same filters as a layer before", node.name()).isTrue();
            }
        }
    }
}
