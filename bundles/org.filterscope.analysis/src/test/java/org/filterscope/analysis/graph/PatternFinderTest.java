package org.filterscope.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.filterscope.analysis.classes.StoredMaps;
import org.filterscope.core.progress.Progress;
import org.junit.jupiter.api.Test;

class PatternFinderTest {
    private static final long MEMORY = 1 << 24;
    private final MapGrid high = Blobs.grid(7, 7, 16);
    private final MapGrid low = Blobs.grid(14, 14, 8);
    private final MiningOptions wide = MiningOptions.wide(3).withIterations(6);

    @Test
    void onThePicturesOfTheMiningItFindsWhatTheMiningFound() throws Exception {
        final StoredMaps highMaps = Blobs.random(high, 5, 20, 3);
        final StoredMaps lowMaps = Blobs.random(low, 4, 20, 4);
        final GraphMaps top = new GraphMaps("top", high, highMaps, Mirror.of(highMaps), Blobs.ones(5));
        final GraphMaps below = new GraphMaps("below", low, lowMaps, Mirror.of(lowMaps), Blobs.ones(4));
        final List<PatternLayer> graph = new ArrayList<>();
        new GraphMiner(new LayerMiner(wide, 2, MEMORY)).mine(List.of(new GraphMiner.Task(top, 6), new GraphMiner.Task(below, 12)),
                null, (number, layer) -> graph.add(layer), Progress.NONE, 1);
        final PatternFinder finder = new PatternFinder(2, MEMORY);
        final Inferences first = finder.find(graph.get(0), top, null, null, Progress.NONE);
        final Inferences second = finder.find(graph.get(1), below, graph.get(0), first, Progress.NONE);
        assertThat(first).usingRecursiveComparison().isEqualTo(graph.get(0).inferences());
        assertThat(second).usingRecursiveComparison().isEqualTo(graph.get(1).inferences());
        assertThat(graph.get(1).patterns()).anySatisfy(pattern -> assertThat(pattern.parents()).isNotEmpty());
    }

    /** An object that faces left on half of the pictures: three parts on one side of it. */
    @Test
    void picturesAreMirroredSoThatObjectsFaceOneWay() throws Exception {
        final Random random = new Random(9);
        final int pictures = 40;
        final Blobs blobs = new Blobs(low, 3, pictures);
        final boolean[] left = new boolean[pictures];
        for (int picture = 0; picture < pictures; picture++) {
            left[picture] = random.nextBoolean();
            for (int filter = 0; filter < 3; filter++) {
                final double col = 1.5 + filter + 0.3 * random.nextGaussian();
                blobs.add(picture, filter, 3 + 4 * filter + 0.3 * random.nextGaussian(), left[picture] ? col : 13 - col, 1, 0.8);
            }
        }
        final StoredMaps maps = blobs.maps();
        final GraphMaps top = new GraphMaps("top", low, maps, Mirror.of(maps), Blobs.ones(3));
        final PatternLayer layer = new LayerMiner(MiningOptions.published(5), 1, MEMORY).mine(top, 20, null, Progress.NONE, 1);
        final boolean[] mirrored = layer.inferences().mirrored();
        // Which way is chosen is chance; that it is the same for all is not.
        for (int picture = 0; picture < pictures; picture++) {
            assertThat(mirrored[picture] == left[picture]).as("picture %d", picture).isEqualTo(mirrored[0] == left[0]);
        }
        final Inferences turned = new PatternFinder(1, MEMORY).find(layer, new GraphMaps("top", low, Mirror.of(maps), maps, Blobs.ones(3)),
                null, null, Progress.NONE);
        assertThat(turned.rows()).isEqualTo(layer.inferences().rows());
        assertThat(turned.cols()).isEqualTo(layer.inferences().cols());
        for (int picture = 0; picture < pictures; picture++) {
            assertThat(turned.mirrored()[picture]).isEqualTo(!mirrored[picture]);
        }
    }
}
