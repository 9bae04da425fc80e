package org.filterscope.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.Engines;
import org.filterscope.analysis.classes.StoredMaps;
import org.filterscope.analytic.AnalyticNetwork;
import org.filterscope.analytic.Mixer;
import org.filterscope.analytic.Scene;
import org.filterscope.analytic.Scene.Placed;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.ReceptiveFields;
import org.junit.jupiter.api.Test;

/** Filters of a network that fire for a head or a leg, whichever is there: the graph takes them apart. */
class MixedFilterTest {
    private static final int SIDE = 64;
    private static final int PICTURES = 120;
    private static final int FILTERS = 2;
    /** Where the parts lie about, in pixels: heads above, legs below. */
    private static final int[][] PLACES = { { 14, 14 }, { 48, 18 }, { 16, 46 }, { 50, 48 } };

    @Test
    void everyPartHasAPurePatternThoughNoFilterIsPure() throws Exception {
        final AnalyticNetwork network = AnalyticNetwork.of(SIDE, 2 * FILTERS, 2, Mixer.MAXIMUM_OF_TWO, 1);
        final Random random = new Random(6);
        final List<Scene> scenes = IntStream.range(0, PICTURES).mapToObj(i -> scene(random)).toList();
        try (NetworkSession session = Engines.all().getFirst().open(network.graph())) {
            final StoredMaps maps = StoredMaps.of(session, "mixed",
                    scenes.stream().map(scene -> scene.picture(network.templates()).values()).toList());
            final ReceptiveFields fields = new ReceptiveFields(network.graph());
            final MapGrid grid = MapGrid.of(maps.shape(), fields.vertical("mixed"), fields.horizontal("mixed"));
            final PatternLayer layer = new LayerMiner(MiningOptions.published(1), 2, 1 << 24).mine(
                    new GraphMaps("mixed", grid, maps, null, ResponseScales.of(maps, Progress.NONE)), 20, null, Progress.NONE, 1);
            for (int filter = 0; filter < FILTERS; filter++) {
                assertThat(rawPurity(scenes, maps, grid, filter)).isBetween(0.4, 0.7);
                for (int part = 2 * filter; part <= 2 * filter + 1; part++) {
                    final int one = part;
                    final int of = filter;
                    assertThat(IntStream.range(0, layer.patterns().size()).filter(v -> layer.patterns().get(v).filter() == of)
                            .mapToDouble(v -> purity(scenes, layer, v, one)).max().orElse(0)).as("part %d", part).isGreaterThanOrEqualTo(0.95);
                }
            }
        }
    }

    /** Head and leg of a filter are each there on two of three pictures. */
    private static Scene scene(final Random random) {
        final List<Placed> placed = new ArrayList<>();
        for (int filter = 0; filter < FILTERS; filter++) {
            final int which = random.nextInt(3);
            for (int part = 2 * filter; part <= 2 * filter + 1; part++) {
                if (which != part % 2) {
                    placed.add(new Placed(part, PLACES[part][0] + random.nextInt(-4, 5), PLACES[part][1] + random.nextInt(-4, 5)));
                }
            }
        }
        return new Scene(SIDE, placed);
    }

    /** Share of the pictures on which the pattern fires where it lies on that part; 0 where it fires on fewer than a quarter of them. */
    private static double purity(final List<Scene> scenes, final PatternLayer layer, final int v, final int part) {
        final Inferences found = layer.inferences();
        final int[] firing = IntStream.range(0, PICTURES).filter(picture -> found.activations()[found.at(v, picture)] > 0).toArray();
        if (firing.length < PICTURES / 4) {
            return 0;
        }
        return (double) Arrays.stream(firing).filter(picture -> isAt(scenes.get(picture), part, found.rows()[found.at(v, picture)],
                found.cols()[found.at(v, picture)])).count() / firing.length;
    }

    private static boolean isAt(final Scene scene, final int part, final double row, final double col) {
        return scene.parts().stream().anyMatch(placed -> placed.part() == part && Math.hypot(placed.row() - row, placed.col() - col) < 0.5);
    }

    /** Share of the filter's own peaks that lie on the part where most of them lie; of peaks as high, as many on each. */
    private static double rawPurity(final List<Scene> scenes, final StoredMaps maps, final MapGrid grid, final int filter) {
        final double[] shares = new double[2];
        for (int picture = 0; picture < PICTURES; picture++) {
            final float[] values = maps.values().get(picture);
            float highest = 0;
            for (int cell = 0; cell < grid.cells(); cell++) {
                highest = Math.max(highest, values[filter * grid.cells() + cell]);
            }
            final float peak = highest;
            final int[] peaks = IntStream.range(0, grid.cells()).filter(cell -> values[filter * grid.cells() + cell] >= 0.999f * peak).toArray();
            for (int part = 0; part < 2; part++) {
                for (final int cell : peaks) {
                    shares[part] += isAt(scenes.get(picture), 2 * filter + part, grid.row(cell), grid.col(cell)) ? 1.0 / peaks.length : 0;
                }
            }
        }
        return Math.max(shares[0], shares[1]) / PICTURES;
    }
}
