package org.filterscope.extending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.engine.read.NumberedModel;
import org.filterscope.engine.read.UnsupportedLayerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LayersReaderTest {
    /** Two filters see one channel: the first doubles it, the second turns it around and adds 1. */
    static final String NETWORK = """
            picture input 1 2 2
            mixed   mix   2   2 -1   0 1
            fired   relu
            scores  mean
            """;

    @TempDir
    private Path folder;

    @Test
    void whatIsReadComputesWhatTheFileSays() throws Exception {
        final NetworkGraph graph = read(NETWORK);
        try (NetworkSession session = Nd4jExecutor.load().open(graph)) {
            final FeatureMaps picture = new FeatureMaps(1, new Shape(1, 2, 2), new float[] {1, 0, -1, 3});
            // Sums and products of small whole numbers and halves: exact.
            assertThat(session.forward(picture, Set.of("fired")).get("fired").values()).containsExactly(2, 0, 0, 6, 0, 1, 2, 0);
            assertThat(session.predict(picture).values()).containsExactly(2, 0.75f);
        }
    }

    @Test
    void everyLayerThatCannotBeReadIsToldWithTheReason() {
        assertThatExceptionOfType(UnsupportedLayerException.class).isThrownBy(() -> read("""
                picture input 1 2 2
                deep    attention 8
                mixed   mix   2   2 -1   0
                """)).satisfies(refused -> assertThat(refused.refusals()).map(Object::toString).containsExactly(
                "layer 'deep' (attention): there is no such layer",
                "layer 'mixed' (mix): 2 filters of 1 channels are 2 weights and 2 biases, here are 3 numbers"));
    }

    @Test
    void damagedFilesAreRefusedAndNothingElseHappens() {
        for (final String damaged : List.of("", "mixed", "picture input 0 2 2", "picture input 1 2", "picture input 1 2 2\nmixed mix 999999 1",
                "picture input 1 2 2\nmixed mix 1 NaN 0", "picture input 1 2 2\nmixed mix 1 1e99 0", "fired relu", NETWORK + NETWORK)) {
            assertThatExceptionOfType(InvalidNetworkException.class).as(damaged).isThrownBy(() -> read(damaged));
        }
    }

    @Test
    void filesLargerThanTheLimitAreNotTakenIn() {
        assertThatExceptionOfType(InvalidNetworkException.class).isThrownBy(() -> read(" ".repeat((1 << 20) + 1)))
                .withMessageContaining("1048576 bytes");
    }

    @Test
    void noWeightHasAPlaceThatCouldBeWritten() throws Exception {
        final NumberedModel places = new LayersReader().places(write(NETWORK), Optional.empty(), List.of());
        assertThat(places.blocks()).isEmpty();
        assertThat(((Convolution) places.places().node("mixed").orElseThrow().operator()).weights().values()).containsOnly(0);
    }

    private NetworkGraph read(final String text) throws IOException, InvalidNetworkException {
        return new LayersReader().read(write(text), Optional.empty());
    }

    private Path write(final String text) throws IOException {
        return Files.writeString(folder.resolve("network.layers"), text);
    }
}
