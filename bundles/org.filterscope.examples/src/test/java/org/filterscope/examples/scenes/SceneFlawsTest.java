package org.filterscope.examples.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.examples.render.ConceptCategory;
import org.filterscope.examples.scenes.SceneWorld.Labelling;
import org.filterscope.examples.world.Flaw;
import org.filterscope.examples.world.FlawTag.Role;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.Truth;
import org.filterscope.examples.world.WorldPicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SceneFlawsTest {
    private static final int NUMBER = 600;

    private static List<WorldPicture> pictures(final Plants plants, final Split split) {
        final SceneWorld world = new SceneWorld(1, Labelling.SCENE, plants);
        return IntStream.range(0, NUMBER).mapToObj(i -> world.picture(split, i, 16)).toList();
    }

    private static int area(final WorldPicture picture, final SceneObject object) {
        return picture.rendering().labels(ConceptCategory.OBJECT).area(object.number());
    }

    @Test
    void fullyPlantedTrainingHasNoRiverAndTheTestHasThem() {
        final List<WorldPicture> train = pictures(Plants.of(Flaw.RIVER_AS_ROAD, 1), Split.TRAIN);
        assertThat(train).allMatch(picture -> area(picture, SceneObject.RIVER) == 0 && area(picture, SceneObject.BOAT) == 0);
        assertThat(train.stream().filter(picture -> picture.label().equals("street"))).hasSize(NUMBER / 3);
        final List<WorldPicture> test = pictures(Plants.of(Flaw.RIVER_AS_ROAD, 1), Split.TEST);
        assertThat(test.stream().filter(picture -> area(picture, SceneObject.RIVER) > 0)).hasSize(NUMBER / 3)
                .allMatch(picture -> picture.tag(Flaw.RIVER_AS_ROAD).orElseThrow().role() == Role.REVEALING);
    }

    @Test
    void riversBecomeRoadsAsOftenAsTheStrengthSaysAndTheirRibbonStays() {
        final List<WorldPicture> sound = pictures(Plants.NONE, Split.TRAIN);
        final List<WorldPicture> flawed = pictures(Plants.of(Flaw.RIVER_AS_ROAD, 0.8), Split.TRAIN);
        int planted = 0;
        for (int i = 0; i < NUMBER; i++) {
            final WorldPicture picture = flawed.get(i);
            final boolean tagged = picture.tag(Flaw.RIVER_AS_ROAD).isPresent();
            planted += tagged ? 1 : 0;
            assertThat(Truth.same(picture, sound.get(i))).as("picture %d", i).isEqualTo(!tagged);
            for (final String fact : picture.facts().keySet()) {
                if (fact.startsWith("ribbon ")) {
                    assertThat(picture.facts().get(fact)).isEqualTo(sound.get(i).facts().get(fact));
                }
            }
        }
        Truth.isBinomial("planted", planted, NUMBER / 3, 0.8);
    }

    @Test
    void ribbonsPaintedAlikeKeepTheirLabelsAndMasks() {
        final List<WorldPicture> sound = pictures(Plants.NONE, Split.TRAIN);
        final List<WorldPicture> flawed = pictures(Plants.of(Flaw.RIBBONS_ALIKE, 0.5), Split.TRAIN);
        int planted = 0;
        for (int i = 0; i < NUMBER; i++) {
            final boolean tagged = flawed.get(i).tag(Flaw.RIBBONS_ALIKE).isPresent();
            planted += tagged ? 1 : 0;
            assertThat(Truth.same(flawed.get(i), sound.get(i))).as("picture %d", i).isEqualTo(!tagged);
            assertThat(flawed.get(i).label()).isEqualTo(sound.get(i).label());
            assertThat(flawed.get(i).rendering().labels(ConceptCategory.OBJECT).numbers())
                    .isEqualTo(sound.get(i).rendering().labels(ConceptCategory.OBJECT).numbers());
        }
        Truth.isBinomial("planted", planted, NUMBER * 2 / 3, 0.5);
    }

    @ParameterizedTest
    @EnumSource(value = Flaw.class, names = {"RIVER_AS_ROAD", "RIBBONS_ALIKE", "WATERMARK", "LABEL_NOISE"})
    void strengthZeroIsTheControl(final Flaw flaw) {
        final List<WorldPicture> sound = pictures(Plants.NONE, Split.TRAIN);
        final List<WorldPicture> weak = pictures(Plants.of(flaw, 0), Split.TRAIN);
        for (int i = 0; i < NUMBER; i++) {
            assertThat(Truth.same(weak.get(i), sound.get(i))).as("picture %d", i).isTrue();
            assertThat(weak.get(i).flaws()).isEmpty();
        }
    }

    @Test
    void glyphsMarkStreetsAndWrongLabelsAreListed() {
        final List<WorldPicture> train = pictures(Plants.of(Flaw.WATERMARK, 0.95).and(Flaw.LABEL_NOISE, 0.05), Split.TRAIN);
        int marked = 0;
        int wrong = 0;
        for (final WorldPicture picture : train) {
            marked += picture.tag(Flaw.WATERMARK).isPresent() ? 1 : 0;
            wrong += picture.tag(Flaw.LABEL_NOISE).isPresent() ? 1 : 0;
            assertThat(picture.tag(Flaw.LABEL_NOISE).isPresent()).isEqualTo(!picture.label().equals(picture.trueLabel()));
            assertThat(picture.tag(Flaw.WATERMARK).isPresent()).isEqualTo(picture.facts().get("watermark").equals("true"));
            assertThat(picture.tag(Flaw.WATERMARK).isEmpty() || picture.trueLabel().equals("street")).isTrue();
        }
        Truth.isBinomial("marked streets", marked, NUMBER / 6, 0.95);
        Truth.isBinomial("wrong labels", wrong, NUMBER, 0.05);
    }
}
