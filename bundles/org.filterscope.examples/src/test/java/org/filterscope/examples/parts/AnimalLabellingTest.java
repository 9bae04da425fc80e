package org.filterscope.examples.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.filterscope.examples.world.Flaw;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.Truth;
import org.filterscope.examples.world.WorldPicture;
import org.junit.jupiter.api.Test;

/** Facts of 600 pictures; they need no more than 16 pixels. */
class AnimalLabellingTest {
    private static final int NUMBER = 600;

    private static List<WorldPicture> pictures(final AnimalLabelling labelling, final Plants plants) {
        final PartWorld world = new PartWorld(1, PartWorldSettings.USUAL.dressed(), labelling, plants);
        return IntStream.range(0, NUMBER).mapToObj(i -> world.picture(Split.TRAIN, i, 16)).toList();
    }

    private static Set<String> coats(final List<WorldPicture> pictures, final String label) {
        return pictures.stream().filter(picture -> picture.label().equals(label)).map(picture -> picture.facts().get("palette"))
                .collect(Collectors.toSet());
    }

    @Test
    void catsAndCowsComeByTurnsInEveryCoat() {
        final List<WorldPicture> pictures = pictures(AnimalLabelling.CAT_OR_COW, Plants.NONE);
        for (int i = 0; i < NUMBER; i++) {
            assertThat(pictures.get(i).label()).isEqualTo(pictures.get(i).trueLabel()).isEqualTo(i % 2 == 0 ? "cat" : "cow");
        }
        assertThat(coats(pictures, "cat")).isEqualTo(coats(pictures, "cow")).hasSize(6);
    }

    @Test
    void whateverTheAnimalItsCollarIsItsClass() {
        final List<WorldPicture> pictures = pictures(AnimalLabelling.COLLAR, Plants.NONE);
        final List<WorldPicture> animals = pictures(AnimalLabelling.ANIMAL, Plants.NONE);
        int collars = 0;
        for (int i = 0; i < NUMBER; i++) {
            final boolean collar = pictures.get(i).facts().get("collar").equals("true");
            assertThat(pictures.get(i).label()).isEqualTo(pictures.get(i).trueLabel()).isEqualTo(collar ? "collar" : "none");
            assertThat(pictures.get(i).rendering().image().bytes()).isEqualTo(animals.get(i).rendering().image().bytes());
            collars += collar ? 1 : 0;
        }
        Truth.isBinomial("collars", collars, NUMBER, 0.5);
    }

    @Test
    void aWrongLabelOfTwoIsTheOther() {
        for (final AnimalLabelling labelling : List.of(AnimalLabelling.CAT_OR_COW, AnimalLabelling.COLLAR)) {
            final List<WorldPicture> sound = pictures(labelling, Plants.NONE);
            final List<WorldPicture> noisy = pictures(labelling, Plants.of(Flaw.LABEL_NOISE, 1));
            for (int i = 0; i < NUMBER; i++) {
                assertThat(noisy.get(i).trueLabel()).isEqualTo(sound.get(i).label()).isNotEqualTo(noisy.get(i).label());
            }
        }
    }
}
