package org.filterscope.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.StoredMaps;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.graph.GraphLayer;
import org.filterscope.core.graph.GraphScores;
import org.filterscope.core.graph.GraphSubject;
import org.filterscope.core.graph.GraphWriter;
import org.filterscope.core.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredLayerTest {
    private static final int PICTURES = 12;
    private static final long MEMORY = 1 << 24;

    @TempDir
    Path folder;

    /** To the last bit: what is mined below it must not change. */
    @Test
    void whatIsReadBackIsWhatWasMined() throws Exception {
        final MapGrid grid = Blobs.grid(9, 11, 8);
        final StoredMaps maps = Blobs.random(grid, 4, PICTURES, 3);
        final GraphMaps of = new GraphMaps("layer", grid, maps, Mirror.of(maps), Blobs.ones(4));
        final List<PatternLayer> layers = new ArrayList<>();
        new GraphMiner(new LayerMiner(MiningOptions.wide(3).withIterations(6), 1, MEMORY)).mine(
                List.of(new GraphMiner.Task(of, 6), new GraphMiner.Task(of, 8)), null, (number, layer) -> layers.add(layer), Progress.NONE, 1);
        assertThat(layers.get(1).patterns()).anyMatch(pattern -> !pattern.parents().isEmpty());
        final Path file = folder.resolve("graph.fsg");
        try (GraphWriter writer = new GraphWriter(folder.resolve("working"), new GraphSubject("", 72, 88,
                IntStream.range(0, PICTURES).mapToObj(picture -> picture + ".png").toList()))) {
            GraphLayer above = null;
            for (int i = 0; i < layers.size(); i++) {
                writer.append(StoredLayer.of(layers.get(i), i, above));
                above = writer.layer(i).layer();
            }
            writer.finish(new GraphScores(Map.of(), List.of(), IntStream.range(0, writer.patterns()).map(v -> GraphScores.NO_PART).toArray()), file);
        }
        try (GraphFile graph = GraphFile.open(file)) {
            GraphLayer above = null;
            for (int i = 0; i < layers.size(); i++) {
                assertThat(StoredLayer.of(graph.layer(i), above)).usingRecursiveComparison().isEqualTo(layers.get(i));
                above = graph.heading().layers().get(i);
                assertThat(graph.pattern(above.first()).least()).isEqualTo(new ScorePercentiles(layers.get(i).inferences()).least(0));
            }
        }
    }
}
