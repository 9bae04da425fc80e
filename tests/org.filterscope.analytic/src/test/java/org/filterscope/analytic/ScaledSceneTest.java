package org.filterscope.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.analytic.ScaledScene.Placed;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What scenes of random scale promise holds when the network is run on them. Tolerance 1e-6 of values up to 1: single precision. */
class ScaledSceneTest {
    private static final int SIDE = 48;
    private static final int PARTS = 6;
    private static Nd4jExecutor executor;
    private static AnalyticNetwork network;

    @BeforeAll
    static void load() throws Exception {
        network = AnalyticNetwork.scaled(SIDE, PARTS, 3, Mixer.IDENTITY, 1);
        executor = Nd4jExecutor.load();
    }

    /** Maps of layer {@code parts}: [part][position]. */
    private static double[][] maps(final ScaledScene scene) {
        try (NetworkSession session = executor.open(network.graph())) {
            final FeatureMaps maps = session.forward(scene.picture(network.templates()), Set.of("parts")).get("parts");
            return IntStream.range(0, PARTS).mapToObj(part -> IntStream.range(0, network.positions() * network.positions())
                    .mapToDouble(i -> maps.values()[maps.start(0, part) + i]).toArray()).toArray(double[][]::new);
        }
    }

    private static int strongest(final double[] map) {
        return IntStream.range(0, map.length).reduce((a, b) -> map[b] > map[a] ? b : a).orElseThrow();
    }

    @Test
    void everyPositionOfEveryMapIsTheOneWrittenDown() {
        final Random random = new Random(2);
        for (int i = 0; i < 5; i++) {
            final ScaledScene scene = ScaledScene.random(SIDE, PARTS, random);
            final double[][] maps = maps(scene);
            for (int part = 0; part < PARTS; part++) {
                for (int position = 0; position < maps[part].length; position++) {
                    final int row = position / network.positions() + Template.SIDE / 2;
                    final int col = position % network.positions() + Template.SIDE / 2;
                    assertThat(maps[part][position]).as("part %d at %d, %d", part, row, col)
                            .isCloseTo(scene.at(network.templates(), part, row, col), within(1e-6));
                }
            }
        }
    }

    /** All parts at all scales, one a picture. */
    @Test
    void thePeakLiesWithinOnePositionOfTheCentreAndOtherFiltersAreSilent() {
        for (int part = 0; part < PARTS; part++) {
            for (final Scale scale : Scale.all()) {
                final double[][] maps = maps(new ScaledScene(SIDE, List.of(new Placed(part, 20, 27, scale))));
                final int peak = strongest(maps[part]);
                assertThat(Math.abs(peak / network.positions() - AnalyticNetwork.position(20))).as("rows").isLessThanOrEqualTo(1);
                assertThat(Math.abs(peak % network.positions() - AnalyticNetwork.position(27))).as("columns").isLessThanOrEqualTo(1);
                for (int other = 0; other < PARTS; other++) {
                    if (other != part) {
                        assertThat(maps[other]).as("filter %d on part %d at %s", other, part, scale).containsOnly(0);
                    }
                }
            }
        }
    }

    @Test
    void thePeakIsThatOfTheFirstVersionAtScaleOneAndFallsOnBothSides() {
        for (int part = 0; part < PARTS; part++) {
            double before = 0;
            for (final Scale scale : Scale.all()) {
                final double[] map = maps(new ScaledScene(SIDE, List.of(new Placed(part, 24, 24, scale))))[part];
                final double peak = map[strongest(map)];
                assertThat(peak).isGreaterThanOrEqualTo(ScaledTemplates.LOWEST - AnalyticNetwork.THRESHOLD - 1e-6);
                if (scale.thirtySeconds() == 32) {
                    assertThat(peak).isCloseTo(AnalyticNetwork.PEAK, within(1e-6));
                }
                if (scale.thirtySeconds() > Scale.SMALLEST) {
                    assertThat(scale.thirtySeconds() <= 32 ? peak - before : before - peak).as("%s", scale).isGreaterThan(-1e-6);
                }
                before = peak;
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Mixer.class)
    void logitsAreThoseWrittenDown(final Mixer mixer) {
        final AnalyticNetwork mixed = AnalyticNetwork.scaled(SIDE, PARTS, 3, mixer, 3);
        final Random random = new Random(4);
        try (NetworkSession session = executor.open(mixed.graph())) {
            for (int i = 0; i < 10; i++) {
                final ScaledScene scene = ScaledScene.random(SIDE, PARTS, random);
                final FeatureMaps logits = session.forward(scene.picture(mixed.templates()), Set.of("logits")).get("logits");
                for (int label = 0; label < 3; label++) {
                    assertThat((double) logits.values()[label]).isCloseTo(mixed.logit(scene, label), within(1e-6));
                }
            }
        }
    }

    @Test
    void scenesWhosePartsWouldDisturbEachOtherAndScalesOutOfRangeAreRefused() {
        final Scale one = new Scale(32);
        assertThatThrownBy(() -> new ScaledScene(SIDE, List.of(new Placed(0, 10, 10, one), new Placed(1, 20, 20, one))))
                .hasMessageContaining("too near");
        assertThatThrownBy(() -> new ScaledScene(SIDE, List.of(new Placed(0, 3, 10, one)))).hasMessageContaining("cut off");
        assertThatThrownBy(() -> new Scale(39)).hasMessage("scales are 27/32 to 38/32, not 39/32");
    }
}
