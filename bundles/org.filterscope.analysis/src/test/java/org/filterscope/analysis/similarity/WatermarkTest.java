package org.filterscope.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.Score;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.examples.networks.ExampleNetwork;
import org.filterscope.examples.networks.ExampleNetworks;
import org.filterscope.examples.world.Flaw;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.World;
import org.filterscope.examples.world.WorldPicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that learned to know cats by a mark in the lower right corner has filters that look there when it is there; a sound one hardly. */
class WatermarkTest {
    private static final int SIDE = 64;
    private static final int PICTURES = 60;

    @TempDir
    Path folder;

    @Test
    void filtersOfAWatermarkLookAtTheCorner() throws Exception {
        final ExampleNetworks networks = ExampleNetworks.load();
        final World world = networks.named("animals-f4-watermark").trainingWorld();
        final List<float[]> marked = new ArrayList<>();
        final List<float[]> plain = new ArrayList<>();
        for (int i = 0; Math.min(marked.size(), plain.size()) < PICTURES; i++) {
            final WorldPicture picture = world.picture(Split.TRAIN, 100_000 + i, SIDE);
            final List<float[]> kind = picture.tag(Flaw.WATERMARK).isPresent() ? marked : plain;
            if (kind.size() < PICTURES) {
                kind.add(picture.rendering().image().planes());
            }
        }
        final double flawed = onlyWhenMarked(networks.named("animals-f4-watermark"), marked, plain);
        final double sound = onlyWhenMarked(networks.named("animals-sound"), marked, plain);
        // Contrast that it has never seen draws the peak of some filter in any network: a control may have 5 %.
        assertThat(sound).isLessThanOrEqualTo(0.05);
        assertThat(flawed).isGreaterThan(2 * sound).isPositive();
    }

    /** Share of the filters. Zeros around the picture draw peaks into corners in any network; a watermark only where there is one. */
    private double onlyWhenMarked(final ExampleNetwork network, final List<float[]> marked, final List<float[]> plain) throws Exception {
        final Similarities with = run(network, "conv3", marked);
        final Similarities without = run(network, "conv3", plain);
        int filters = 0;
        for (int channel = 0; channel < with.scores().size(); channel++) {
            filters += corner(with, channel) >= 0.9 && corner(without, channel) < 0.5 ? 1 : 0;
        }
        return (double) filters / with.scores().size();
    }

    private static double corner(final Similarities found, final int channel) {
        return found.scores().get(channel).number(Score.CORNER).orElse(0);
    }

    private Similarities run(final ExampleNetwork network, final String layer, final List<float[]> pictures) throws Exception {
        final Path file = folder.resolve("network.zip");
        try (InputStream stream = network.open()) {
            Files.copy(stream, file, StandardCopyOption.REPLACE_EXISTING);
        }
        final NetworkGraph graph = new NetworkReader().read(file, Optional.of(new Size(SIDE, SIDE)));
        final List<float[]> maps = new ArrayList<>();
        try (NetworkSession session = Nd4jExecutor.load().open(graph)) {
            for (final float[] picture : pictures) {
                maps.add(session.forward(new FeatureMaps(1, graph.input(), picture), Set.of(layer)).get(layer).values().clone());
            }
        }
        final ListedMaps listed = new ListedMaps(graph.shape(layer), maps);
        return new FilterSimilarity(graph, layer, 1).of(listed, listed.peaks(), Progress.NONE);
    }
}
