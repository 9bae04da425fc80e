package org.filterscope.analysis.dissection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.analysis.concepts.Concept;
import org.filterscope.analytic.AnalyticNetwork;
import org.filterscope.analytic.Mixer;
import org.filterscope.analytic.Scene;
import org.filterscope.analytic.Template;
import org.filterscope.core.configuration.DissectionSettings;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.examples.render.ConceptCategory;
import org.filterscope.examples.render.LabelMap;
import org.filterscope.examples.scenes.SceneWorld;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;
import org.junit.jupiter.api.Test;

/** Filters of which it is known what they stand for, on pictures of which it is known what they show. */
class KnownTruthTest {
    private static final int SIDE = 64;
    private static final int PICTURES = 120;
    /** Input pixels a position of an oracle's map. */
    private static final int STRIDE = 2;

    /** Every filter of matched templates fires at its part's centre alone; masks are the squares in which the parts were drawn. */
    @Test
    void aNetworkOfMatchedFiltersGetsTheNamesOfItsParts() throws Exception {
        final int parts = 6;
        final AnalyticNetwork network = AnalyticNetwork.of(SIDE, parts, 2, Mixer.IDENTITY, 1);
        final Shape shape = network.graph().shape("mixed");
        final ReceptiveFields fields = new ReceptiveFields(network.graph());
        final Random random = new Random(1);
        final List<float[]> maps = new ArrayList<>();
        final List<short[]> labels = new ArrayList<>();
        final long[] active = new long[parts];
        final long[] drawn = new long[parts];
        try (NetworkSession session = Nd4jExecutor.load().open(network.graph())) {
            for (int picture = 0; picture < PICTURES; picture++) {
                final Scene scene = Scene.random(SIDE, parts, random);
                maps.add(session.forward(scene.picture(network.templates()), Set.of("mixed")).get("mixed").values());
                labels.add(squares(scene));
                scene.parts().forEach(placed -> {
                    active[placed.part()] += reach(placed.row()) * reach(placed.col());
                    drawn[placed.part()]++;
                });
            }
        }
        final List<Concept> concepts = IntStream.range(0, parts).mapToObj(part -> new Concept("part " + part, "part")).toList();
        final LayerDissection found = new Dissection(DissectionSettings.DEFAULT, 1).run(
                new DissectedLayer("mixed", shape, network.graph().input(), fields.vertical("mixed"), fields.horizontal("mixed")),
                List.of(new ConceptMaps(new MemoryMaps(shape, maps), List.of(new MemoryConcepts("parts", concepts, labels)))), Progress.NONE);
        for (int part = 0; part < parts; part++) {
            final Scores scores = found.scores().get(part);
            assertThat(scores.text(Score.LABEL)).contains("part " + part);
            assertThat(scores.number(Score.IOU)).hasValue((double) active[part] / (drawn[part] * Template.SIDE * Template.SIDE));
            assertThat(scores.number(Score.LABEL_P).orElseThrow()).isLessThan(0.05);
        }
    }

    /** Pixels that the active position at a part's centre stands for: itself, and at the rim all those outside of the outermost positions. */
    private static int reach(final int centre) {
        final int rim = Template.SIDE / 2;
        return centre == rim || centre == SIDE - 1 - rim ? rim + 1 : 1;
    }

    private static short[] squares(final Scene scene) {
        final short[] labels = new short[SIDE * SIDE];
        Arrays.fill(labels, (short) -1);
        scene.parts().forEach(placed -> {
            for (int i = 0; i < Template.SIDE * Template.SIDE; i++) {
                labels[(placed.row() - Template.SIDE / 2 + i / Template.SIDE) * SIDE + placed.col() - Template.SIDE / 2 + i % Template.SIDE] =
                        (short) placed.part();
            }
        });
        return labels;
    }

    /** Mean over three seeds: at least 95 % of the oracles, one for each object and part that is there, get the name of their concept. */
    @Test
    void oraclesOfDrawnScenesGetTheNamesOfTheirConcepts() throws Exception {
        int right = 0;
        int all = 0;
        for (long seed = 1; seed <= 3; seed++) {
            for (final ConceptCategory category : List.of(ConceptCategory.OBJECT, ConceptCategory.PART)) {
                final SceneWorld world = new SceneWorld(seed, SceneWorld.Labelling.SCENE, Plants.NONE);
                final List<Concept> concepts = world.concepts().names(category).stream().map(name -> new Concept(name, category.label())).toList();
                final List<Scores> scores = oracles(world, category, concepts);
                for (int concept = 0; concept < concepts.size(); concept++) {
                    right += scores.get(concept).text(Score.LABEL).orElse("").equals(concepts.get(concept).name()) ? 1 : 0;
                    all++;
                }
            }
        }
        assertThat((double) right / all).as("%d of %d", right, all).isGreaterThanOrEqualTo(0.95);
    }

    private static List<Scores> oracles(final SceneWorld world, final ConceptCategory category, final List<Concept> concepts) throws Exception {
        final int side = SIDE / STRIDE;
        final ReceptiveField field = new ReceptiveField(STRIDE, 0, STRIDE - 1);
        final DissectedLayer layer = new DissectedLayer("oracles", new Shape(concepts.size(), side, side), new Shape(3, SIDE, SIDE), field, field);
        final Random noise = new Random(world.seed());
        final List<float[]> maps = new ArrayList<>();
        final List<short[]> labels = new ArrayList<>();
        for (int picture = 0; picture < PICTURES; picture++) {
            final LabelMap mask = world.picture(Split.TEST, picture, SIDE).rendering().labels(category);
            final short[] shown = new short[SIDE * SIDE];
            final float[] values = new float[concepts.size() * side * side];
            for (int i = 0; i < shown.length; i++) {
                shown[i] = (short) (mask.at(i / SIDE, i % SIDE) - 1);
                if (shown[i] >= 0) {
                    values[(shown[i] * side + i / SIDE / STRIDE) * side + i % SIDE / STRIDE] += 1F / STRIDE / STRIDE;
                }
            }
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) Math.max(0, values[i] + 0.1 * noise.nextGaussian());
            }
            maps.add(values);
            labels.add(shown);
        }
        return new Dissection(DissectionSettings.DEFAULT, 1).run(layer, List.of(new ConceptMaps(new MemoryMaps(layer.maps(), maps),
                List.of(new MemoryConcepts(category.label(), concepts, labels)))), Progress.NONE).scores();
    }
}
