package org.filterscope.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.filterscope.analysis.classes.StoredMaps;
import org.filterscope.core.progress.Progress;
import org.junit.jupiter.api.Test;

class MapSplitTest {
    private static final long MEMORY = 1 << 24;
    private final MapGrid grid = Blobs.grid(9, 11, 8);
    private final MiningOptions wide = MiningOptions.wide(3).withIterations(6);

    /** In single precision. */
    @Test
    void patternsAndRestAddUpToTheMap() throws Exception {
        final StoredMaps maps = Blobs.random(grid, 4, 15, 3);
        final float[] scales = ResponseScales.of(maps, Progress.NONE);
        final GraphMaps of = new GraphMaps("layer", grid, maps, null, scales);
        final PatternLayer above = new LayerMiner(wide, 1, MEMORY).mine(of, 8, null, Progress.NONE, 1);
        final PatternLayer layer = new LayerMiner(wide, 1, MEMORY).mine(of, 8, above, Progress.NONE, 1);
        for (int filter = 0; filter < 4; filter++) {
            for (int picture = 0; picture < 15; picture++) {
                final float[] map = Arrays.copyOfRange(maps.values().get(picture), filter * grid.cells(), (filter + 1) * grid.cells());
                addsUp(new MapSplit(above, null, null, 15).of(filter, picture, map), map, scales[filter]);
                addsUp(new MapSplit(layer, above, above.inferences(), 15).of(filter, picture, map), map, scales[filter]);
            }
        }
    }

    private static void addsUp(final float[][] split, final float[] map, final float scale) {
        boolean patterns = false;
        for (int cell = 0; cell < map.length; cell++) {
            double sum = 0;
            for (final float[] part : split) {
                assertThat(part[cell]).isNotNegative();
                sum += part[cell];
                patterns |= part != split[split.length - 1] && part[cell] > 0;
            }
            assertThat(sum).isCloseTo(Math.max(0, map[cell] / scale), within(1e-5));
        }
        assertThat(patterns).isTrue();
    }

    /** Two parts six cells apart: each pattern takes the part it lies on, noise what lies elsewhere. */
    @Test
    void eachPatternTakesItsOwnPart() throws Exception {
        final Random random = new Random(1);
        final Blobs blobs = new Blobs(grid, 1, 40);
        for (int picture = 0; picture < 40; picture++) {
            blobs.add(picture, 0, 2 + 0.2 * random.nextGaussian(), 2 + 0.2 * random.nextGaussian(), 1, 0.6);
            blobs.add(picture, 0, 6 + 0.2 * random.nextGaussian(), 8 + 0.2 * random.nextGaussian(), 1, 0.6);
        }
        blobs.add(0, 0, 1, 8, 1, 0.6);
        final PatternLayer layer = new LayerMiner(MiningOptions.published(1), 1, MEMORY).mine(Blobs.unscaled(grid, blobs.maps()),
                new int[] { 3 * 11 + 3, 5 * 11 + 7 }, null, Progress.NONE, 1);
        final float[][] split = new MapSplit(layer, null, null, 40).of(0, 0, blobs.maps().values().getFirst());
        assertThat(split).hasNumberOfRows(3);
        assertThat(share(split, 0, 2 * 11 + 2)).isGreaterThan(0.5);
        assertThat(share(split, 1, 2 * 11 + 2)).isLessThan(1e-6);
        assertThat(share(split, 1, 6 * 11 + 8)).isGreaterThan(0.5);
        assertThat(share(split, 2, 11 + 8)).isGreaterThan(0.99);
    }

    private static double share(final float[][] split, final int part, final int cell) {
        return split[part][cell] / (split[0][cell] + split[1][cell] + split[2][cell]);
    }
}
