package org.filterscope.examples.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.examples.networks.ExampleNetwork;
import org.filterscope.examples.networks.ExampleNetworks;
import org.filterscope.examples.render.RgbImage;
import org.filterscope.examples.world.Flaw;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.World;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

import smallnets.Pictures;

/**
 * The stored networks, read and run by Filterscope's own engine on pictures that neither training nor the stored numbers have seen. Nothing is
 * trained here.
 */
class StoredNetworksTest {
    private static final long FRESH = 77_001;
    private static final int PICTURES = 600;
    /** What the stored numbers were counted on. */
    private static final int STORED = 1200;

    /** How often a flaw must show in the network that has it. */
    private static final double SHOWN = 0.6;
    /** How often it may show in the sound one. */
    private static final double ABSENT = 0.05;

    @TempDir
    private Path folder;

    static List<ExampleNetwork> networks() {
        return ExampleNetworks.load().all();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void itIsAsGoodAsItsNumbersSay(final ExampleNetwork network) throws Exception {
        try (NetworkSession session = session(network)) {
            final Behaviour behaviour = behaviour(network, session);
            assertAgrees(behaviour.accuracy(), network.accuracy());
            final Share asTrained = behaviour.accuracyWith(network.trainingWorld().plants());
            assertAgrees(asTrained, network.accuracyAsTrained());
            assertThat(asTrained.value()).as("what a developer sees who tests on pictures like those of training").isGreaterThanOrEqualTo(0.9);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void itShowsItsFlawAndNoOther(final ExampleNetwork network) throws Exception {
        try (NetworkSession session = session(network)) {
            for (final Flaw flaw : network.shows().keySet()) {
                final double shown = shows(network, session, flaw).value();
                if (network.flaw().isPresent()) {
                    assertThat(shown).as("%s of %s", flaw, network.name()).isGreaterThanOrEqualTo(SHOWN);
                } else {
                    assertThat(shown).as("%s of %s", flaw, network.name()).isLessThanOrEqualTo(ABSENT);
                }
            }
        }
    }

    /** Fresh pictures cannot tell whether wrong labels were learnt; those pictures are the same as those of the stored number. */
    private Share shows(final ExampleNetwork network, final NetworkSession session, final Flaw flaw) {
        return flaw == Flaw.LABEL_NOISE
                ? new WrongLabels(network.subject(), network.seed(), network.pictures()).repeatedBy(new EngineClassifier(session)).orElseThrow()
                : behaviour(network, session).shows(flaw).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void itsProbabilitiesAreThoseOfDeeplearning4j(final ExampleNetwork network) throws Exception {
        final World world = network.subject().world(FRESH, Plants.NONE);
        final List<RgbImage> images = IntStream.range(0, 16).mapToObj(i -> world.picture(Split.TEST, i, 64).rendering().image()).toList();
        final Pictures pictures = new Pictures(network.classes(), images.stream().map(DrawnPictures::planes).toList(), List.of());
        final float[] expected;
        final MultiLayerNetwork original = MultiLayerNetwork.load(file(network).toFile(), false);
        try (INDArray input = pictures.input(IntStream.range(0, images.size()).boxed().toList())) {
            expected = original.output(input).dup('c').data().asFloat();
        }
        try (NetworkSession session = session(network)) {
            final FeatureMaps ours = new EngineClassifier(session).probabilities(images);
            assertThat(ours.values()).hasSameSizeAs(expected);
            for (int i = 0; i < expected.length; i++) {
                assertThat(ours.values()[i]).as("value %d", i).isCloseTo(expected[i], within(1e-5f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void itsLayersHaveTheNamesOfTheSource(final ExampleNetwork network) throws Exception {
        try (NetworkSession session = session(network)) {
            assertThat(session.graph().nodes().stream().map(Node::name)).contains("conv1", "pool1", "conv2", "pool2", "conv3", "classes");
            assertThat(session.graph().shape("conv3").rows()).isEqualTo(16);
        }
    }

    private Behaviour behaviour(final ExampleNetwork network, final NetworkSession session) {
        return new Behaviour(new EngineClassifier(session), network.subject(), FRESH, PICTURES);
    }

    private NetworkSession session(final ExampleNetwork network) throws Exception {
        final NetworkGraph graph = new NetworkReader().read(file(network), Optional.of(new Size(64, 64)));
        return Nd4jExecutor.load().open(graph);
    }

    private Path file(final ExampleNetwork network) throws IOException {
        final Path file = folder.resolve(network.name() + ".zip");
        if (!Files.exists(file)) {
            try (InputStream stream = network.open()) {
                Files.copy(stream, file);
            }
        }
        return file;
    }

    /**
     * Two independent counts of one share: they differ by at most four standard errors (once in 16,000 by chance), with two of each kind added
     * to the count, because the normal approximation is too sure of itself near 1 (Agresti and Coull 1998).
     */
    private static void assertAgrees(final Share counted, final double stored) {
        final double pooled = (counted.hits() + stored * STORED + 2) / (counted.trials() + STORED + 4);
        final double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / counted.trials() + 1.0 / STORED));
        assertThat(counted.value()).isCloseTo(stored, within(4 * error));
    }
}
