package org.filterscope.analysis.localisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.filterscope.core.progress.Progress;
import org.junit.jupiter.api.Test;

class PartLocatorTest {
    private static final int PICTURES = 40;
    private static final int DRAWS = 10;
    private final boolean[] straight = new boolean[PICTURES];

    private static PartLocator locator(final PlantedPart part) {
        return new PartLocator(part.voters, part.frame, PlantedPart.DIAGONAL, Progress.NONE);
    }

    /** Mean error over draws of labels: of the votes, then of the labels' mean. */
    private static double[] errors(final PlantedPart part, final int labels) {
        final PartLocator locator = locator(part);
        final double[] errors = new double[2];
        for (int draw = 0; draw < DRAWS; draw++) {
            final List<PartLabel> drawn = part.labels(labels, draw);
            errors[0] += part.error(locator.locate(drawn).locations(), drawn) / DRAWS;
            errors[1] += part.error(LabelMean.of(part.frame, drawn), drawn) / DRAWS;
        }
        return errors;
    }

    @Test
    void votersThatFollowThePartAreFoundAndTellWhereItIs() {
        for (long seed = 1; seed <= 3; seed++) {
            final PlantedPart part = new PlantedPart(PICTURES, 30, 270, straight, seed);
            final double[] three = errors(part, 3);
            assertThat(three[0]).as("seed %d", seed).isLessThan(0.04).isLessThan(three[1] / 3);
            final PartTemplate template = locator(part).locate(part.labels(10, seed)).template();
            assertThat(template.voters().subList(0, 15)).allSatisfy(elector -> assertThat(elector.voter()).isLessThan(30));
        }
    }

    @Test
    void oneLabelIsEnoughWhereMostVotersFollow() {
        final double[] one = errors(new PlantedPart(PICTURES, 30, 60, straight, 4), 1);
        assertThat(one[0]).isLessThan(one[1] / 3);
    }

    /** What follows nothing must not seem to. Harm it does: of 300 some fit the labels by chance, and no label is left to tell. */
    @Test
    void votersThatFollowNothingAreNotBetterThanTheMean() {
        for (long seed = 1; seed <= 3; seed++) {
            for (final int labels : new int[] { 1, 3, 10 }) {
                final double[] errors = errors(new PlantedPart(PICTURES, 0, 300, straight, seed), labels);
                // A single label is nobody's mean: votes from anywhere lead back to the middle, which is a better guess.
                assertThat(errors[0]).as("%d labels, seed %d", labels, seed).isBetween((labels == 1 ? 0.85 : 0.95) * errors[1], 1.5 * errors[1]);
            }
        }
    }

    @Test
    void votersThatNeverMoveDoNotPassForFollowers() {
        final PlantedPart part = new PlantedPart(PICTURES, 20, 40, straight, 5);
        for (int voter = 20; voter < 60; voter++) {
            for (int picture = 0; picture < PICTURES; picture++) {
                part.voters.rows()[part.voters.at(voter, picture)] = 80 + voter % 7;
                part.voters.cols()[part.voters.at(voter, picture)] = 120 + voter % 5;
                part.voters.strengths()[part.voters.at(voter, picture)] = 3;
            }
        }
        final double[] errors = errors(part, 5);
        assertThat(errors[0]).isLessThan(errors[1] / 2);
    }

    /** The same pictures, some of them the other way round: the part lies on the other side there, and nothing else changes. */
    @Test
    void mirroredPicturesAreTurnedBack() {
        final Random random = new Random(3);
        final boolean[] mirrored = new boolean[PICTURES];
        for (int i = 0; i < PICTURES; i++) {
            mirrored[i] = random.nextBoolean();
        }
        final PlantedPart plain = new PlantedPart(PICTURES, 20, 100, straight, 6);
        final PictureFrame frame = new PictureFrame(PlantedPart.SIZE, mirrored);
        final List<PartLabel> labels = plain.labels(5, 1);
        final PartLocations expected = locator(plain).locate(labels).locations();
        final PartLocations found = new PartLocator(plain.voters, frame, PlantedPart.DIAGONAL, Progress.NONE).locate(labels.stream()
                .map(label -> new PartLabel(label.picture(), label.row(), frame.col(label.picture(), label.col()))).toList()).locations();
        for (int i = 0; i < PICTURES; i++) {
            assertThat(found.rows()[i]).isCloseTo(expected.rows()[i], within(1e-9));
            assertThat(found.cols()[i]).isCloseTo(mirrored[i] ? 226 - expected.cols()[i] : expected.cols()[i], within(1e-9));
        }
        final double[] errors = errors(new PlantedPart(PICTURES, 30, 270, mirrored, 7), 3);
        assertThat(errors[0]).isLessThan(0.04);
    }

    @Test
    void labelsWhereNothingFiresGiveTheirMeanWithoutConfidence() {
        final PlantedPart part = new PlantedPart(PICTURES, 20, 100, straight, 8);
        for (int voter = 0; voter < part.voters.size(); voter++) {
            part.voters.strengths()[part.voters.at(voter, 3)] = 0;
        }
        final PartLocator.Located located = locator(part).locate(List.of(part.label(3)));
        assertThat(located.template().voters()).isEmpty();
        assertThat(located.locations().confidences()).containsOnly(0);
        assertThat(located.locations().rows()).containsOnly(part.rows[3]);
        assertThat(located.locations().cols()).containsOnly(part.cols[3]);
        // Beside labels that tell something it does no harm.
        assertThat(locator(part).locate(List.of(part.label(3), part.label(5), part.label(9))).template().voters()).isNotEmpty();
    }

    @Test
    void aPictureWhereNothingFiresGetsTheMeanWithoutConfidence() {
        final PlantedPart part = new PlantedPart(PICTURES, 20, 100, straight, 9);
        for (int voter = 0; voter < part.voters.size(); voter++) {
            part.voters.strengths()[part.voters.at(voter, 3)] = 0;
        }
        final PartLocator.Located located = locator(part).locate(List.of(part.label(5), part.label(9)));
        assertThat(located.locations().confidences()[3]).isZero();
        assertThat(located.locations().rows()[3]).isEqualTo(located.template().row());
        assertThat(located.locations().confidences()[4]).isBetween(0.1, 1.0);
    }

    @Test
    void theOrderOfLabelsDoesNotMatter() {
        final PlantedPart part = new PlantedPart(PICTURES, 20, 100, straight, 10);
        final List<PartLabel> labels = new ArrayList<>(part.labels(6, 1));
        final double[] rows = locator(part).locate(labels).locations().rows();
        Collections.reverse(labels);
        assertThat(locator(part).locate(labels).locations().rows()).containsExactly(rows, within(1e-9));
    }

    @Test
    void labelsThatMakeNoSenseAreRefused() {
        final PartLocator locator = locator(new PlantedPart(PICTURES, 5, 5, straight, 11));
        assertThatThrownBy(() -> locator.locate(List.of())).hasMessageContaining("at least one picture");
        assertThatThrownBy(() -> locator.locate(List.of(new PartLabel(40, 1, 1)))).hasMessage("a label on picture 40; there are 40");
        assertThatThrownBy(() -> locator.locate(List.of(new PartLabel(4, 1, 1), new PartLabel(4, 2, 1))))
                .hasMessage("two labels on picture 4; a part has one place");
    }

    @Test
    void errorsAreOfUnlabelledPicturesWhereThePartIsSeen() {
        final double[] rows = { 0, 3, Double.NaN, 10 };
        final double[] cols = { 0, 4, Double.NaN, 0 };
        final PartLocations found = new PartLocations(new double[4], new double[4], new double[4]);
        assertThat(LocalisationError.of(found, rows, cols, List.of(new PartLabel(0, 0, 0)), 100)).isEqualTo((5 + 10) / 2.0 / 100);
        assertThat(Arrays.asList(LocalisationError.of(found, rows, cols, List.of(new PartLabel(0, 0, 0), new PartLabel(1, 3, 4),
                new PartLabel(3, 10, 0)), 100))).containsExactly(Double.NaN);
    }
}
