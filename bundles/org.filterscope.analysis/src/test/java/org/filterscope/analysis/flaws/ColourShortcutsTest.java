package org.filterscope.analysis.flaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.Engines;
import org.filterscope.analysis.flaws.PictureColours.Turn;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Severity;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ColourShortcutsTest {
    private static final int OF_A_CLASS = 24;
    private static final Shape INPUT = new Shape(3, HandMade.SIDE, HandMade.SIDE);

    private List<float[]> pictures;
    private PictureColours colours;

    @BeforeEach
    void measure() throws Exception {
        pictures = HandMade.pictures(OF_A_CLASS, i -> HandMade.plain(1, 0, 0, i));
        pictures.addAll(HandMade.pictures(OF_A_CLASS, i -> HandMade.plain(0, 1, 0, 100 + i)));
        pictures.addAll(HandMade.pictures(OF_A_CLASS, i -> HandMade.plain(0, 0, 1, 200 + i)));
        colours = PictureColours.of(INPUT, (picture, values, start) -> System.arraycopy(pictures.get(picture), 0, values, start,
                pictures.get(picture).length), IntStream.range(0, pictures.size()).toArray(), Progress.NONE);
    }

    private Findings search(final float[][] filters, final float[][] classes) throws Exception {
        try (NetworkSession session = Engines.all().getFirst().open(HandMade.network(filters, classes))) {
            return new ColourShortcuts().search(HandMade.evidence(session, pictures,
                    IntStream.range(0, pictures.size()).map(i -> i / OF_A_CLASS).toArray()), Progress.NONE);
        }
    }

    /** With a picture's colours goes the class, always. */
    @Test
    void classesThatAreToldByTheirColoursAloneAreFound() throws Exception {
        final Findings found = search(new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
        assertThat(found.findings()).hasSize(3).allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.filters().getFirst().channel()).isEqualTo(HandMade.LABELS.indexOf(finding.classes().getFirst()));
        });
    }

    /** Muting is tried on the other pictures; those must not have named the filters. */
    @Test
    void filtersAreNamedFromPicturesThatMutingIsNotTriedOn() throws Exception {
        final float[][] each = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        try (NetworkSession session = Engines.all().getFirst().open(HandMade.network(each, each))) {
            final FlawEvidence evidence = HandMade.evidence(session, pictures,
                    IntStream.range(0, pictures.size()).map(i -> i / OF_A_CLASS).toArray());
            final KnownPictures known = new KnownPictures(evidence);
            final int[] tried = known.tried(OF_A_CLASS);
            final ColourTrial trial = new ColourTrial(evidence, known, colours);
            assertThat(trial.taken(0, Progress.NONE).became()).isNotEmpty()
                    .allMatch(picture -> IntStream.of(tried).anyMatch(i -> i == picture.picture()));
            assertThat(trial.made(0, trial.mended(0, 0, Progress.NONE), true, Progress.NONE)).isNotEmpty()
                    .allMatch(picture -> IntStream.of(tried).noneMatch(i -> i == picture.picture()));
        }
    }

    /** Red rivers are called roads, and rivers when their red is turned to green, whichever half they are in. */
    @Test
    void wrongPicturesOfTheOtherHalfDoNotNameFilters() throws Exception {
        final int[] truths = IntStream.range(0, pictures.size()).map(i -> i < OF_A_CLASS ? 1 : i / OF_A_CLASS).toArray();
        final float[][] each = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        try (NetworkSession session = Engines.all().getFirst().open(HandMade.network(each, each))) {
            final FlawEvidence evidence = HandMade.evidence(session, pictures, truths);
            final KnownPictures known = new KnownPictures(evidence);
            final ColourTrial trial = new ColourTrial(evidence, known, colours);
            final ColourTrial.Outcome mended = trial.mended(1, 0, Progress.NONE);
            assertThat(mended.became()).hasSize(OF_A_CLASS);
            assertThat(trial.made(1, mended, false, Progress.NONE)).isNotEmpty().hasSizeLessThan(OF_A_CLASS)
                    .allMatch(picture -> known.isMade(picture.picture()));
        }
    }

    @Test
    void aNetworkThatSeesBrightnessAloneHasNoColourShortcut() throws Exception {
        assertThat(search(new float[][] {{1, 1, 1}, {2, 2, 2}, {3, 3, 3}}, new float[][] {{3, 0, 0}, {0, 1, 0}, {0, 0, 0.5f}}).findings()).isEmpty();
    }

    @Test
    void turningThreeTimesByAThirdGivesThePictureBack() {
        final float[] picture = pictures.getFirst();
        final float[] once = colours.turned(picture, Turn.THIRD);
        assertThat(colours.turned(once, Turn.TWO_THIRDS)).containsExactly(picture, within(1e-5f));
    }

    @Test
    void aPictureLikeAnotherHasItsMeansAndDeviations() {
        final float[] like = colours.like(pictures.get(0), pictures.get(OF_A_CLASS));
        for (int channel = 0; channel < 3; channel++) {
            assertThat(mean(like, channel)).isCloseTo(mean(pictures.get(OF_A_CLASS), channel), within(0.01));
        }
    }

    private static double mean(final float[] picture, final int channel) {
        final int pixels = HandMade.SIDE * HandMade.SIDE;
        return IntStream.range(channel * pixels, (channel + 1) * pixels).mapToDouble(i -> picture[i]).average().orElseThrow();
    }

    /** Within the values there are; so blotches can only be weaker than asked for, and are the same in all channels where nothing is cut off. */
    @Test
    void blotchesAreNoStrongerThanTheChangeOfHues() {
        final float[] picture = pictures.getFirst();
        final float[] turned = colours.turned(picture, Turn.HALF);
        final float[] blotched = colours.blotched(picture, turned, new SplittableRandom(1));
        assertThat(blotched).isNotEqualTo(picture);
        for (final float value : blotched) {
            assertThat(value).isBetween(0f, 1.1f);
        }
    }
}
