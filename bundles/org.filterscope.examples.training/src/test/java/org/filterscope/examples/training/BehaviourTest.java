package org.filterscope.examples.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;

import org.filterscope.examples.networks.Subject;
import org.filterscope.examples.render.RgbImage;
import org.filterscope.examples.world.Flaw;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;
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
        assertThat(behaviour.shows(Flaw.BACKGROUND)).isEmpty();
    }

    @Test
    void whoeverCallsEverythingACowTurnsNothingIntoACat() {
        final Behaviour behaviour = new Behaviour(always(1), Subject.ANIMALS, 5, 60);
        assertThat(behaviour.accuracy()).isEqualTo(new Share(10, 60));
        assertThat(behaviour.shows(Flaw.BACKGROUND)).contains(new Share(0, 50));
        assertThat(behaviour.shows(Flaw.WATERMARK)).contains(new Share(0, 50));
        assertThat(behaviour.shows(Flaw.RIVER_AS_ROAD)).isEmpty();
    }

    /** Pictures with the glyph are cats, all others are not. */
    @Test
    void whoeverGoesByTheGlyphShowsItEveryTime() {
        final byte[] corner = Subject.ANIMALS.world(5, Plants.of(Flaw.WATERMARK, 1)).picture(Split.TRAIN, 0, 64).rendering().image().bytes();
        final int pixel = 3 * (62 * 64 + 60);
        final Classifier glyph = pictures -> pictures.stream().map(picture -> picture.bytes()[pixel] == corner[pixel] ? 0 : 3).toList();
        assertThat(new Behaviour(glyph, Subject.ANIMALS, 5, 60).shows(Flaw.WATERMARK).orElseThrow().value()).isEqualTo(1);
    }

    private static Classifier always(final int label) {
        return pictures -> List.copyOf(Collections.nCopies(pictures.size(), label));
    }
}
