package org.filterscope.examples.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.filterscope.examples.dataset.PixelChecksum;
import org.filterscope.examples.geometry.Bounds;
import org.filterscope.examples.geometry.Shape;
import org.filterscope.examples.random.RandomStream;
import org.filterscope.examples.render.ConceptCategory;
import org.filterscope.examples.render.Element;
import org.filterscope.examples.render.LabelMap;
import org.filterscope.examples.render.Scene;
import org.filterscope.examples.scenes.SceneWorld.Labelling;
import org.filterscope.examples.world.CounterfactualPair;
import org.filterscope.examples.world.Flaw;
import org.filterscope.examples.world.Landmark;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.Truth;
import org.filterscope.examples.world.WorldPicture;
import org.junit.jupiter.api.Test;

class SceneWorldTest {
    private static final int SIZE = 64;
    private final SceneWorld world = new SceneWorld(1, Labelling.SCENE, Plants.NONE);

    @Test
    void masksCoverExactlyWhatIsDrawn() {
        for (int i = 0; i < 12; i++) {
            Truth.masksAreWhatIsDrawn(world.scene(Split.TRAIN, i), world.picture(Split.TRAIN, i, SIZE), world.concepts(), SIZE);
        }
    }

    @Test
    void everyClassGetsEverySixthPictureAndIsWhatTheRuleSaysOfTheMask() {
        for (int i = 0; i < 300; i++) {
            final WorldPicture picture = world.picture(Split.TEST, i, SIZE);
            assertThat(picture.label()).isEqualTo(world.classes().get(i % 6)).isEqualTo(picture.trueLabel());
            final LabelMap objects = picture.rendering().labels(ConceptCategory.OBJECT);
            // Names the class by what can be seen, without looking at how the scene was made.
            final String seen = seen(objects, SceneObject.RIVER) ? seen(objects, SceneObject.BOAT) ? "harbour" : "valley"
                    : seen(objects, SceneObject.ROAD) ? seen(objects, SceneObject.CAR) ? "street" : "lane"
                            : seen(objects, SceneObject.BUILDING) ? "village" : "meadow";
            assertThat(seen).as("picture %d", i).isEqualTo(picture.label());
        }
    }

    private static boolean seen(final LabelMap objects, final SceneObject object) {
        return objects.area(object.number()) > 0;
    }

    @Test
    void everyRibbonHasThreeLandmarksAndThoseThatAreSeenLieOnIt() {
        int visible = 0;
        int on = 0;
        for (int i = 0; i < 300; i++) {
            final WorldPicture picture = world.picture(Split.TEST, i, SIZE);
            final LabelMap objects = picture.rendering().labels(ConceptCategory.OBJECT);
            final boolean ribbon = seen(objects, SceneObject.ROAD) || seen(objects, SceneObject.RIVER);
            assertThat(picture.landmarks()).extracting(Landmark::name)
                    .isEqualTo(ribbon ? List.of("ribbon far", "ribbon middle", "ribbon near") : List.of());
            for (final Landmark landmark : picture.landmarks()) {
                if (landmark.visible()) {
                    visible++;
                    final int there = objects.at((int) landmark.row(), (int) landmark.col());
                    on += there == SceneObject.ROAD.number() || there == SceneObject.RIVER.number() ? 1 : 0;
                }
            }
        }
        // Two pictures in three have a ribbon; cars and boats hide some places.
        assertThat(visible).isBetween(400, 600);
        // A pixel belongs to what covers most of it: beside a car that may be the car.
        assertThat(on).isGreaterThan(visible * 97 / 100);
    }

    @Test
    void roadsAndRiversTakeEightToTwentyHundredthsOfThePicture() {
        for (int i = 0; i < 600; i++) {
            final LabelMap objects = world.picture(Split.TEST, i, SIZE).rendering().labels(ConceptCategory.OBJECT);
            final double area = (objects.area(SceneObject.ROAD.number()) + objects.area(SceneObject.RIVER.number())) / (double) (SIZE * SIZE);
            assertThat(area == 0 || area >= 0.08 && area <= 0.2).as("area %s of picture %d", area, i).isTrue();
        }
    }

    /** Typical pictures: the median of those that show the thing. Crowded villages and hidden trees lie outside. */
    @Test
    void thingsTakeAHalfToEightHundredths() {
        final Map<SceneObject, List<Double>> areas = new TreeMap<>();
        for (int i = 0; i < 300; i++) {
            final LabelMap objects = world.picture(Split.TEST, i, SIZE).rendering().labels(ConceptCategory.OBJECT);
            for (final SceneObject object : List.of(SceneObject.BUILDING, SceneObject.TREE, SceneObject.CAR, SceneObject.BOAT, SceneObject.LAMP)) {
                if (seen(objects, object)) {
                    areas.computeIfAbsent(object, key -> new ArrayList<>()).add(objects.area(object.number()) / (double) (SIZE * SIZE));
                }
            }
        }
        assertThat(areas).hasSize(5);
        areas.forEach((object, list) -> {
            Collections.sort(list);
            assertThat(list.get(list.size() / 2)).as("%s", object).isBetween(0.005, 0.08);
        });
    }

    /** Both lower corners of every wheel, and the middle of every keel. */
    @Test
    void carsStandOnRoadsOnlyAndBoatsOnRiversOnly() {
        int wheels = 0;
        int hulls = 0;
        for (int i = 0; i < 300; i++) {
            final Scene scene = world.scene(Split.TRAIN, i);
            for (final Element element : scene.elements()) {
                final Bounds bounds = element.shape().bounds();
                if (element.identity().part() == ScenePart.WHEEL.number()) {
                    wheels++;
                    assertThat(ribbon(scene, SceneObject.ROAD).distance(bounds.left(), bounds.bottom())).as("picture %d", i).isNegative();
                    assertThat(ribbon(scene, SceneObject.ROAD).distance(bounds.right(), bounds.bottom())).as("picture %d", i).isNegative();
                } else if (element.identity().part() == ScenePart.HULL.number()) {
                    hulls++;
                    assertThat(ribbon(scene, SceneObject.RIVER).distance((bounds.left() + bounds.right()) / 2, bounds.bottom()))
                            .as("picture %d", i).isNegative();
                }
            }
        }
        assertThat(wheels).isGreaterThanOrEqualTo(100);
        assertThat(hulls).isGreaterThanOrEqualTo(50);
    }

    private static Shape ribbon(final Scene scene, final SceneObject kind) {
        return scene.elements().stream().filter(element -> element.identity().object() == kind.number()).findFirst().orElseThrow().shape();
    }

    @Test
    void perspectiveHolds() {
        for (int i = 0; i < 200; i++) {
            final Ribbon ribbon = Ribbon.draw(0.4, new RandomStream(5, i, "ribbon"));
            assertThat(ribbon.half(0)).isLessThan(0.02);
            assertThat(ribbon.half(1)).isGreaterThan(0.1);
            assertThat(ribbon.along(0.9) - ribbon.along(1)).isLessThan(ribbon.along(0.5) - ribbon.along(0.6));
        }
    }

    /** The heart of F1: the same picture but for the ribbon's paint. */
    @Test
    void pairsDifferInsideTheRibbonAlone() {
        for (int i = 0; i < 24; i++) {
            final CounterfactualPair pair = world.pair(Flaw.RIVER_AS_ROAD, i, SIZE);
            final LabelMap road = pair.first().rendering().labels(ConceptCategory.OBJECT);
            final LabelMap river = pair.second().rendering().labels(ConceptCategory.OBJECT);
            assertThat(river.mask(SceneObject.RIVER.number())).isEqualTo(road.mask(SceneObject.ROAD.number()));
            assertThat(pair.first().label()).isEqualTo("lane");
            assertThat(pair.second().label()).isEqualTo("valley");
            final int[] ribbon = Truth.samples(world.pairScene(i), ConceptCategory.OBJECT, SceneObject.ROAD.number(), SIZE);
            int wholly = 0;
            int changed = 0;
            for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
                final boolean same = same(pair, pixel);
                if (ribbon[pixel] == 0) {
                    assertThat(same).as("pixel %d of pair %d", pixel, i).isTrue();
                } else if (ribbon[pixel] == 16) {
                    wholly++;
                    changed += same ? 0 : 1;
                }
            }
            assertThat(changed).as("pair %d", i).isEqualTo(wholly);
        }
    }

    private static boolean same(final CounterfactualPair pair, final int pixel) {
        return IntStream.range(0, 3).allMatch(colour -> pair.first().rendering().image().value(pixel / SIZE, pixel % SIZE, colour)
                == pair.second().rendering().image().value(pixel / SIZE, pixel % SIZE, colour));
    }

    @Test
    void aPictureDependsOnNeitherOthersNorThreads() {
        final List<String> alone = IntStream.range(0, 48).mapToObj(i -> checksum(new SceneWorld(1, Labelling.SCENE, Plants.NONE), i)).toList();
        final List<String> together = IntStream.range(0, 48).parallel().map(i -> 47 - i).mapToObj(i -> checksum(world, i)).toList().reversed();
        assertThat(together).isEqualTo(alone).doesNotHaveDuplicates();
    }

    @Test
    void labelsByRibbonChangeTheLabelAlone() {
        final SceneWorld ribbons = new SceneWorld(1, Labelling.RIBBON, Plants.NONE);
        assertThat(IntStream.range(0, 6).mapToObj(i -> ribbons.picture(Split.TRAIN, i, 16).label())).containsExactly("river", "river", "road", "road",
                "neither", "neither");
        assertThat(checksum(ribbons, 3)).isEqualTo(checksum(world, 3));
    }

    private static String checksum(final SceneWorld world, final int index) {
        return PixelChecksum.of(world.picture(Split.TRAIN, index, SIZE).rendering());
    }

    @Test
    void flawsOfAnimalsAreRefused() {
        assertThatThrownBy(() -> new SceneWorld(1, Labelling.SCENE, Plants.of(Flaw.TWIN_EYES, 1))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("F9 cannot be planted into SceneWorld");
    }
}
