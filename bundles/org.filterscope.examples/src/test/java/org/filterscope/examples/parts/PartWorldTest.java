package org.filterscope.examples.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.filterscope.examples.dataset.PixelChecksum;
import org.filterscope.examples.geometry.Point;
import org.filterscope.examples.render.ConceptCategory;
import org.filterscope.examples.render.Element;
import org.filterscope.examples.render.LabelMap;
import org.filterscope.examples.render.ObjectBox;
import org.filterscope.examples.render.RgbImage;
import org.filterscope.examples.render.Scene;
import org.filterscope.examples.world.Flaw;
import org.filterscope.examples.world.Landmark;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.Truth;
import org.filterscope.examples.world.WorldPicture;
import org.junit.jupiter.api.Test;

class PartWorldTest {
    private static final int SIZE = 64;
    private final PartWorld world = new PartWorld(1, PartWorldSettings.USUAL, Plants.NONE);

    @Test
    void masksCoverExactlyWhatIsDrawn() {
        for (int i = 0; i < 12; i++) {
            Truth.masksAreWhatIsDrawn(world.scene(Split.TRAIN, i), world.picture(Split.TRAIN, i, SIZE), world.concepts(), SIZE);
        }
    }

    /** Parts as small as an eye share their pixel with others, so what counts is that the part is drawn in the landmark's pixel. */
    @Test
    void aVisibleLandmarkLiesOnItsPart() {
        for (int i = 0; i < 60; i++) {
            final WorldPicture picture = world.picture(Split.TEST, i, SIZE);
            final Scene scene = world.scene(Split.TEST, i);
            for (final Landmark landmark : picture.landmarks()) {
                final int part = part(landmark);
                final int pixel = (int) landmark.row() * SIZE + (int) landmark.col();
                final Point place = Truth.point(landmark, SIZE);
                if (landmark.visible()) {
                    assertThat(Truth.samples(scene, ConceptCategory.PART, part, SIZE)[pixel]).as("%s of picture %d", landmark, i).isPositive();
                } else if (landmark.state() == Landmark.State.OCCLUDED) {
                    assertThat(scene.seenAt(place.x(), place.y()).identity().part()).isNotEqualTo(part);
                }
            }
        }
    }

    /** The smallest heads are five pixels wide, and an eye may take most of the centre's pixel. */
    @Test
    void centresOfHeadAndTorsoAreSeenAndLieInTheirMasks() {
        final PartWorld open = new PartWorld(1, new PartWorldSettings(0.05, 0, false, false, false), Plants.NONE);
        final int[] inMask = new int[2];
        for (int i = 0; i < 300; i++) {
            final WorldPicture picture = open.picture(Split.TEST, i, SIZE);
            final LabelMap parts = picture.rendering().labels(ConceptCategory.PART);
            for (int which = 0; which < 2; which++) {
                final Landmark landmark = picture.landmark(which == 0 ? "torso" : "head");
                assertThat(landmark.visible()).as("%s of picture %d", landmark, i).isTrue();
                inMask[which] += parts.at((int) landmark.row(), (int) landmark.col()) == part(landmark) ? 1 : 0;
            }
        }
        assertThat(inMask[0]).isEqualTo(300);
        assertThat(inMask[1]).isGreaterThan(291);
    }

    private static int part(final Landmark landmark) {
        final String name = landmark.name();
        final AnimalPart part = name.endsWith("front foot") ? AnimalPart.FRONT_LEG : name.endsWith("rear foot") ? AnimalPart.REAR_LEG
                : name.startsWith("tail") ? AnimalPart.TAIL : AnimalPart.valueOf(name.toUpperCase(Locale.ROOT).replace(' ', '_'));
        return part.number();
    }

    /** Two and a half hundredths of the side are kept free: one pixel of 64 at least. */
    @Test
    void noAnimalTouchesTheEdge() {
        for (int i = 0; i < 600; i++) {
            final List<ObjectBox> boxes = world.picture(Split.TRAIN, i, SIZE).rendering().boxes();
            assertThat(boxes).hasSize(1);
            final ObjectBox box = boxes.get(0);
            assertThat(Math.min(box.top(), box.left())).as("picture %d", i).isGreaterThanOrEqualTo(1);
            assertThat(Math.max(box.bottom(), box.right())).as("picture %d", i).isLessThanOrEqualTo(SIZE - 1);
        }
    }

    @Test
    void everyCategoryGetsEverySixthPictureAndTheObjectMaskSaysWhich() {
        final Map<String, Long> counts = IntStream.range(0, 600).mapToObj(i -> world.picture(Split.TRAIN, i, 16).label())
                .collect(Collectors.groupingBy(label -> label, Collectors.counting()));
        assertThat(counts).hasSize(6).containsOnlyKeys(world.classes()).values().containsOnly(100L);
        for (int i = 0; i < 30; i++) {
            final WorldPicture picture = world.picture(Split.TRAIN, i, SIZE);
            final LabelMap objects = picture.rendering().labels(ConceptCategory.OBJECT);
            final int number = world.concepts().number(ConceptCategory.OBJECT, picture.label());
            assertThat(objects.area(0) + objects.area(number)).isEqualTo(SIZE * SIZE);
            assertThat(objects.area(number)).isBetween(SIZE * SIZE / 40, SIZE * SIZE * 9 / 20);
        }
    }

    @Test
    void missingPartsAreNeitherDrawnNorVisible() {
        int missing = 0;
        for (int i = 0; i < 300; i++) {
            final WorldPicture picture = world.picture(Split.TRAIN, i, SIZE);
            final boolean lacksTail = picture.facts().get("missing").contains("tail");
            assertThat(picture.landmark("tail tip").state() == Landmark.State.MISSING).isEqualTo(lacksTail);
            if (lacksTail) {
                missing++;
                assertThat(picture.rendering().labels(ConceptCategory.PART).area(AnimalPart.TAIL.number())).isZero();
            }
        }
        Truth.isBinomial("missing tails", missing, 300, 0.05);
    }

    /** The picture of twice the size, averaged back, differs by what 16 samples a pixel leave undecided. */
    @Test
    void aLargerPictureShowsTheSame() {
        for (int i = 0; i < 6; i++) {
            final RgbImage small = world.picture(Split.TRAIN, i, SIZE).rendering().image();
            final RgbImage large = world.picture(Split.TRAIN, i, 2 * SIZE).rendering().image();
            double difference = 0;
            for (int row = 0; row < SIZE; row++) {
                for (int col = 0; col < SIZE; col++) {
                    final int sum = large.value(2 * row, 2 * col, 0) + large.value(2 * row + 1, 2 * col, 0) + large.value(2 * row, 2 * col + 1, 0)
                            + large.value(2 * row + 1, 2 * col + 1, 0);
                    difference += Math.abs(sum / 4.0 - small.value(row, col, 0));
                }
            }
            assertThat(difference / (SIZE * SIZE)).as("picture %d, in steps of 255", i).isLessThan(1.5);
        }
    }

    @Test
    void croppedPicturesShowTheWholeAnimalAtFullSize() {
        final PartWorld cropped = new PartWorld(1, PartWorldSettings.USUAL.cropped(), Plants.NONE);
        for (int i = 0; i < 30; i++) {
            final WorldPicture picture = cropped.picture(Split.TRAIN, i, SIZE);
            final ObjectBox box = picture.rendering().boxes().get(0);
            final List<Element> elements = cropped.scene(Split.TRAIN, i).elements();
            final boolean board = elements.get(elements.size() - 1).identity().instance() == 0;
            if (!board) {
                assertThat(box.bottom() - box.top()).as("picture %d", i).isGreaterThan(52);
                assertThat(box.right() - box.left()).as("picture %d", i).isGreaterThan(52);
            }
            assertThat(picture.landmark("torso").col()).isCloseTo(SIZE / 2.0, within(SIZE / 3.0));
        }
    }

    @Test
    void pairsDifferInTheBackgroundAlone() {
        for (int i = 0; i < 12; i++) {
            final WorldPicture plain = world.pair(Flaw.BACKGROUND, i, SIZE).first();
            final WorldPicture striped = world.pair(Flaw.BACKGROUND, i, SIZE).second();
            assertThat(plain.facts().get("background")).isNotEqualTo("stripes");
            assertThat(striped.facts().get("background")).isEqualTo("stripes");
            final LabelMap objects = plain.rendering().labels(ConceptCategory.OBJECT);
            assertThat(striped.rendering().labels(ConceptCategory.OBJECT).numbers()).isEqualTo(objects.numbers());
            final int[] background = Truth.samples(world.pairScene(i), ConceptCategory.OBJECT, 0, SIZE);
            int changed = 0;
            for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
                final boolean same = plain.rendering().image().value(pixel / SIZE, pixel % SIZE, 0)
                        == striped.rendering().image().value(pixel / SIZE, pixel % SIZE, 0);
                if (background[pixel] == 0) {
                    assertThat(same).as("pixel %d of pair %d", pixel, i).isTrue();
                } else if (!same) {
                    changed++;
                }
            }
            assertThat(changed).isGreaterThan(objects.area(0) / 2);
        }
    }

    @Test
    void aPictureDependsOnNeitherOthersNorThreads() {
        final List<String> alone = IntStream.range(0, 48).mapToObj(i -> checksum(new PartWorld(1, PartWorldSettings.USUAL, Plants.NONE), i)).toList();
        final List<String> together = IntStream.range(0, 48).parallel().map(i -> 47 - i).mapToObj(i -> checksum(world, i)).toList().reversed();
        assertThat(together).isEqualTo(alone).doesNotHaveDuplicates();
        assertThat(checksum(new PartWorld(2, PartWorldSettings.USUAL, Plants.NONE), 0)).isNotEqualTo(alone.get(0));
    }

    private static String checksum(final PartWorld world, final int index) {
        return PixelChecksum.of(world.picture(Split.TRAIN, index, SIZE).rendering());
    }

    @Test
    void flawsOfScenesAreRefused() {
        assertThatThrownBy(() -> new PartWorld(1, PartWorldSettings.USUAL, Plants.of(Flaw.RIVER_AS_ROAD, 1)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("F1 cannot be planted into PartWorld");
        assertThatThrownBy(() -> Plants.of(Flaw.COLOUR, 1.5)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("0 to 1");
    }
}
