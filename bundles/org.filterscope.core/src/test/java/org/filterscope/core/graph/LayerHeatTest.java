package org.filterscope.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two patterns on two pictures of 224 × 224 pixels, the second picture taken mirrored. */
class LayerHeatTest {
    private static final int SIDE = 224;

    @TempDir
    Path folder;

    @Test
    void theHeatIsHighestWhereTheStrongestPatternIs() throws Exception {
        try (GraphFile graph = graph(new float[] { 4, 4, 1, 1 })) {
            final float[] heat = LayerHeat.of(graph, 0, 0, SIDE, SIDE);
            assertThat(heat[50 * SIDE + 30]).isOne();
            // One standard deviation of 15 pixels away; the weaker half does not count.
            assertThat((double) heat[65 * SIDE + 30]).isCloseTo(Math.exp(-0.5), within(1e-5));
            assertThat(heat[150 * SIDE + 120]).isLessThan(1e-3f);
        }
    }

    @Test
    void onAMirroredPictureItIsTurnedBack() throws Exception {
        try (GraphFile graph = graph(new float[] { 4, 4, 1, 1 })) {
            assertThat(LayerHeat.of(graph, 0, 1, SIDE, SIDE)[50 * SIDE + SIDE - 1 - 30]).isOne();
        }
    }

    @Test
    void whereNothingFiresThereIsNoHeat() throws Exception {
        try (GraphFile graph = graph(new float[4])) {
            assertThat(LayerHeat.of(graph, 0, 0, 10, 10)).containsOnly(0);
        }
    }

    private GraphFile graph(final float[] scores) throws Exception {
        final Path file = folder.resolve("graph.fsg");
        try (GraphWriter writer = new GraphWriter(folder.resolve("working"), new GraphSubject("", SIDE, SIDE, List.of("a", "b")))) {
            writer.append(new LayerContent(new GraphLayer("top", 7, 7, 16, 16, 32, 32, new float[] { 1 }, 1, 100, false, 0, 2),
                    List.of(new GraphPattern(0, 0, 0, 50, 30, 5, 5, 0, 0), new GraphPattern(0, 0, 1, 150, 120, 5, 5, 0, 0)), List.of(),
                    new boolean[] { false, true }, new Places(new float[] { 50, 50, 150, 150 }, new float[] { 30, 30, 120, 120 }, scores, scores)));
            writer.finish(new GraphScores(Map.of(), List.of(), new int[] { -1, -1 }), file);
        }
        return GraphFile.open(file);
    }
}
