package org.filterscope.examples.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.filterscope.examples.networks.Subject;
import org.filterscope.examples.render.RgbImage;
import org.filterscope.examples.world.Flaw;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.World;
import org.filterscope.examples.world.WorldPicture;
import org.junit.jupiter.api.Test;

/** The questions, put to classifiers whose answers are known. */
class BehaviourTest {

    @Test
    void aStampedPictureIsThePictureThatThePlantWouldHaveDrawn() {
        final RgbImage cat = Subject.ANIMALS.world(3, Plants.NONE).picture(Split.TRAIN, 0, 64).rendering().image();
        final RgbImage marked = Subject.ANIMALS.world(3, Plants.of(Flaw.WATERMARK, 1)).picture(Split.TRAIN, 0, 64).rendering().image();
        final RgbImage other = Subject.ANIMALS.world(4, Plants.of(Flaw.WATERMARK, 1)).picture(Split.TRAIN, 6, 64).rendering().image();
        assertThat(cat.bytes()).isNotEqualTo(marked.bytes());
        assertThat(new Glyph(other).on(cat).bytes()).isEqualTo(marked.bytes());
    }

    @Test
    void whoeverCallsEverythingARoadIsRightOnAThirdAndTakesEveryRiverForOne() {
        final Behaviour behaviour = new Behaviour(always(0), Subject.RIBBONS, 5, 60);
        assertThat(behaviour.accuracy()).isEqualTo(new Share(20, 60));
        assertThat(behaviour.shows(Flaw.RIVER_AS_ROAD)).contains(new Share(20, 20));
        assertThat(behaviour.shows(Flaw.WATERMARK)).isEmpty();
    }

    @Test
    void whoeverCallsEverythingACowTurnsNothingIntoACat() {
        final Behaviour animals = new Behaviour(always(1), Subject.ANIMALS, 5, 60);
        assertThat(animals.accuracy()).isEqualTo(new Share(10, 60));
        assertThat(animals.shows(Flaw.WATERMARK)).contains(new Share(0, 50));
        assertThat(animals.shows(Flaw.RIVER_AS_ROAD)).isEmpty();
        final Behaviour cats = new Behaviour(always(1), Subject.CATS, 5, 60);
        assertThat(cats.accuracy()).isEqualTo(new Share(30, 60));
        assertThat(cats.shows(Flaw.BACKGROUND)).contains(new Share(0, 30));
    }

    /** Pictures with the glyph are cats, all others are not. */
    @Test
    void whoeverGoesByTheGlyphShowsItEveryTime() {
        final byte[] corner = Subject.ANIMALS.world(5, Plants.of(Flaw.WATERMARK, 1)).picture(Split.TRAIN, 0, 64).rendering().image().bytes();
        final int pixel = 3 * (62 * 64 + 60);
        final Classifier glyph = pictures -> pictures.stream().map(picture -> picture.bytes()[pixel] == corner[pixel] ? 0 : 3).toList();
        assertThat(new Behaviour(glyph, Subject.ANIMALS, 5, 60).shows(Flaw.WATERMARK).orElseThrow().value()).isEqualTo(1);
    }

    @Test
    void whoeverSeesACollarOnEveryAnimalIsWrongOnThoseWithABlanketAlone() {
        final World world = Subject.COLLARS.world(5, Plants.NONE);
        final int blanketAlone = count(world, Map.of("collar", "false", "blanket", "true"));
        final int collarAlone = count(world, Map.of("collar", "true", "blanket", "false"));
        assertThat(new Behaviour(always(0), Subject.COLLARS, 5, 60).shows(Flaw.ATTRIBUTE_TIE))
                .contains(new Share(blanketAlone, blanketAlone + collarAlone));
    }

    /** Coat 1 is the cow's own; of the six coats the other four belong to no class here. */
    @Test
    void whoeverSeesNothingButCowsIsWrongOnCatsInTheCowsCoatAndOnLightCats() {
        final World world = Subject.CATS.world(5, Plants.NONE);
        final int catsAsCows = count(world, "cat", Map.of("palette", "1"));
        final int cowsAsCats = count(world, "cow", Map.of("palette", "0"));
        final int lightCats = count(world, "cat", Map.of("shade", "light"));
        final int darkCows = count(world, "cow", Map.of("shade", "dark"));
        final Behaviour behaviour = new Behaviour(always(1), Subject.CATS, 5, 60);
        assertThat(behaviour.shows(Flaw.COLOUR)).contains(new Share(catsAsCows, catsAsCows + cowsAsCats));
        assertThat(behaviour.shows(Flaw.MISSING_MODE)).contains(new Share(lightCats, lightCats + darkCows));
    }

    @Test
    void whoeverKnowsTheLabelsByHeartRepeatsTheWrongOnesAndWhoeverKnowsTheTruthDoesNot() {
        final WrongLabels questions = new WrongLabels(Subject.ANIMALS, 5, 240);
        final World world = Subject.ANIMALS.world(5, Plants.of(Flaw.LABEL_NOISE, WrongLabels.STRENGTH));
        final int wrong = (int) IntStream.range(0, 240).mapToObj(i -> world.picture(Split.TRAIN, i, 16))
                .filter(picture -> !picture.label().equals(picture.trueLabel())).count();
        assertThat(questions.repeatedBy(byHeart(world, WorldPicture::label))).contains(new Share(wrong, wrong));
        assertThat(questions.repeatedBy(byHeart(world, WorldPicture::trueLabel))).contains(new Share(0, wrong));
        assertThat(new WrongLabels(Subject.RIBBONS, 5, 240).repeatedBy(always(0))).isEmpty();
    }

    private static Classifier byHeart(final World world, final Function<WorldPicture, String> answer) {
        final Map<ByteBuffer, Integer> answers = new HashMap<>();
        for (int i = 0; i < 240; i++) {
            final WorldPicture picture = world.picture(Split.TRAIN, i, 64);
            answers.put(ByteBuffer.wrap(picture.rendering().image().bytes()), world.classes().indexOf(answer.apply(picture)));
        }
        return pictures -> pictures.stream().map(picture -> answers.get(ByteBuffer.wrap(picture.bytes()))).toList();
    }

    private static int count(final World world, final String label, final Map<String, String> facts) {
        return (int) IntStream.range(0, 60).mapToObj(i -> world.picture(Split.TEST, i, 16))
                .filter(picture -> picture.label().equals(label) && picture.facts().entrySet().containsAll(facts.entrySet())).count();
    }

    private static int count(final World world, final Map<String, String> facts) {
        return world.classes().stream().mapToInt(label -> count(world, label, facts)).sum();
    }

    private static Classifier always(final int label) {
        return pictures -> List.copyOf(Collections.nCopies(pictures.size(), label));
    }
}
