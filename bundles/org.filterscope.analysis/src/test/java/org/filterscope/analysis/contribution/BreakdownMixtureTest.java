package org.filterscope.analysis.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.Engines;
import org.filterscope.analysis.classes.StoredMaps;
import org.filterscope.analysis.graph.GraphMaps;
import org.filterscope.analysis.graph.LayerMiner;
import org.filterscope.analysis.graph.MapGrid;
import org.filterscope.analysis.graph.MiningOptions;
import org.filterscope.analysis.graph.PatternFinder;
import org.filterscope.analysis.graph.PatternLayer;
import org.filterscope.analysis.graph.ResponseScales;
import org.filterscope.analytic.AnalyticNetwork;
import org.filterscope.analytic.Mixer;
import org.filterscope.analytic.Scene;
import org.filterscope.analytic.Scene.Placed;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.trace.Breakdown;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.graph.Tensor;
import org.junit.jupiter.api.Test;

/** Networks whose predictions rest on parts and on textures in known shares: parts in one place a picture, textures all over it. */
class BreakdownMixtureTest {
    private static final int SIDE = 128;
    private static final int PICTURES = 60;
    private static final int TRACED = 10;
    private static final int SEEDS = 3;
    private static final int[][] PLACES = { { 24, 24 }, { 100, 100 }, { 24, 100 }, { 100, 24 } };
    /** As the acceptance matrix asks: mean over three seeds. */
    private static final double TOLERANCE = 0.07;

    /** Filters 0 and 1 see a part each, filters 2 and 3 a texture each: what differs are their weights. */
    @Test
    void sharesOfFiltersForPartsAndForTexturesAreFound() throws Exception {
        double last = -1;
        for (final double share : List.of(0.0, 0.2, 0.5, 0.8, 1.0)) {
            double mean = 0;
            for (long seed = 1; seed <= SEEDS; seed++) {
                final AnalyticNetwork network = AnalyticNetwork.of(SIDE, 4, 2, Mixer.IDENTITY, seed);
                mean += parts(network, weighted(network.graph(), share),
                        random -> scene(random, new int[] {0, 1}, new int[] {2, 3, 2, 3, 2, 3, 2, 3}),
                        MiningOptions.wide(seed), seed) / SEEDS;
            }
            assertThat(mean).as("a share of %s", share).isCloseTo(share, within(TOLERANCE)).isGreaterThan(last);
            last = mean;
        }
    }

    /** One filter sees parts and texture alike: what differs is how many there are. */
    @Test
    void sharesWithinAFilterThatMixesBothAreFound() throws Exception {
        double last = -1;
        for (final int[] mix : List.of(new int[] {0, 6}, new int[] {1, 4}, new int[] {2, 2}, new int[] {4, 1}, new int[] {4, 0})) {
            double mean = 0;
            for (long seed = 1; seed <= SEEDS; seed++) {
                final AnalyticNetwork network = AnalyticNetwork.of(SIDE, 2, 2, Mixer.MAXIMUM_OF_TWO, seed);
                final int[] specks = IntStream.range(0, mix[1]).map(i -> 1).toArray();
                mean += parts(network, network.graph(), random -> scene(random, new int[mix[0]], specks), MiningOptions.published(seed), seed)
                        / SEEDS;
            }
            final double share = mix[0] / (double) (mix[0] + mix[1]);
            assertThat(mean).as("a share of %s", share).isCloseTo(share, within(TOLERANCE)).isGreaterThan(last);
            last = mean;
        }
    }

    /** Draws pictures. */
    private interface Scenes {
        Scene next(Random random);
    }

    /** Mean share of parts over pictures that the graph was not mined from. */
    private static double parts(final AnalyticNetwork network, final NetworkGraph graph, final Scenes scenes, final MiningOptions options,
            final long seed) throws Exception {
        final Random random = new Random(seed);
        try (NetworkSession session = Engines.all().getFirst().open(graph)) {
            final List<float[]> pictures = IntStream.range(0, PICTURES).mapToObj(i -> scenes.next(random).picture(network.templates()).values())
                    .toList();
            final GraphPatterns patterns = new GraphPatterns(List.of(band(session, pictures, options)), false, "");
            double mean = 0;
            for (int i = 0; i < TRACED; i++) {
                final Breakdown found = breakdown(session, scenes.next(random).picture(network.templates()), patterns);
                assertThat(found.parts() + found.textures() + found.unexplained()).isCloseTo(1, within(1e-9));
                mean += found.parts() / TRACED;
            }
            return mean;
        }
    }

    /** @param parts with a jitter of four pixels around their places; @param specks anywhere */
    private static Scene scene(final Random random, final int[] parts, final int[] specks) {
        final List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            placed.add(new Placed(parts[i], PLACES[i][0] + random.nextInt(-4, 5), PLACES[i][1] + random.nextInt(-4, 5)));
        }
        while (placed.size() < parts.length + specks.length) {
            final List<Placed> more = new ArrayList<>(placed);
            more.add(new Placed(specks[placed.size() - parts.length], random.nextInt(8, SIDE - 8), random.nextInt(8, SIDE - 8)));
            try {
                placed.add(new Scene(SIDE, more).parts().getLast());
            } catch (final IllegalArgumentException e) {
                // Too near to another: somewhere else.
                continue;
            }
        }
        return new Scene(SIDE, placed);
    }

    /** All responses are alike: two of parts, eight of textures, of which half speak against the class. */
    private static NetworkGraph weighted(final NetworkGraph graph, final double share) throws Exception {
        final float part = (float) (share / 2);
        final float texture = (float) ((1 - share) / 8);
        final List<Node> nodes = new ArrayList<>(graph.nodes());
        nodes.replaceAll(node -> node.name().equals("logits") ? new Node("logits",
                new Dense(new Tensor(List.of(2, 4), new float[] {part, part, -texture, texture, 0, 0, 0, 0}), Tensor.vector(0, 0)), node.inputs())
                : node);
        return new NetworkGraph("test", nodes);
    }

    private static GraphBand band(final NetworkSession session, final List<float[]> pictures, final MiningOptions options) throws Exception {
        final StoredMaps maps = StoredMaps.of(session, "mixed", pictures);
        final ReceptiveFields fields = new ReceptiveFields(session.graph());
        final GraphMaps of = new GraphMaps("mixed", MapGrid.of(maps.shape(), fields.vertical("mixed"), fields.horizontal("mixed")), maps, null,
                ResponseScales.of(maps, Progress.NONE));
        final PatternLayer layer = new LayerMiner(options, 2, 1 << 24).mine(of, 20, null, Progress.NONE, 1);
        return GraphBand.of(layer, null, new PatternFinder(2, 1 << 24).shares(layer, of, null, Progress.NONE).concentration());
    }

    private static Breakdown breakdown(final NetworkSession session, final FeatureMaps picture, final GraphPatterns patterns) throws Exception {
        final ShownPicture shown = new ShownPicture(session, new ClassOutputs(session.graph(), List.of("a", "b"), maps -> maps, true), picture);
        final Map<String, LayerPatterns> found = patterns.on(shown, 1, 1 << 24, Progress.NONE);
        return new PartBreakdown("mixed", shown.contribution("mixed", 0, true, Progress.NONE).positions()).of(found.get("mixed"),
                session.graph().shape("mixed").channels()).orElseThrow();
    }
}
