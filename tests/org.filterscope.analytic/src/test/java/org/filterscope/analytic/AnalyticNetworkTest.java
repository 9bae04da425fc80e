package org.filterscope.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.filterscope.analytic.Scene.Placed;
import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the analytic networks promise holds when they are run. Tolerance 1e-6 of values up to 1: single precision. */
class AnalyticNetworkTest {
    private static final int SIDE = 48;
    private static final int PARTS = 6;
    private static Nd4jExecutor executor;

    @BeforeAll
    static void load() throws Exception {
        executor = Nd4jExecutor.load();
    }

    @Test
    void aPartsFilterFiresAtThePartsCentreAndNowhereElse() {
        final AnalyticNetwork network = AnalyticNetwork.of(SIDE, PARTS, 3, Mixer.IDENTITY, 1);
        final Scene scene = new Scene(SIDE, List.of(new Placed(0, 10, 12), new Placed(4, 30, 30), new Placed(4, 10, 40)));
        try (NetworkSession session = executor.open(network.graph())) {
            final FeatureMaps parts = session.forward(scene.picture(network.templates()), Set.of("parts")).get("parts");
            for (int part = 0; part < PARTS; part++) {
                for (int i = 0; i < network.positions() * network.positions(); i++) {
                    final int row = i / network.positions() + Template.SIDE / 2;
                    final int col = i % network.positions() + Template.SIDE / 2;
                    final double expected = scene.parts().contains(new Placed(part, row, col)) ? AnalyticNetwork.PEAK : 0;
                    assertThat((double) parts.values()[parts.start(0, part) + i]).as("part %d at %d, %d", part, row, col)
                            .isCloseTo(expected, within(1e-6));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Mixer.class)
    void logitsAndContributionsAreThoseWrittenDown(final Mixer mixer) {
        final AnalyticNetwork network = AnalyticNetwork.of(SIDE, PARTS, 3, mixer, 2);
        final Random random = new Random(3);
        try (NetworkSession session = executor.open(network.graph())) {
            for (int i = 0; i < 10; i++) {
                final Scene scene = Scene.random(SIDE, PARTS, random);
                final FeatureMaps logits = session.forward(scene.picture(network.templates()), Set.of("logits")).get("logits");
                for (int label = 0; label < 3; label++) {
                    assertThat((double) logits.values()[label]).isCloseTo(network.logit(scene, label), within(1e-6));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Mixer.class)
    void ablatingAFilterTakesItsContributionAwayAndNothingElse(final Mixer mixer) {
        final AnalyticNetwork network = AnalyticNetwork.of(SIDE, PARTS, 3, mixer, 4);
        final Scene scene = new Scene(SIDE, List.of(new Placed(0, 10, 10), new Placed(1, 10, 30), new Placed(3, 30, 20)));
        final Pass pass = Pass.of(network.graph(), scene.picture(network.templates()));
        try (NetworkSession session = executor.open(network.graph())) {
            for (int filter = 0; filter < network.mixing().length; filter++) {
                final Map<String, FeatureMaps> ablated = session.run(pass.with(Edit.channel(network.graph(), "mixed", filter, 0)),
                        Set.of("logits"));
                for (int label = 0; label < 3; label++) {
                    assertThat((double) ablated.get("logits").values()[label])
                            .isCloseTo(network.logit(scene, label) - network.contribution(scene, filter, label), within(1e-6));
                }
            }
        }
    }

    @Test
    void theGradientAtAMapIsItsWeightOverThePositions() {
        final AnalyticNetwork network = AnalyticNetwork.of(SIDE, PARTS, 3, Mixer.ORTHOGONAL, 5);
        final Scene scene = Scene.random(SIDE, PARTS, new Random(6));
        try (NetworkSession session = executor.open(network.graph())) {
            final FeatureMaps gradient = session.gradients(Pass.of(network.graph(), scene.picture(network.templates())),
                    Target.logit(network.graph(), 1), Set.of("mixed"), ReluRule.GRADIENT).gradient("mixed");
            final double positions = (double) network.positions() * network.positions();
            for (int filter = 0; filter < PARTS; filter++) {
                assertThat((double) gradient.values()[gradient.start(0, filter) + 7])
                        .isCloseTo(network.head()[1][filter] / positions, within(1e-8));
            }
        }
    }

    @Test
    void aPositionSeesTheTemplate() throws Exception {
        final AnalyticNetwork network = AnalyticNetwork.of(SIDE, PARTS, 3, Mixer.MAXIMUM_OF_TWO, 7);
        final ReceptiveField field = new ReceptiveFields(network.graph()).vertical("mixed");
        assertThat(field.size()).isEqualTo(Template.SIDE);
        assertThat(field.from(AnalyticNetwork.position(20))).isEqualTo(20 - Template.SIDE / 2);
    }

    @Test
    void scenesWhosePartsWouldDisturbEachOtherAreRefused() {
        assertThatThrownBy(() -> new Scene(SIDE, List.of(new Placed(0, 10, 10), new Placed(1, 15, 15)))).hasMessageContaining("too near");
        assertThatThrownBy(() -> new Scene(SIDE, List.of(new Placed(0, 1, 10)))).hasMessageContaining("cut off");
    }
}
