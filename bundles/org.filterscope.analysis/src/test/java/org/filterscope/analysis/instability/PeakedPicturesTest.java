package org.filterscope.analysis.instability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** The identities of the metric. Tolerance 1e-12 of values around 1: double precision. */
class PeakedPicturesTest {
    private static final double EXACT = 1e-12;

    @Test
    void theDefinitionIsTheDeviationOfTheSample() {
        final PeakedPictures pictures = new PeakedPictures(3);
        pictures.add(0, 0, 3, 4);
        pictures.add(1, 1, 1, 2);
        pictures.add(5, 5, 5, 2);
        // Distances 5, 1, 3: mean 3, squared differences 4 + 4 + 0 over 3 − 1.
        assertThat(pictures.instability()).isCloseTo(2, within(EXACT));
        // Differences along rows 3, 0, 0, along columns 4, 1, −3.
        assertThat(pictures.vectorVariance()).isCloseTo(3 + 37.0 / 3, within(EXACT));
        // Landmarks: rows 3, 1, 5 vary by 4, columns 4, 2, 2 by 4/3.
        assertThat(pictures.vectorR2()).isCloseTo(1 - (3 + 37.0 / 3) / (4 + 4.0 / 3), within(EXACT));
    }

    @Test
    void aPerfectPartHasNoInstability() {
        final Random random = new Random(1);
        final PeakedPictures pictures = new PeakedPictures(50);
        for (int i = 0; i < 50; i++) {
            final double row = random.nextGaussian();
            final double col = random.nextGaussian();
            pictures.add(row + 0.3, col - 0.2, row, col);
        }
        assertThat(pictures.instability()).isCloseTo(0, within(EXACT));
        assertThat(pictures.vectorR2()).isCloseTo(1, within(EXACT));
    }

    @Test
    void turningMovingAndScalingTheCoordinatesChangesNothing() {
        final PeakedPictures plain = random(3, 0, 1, 0, 0);
        final PeakedPictures moved = random(3, 0.7, 2.5, 11, -4);
        assertThat(moved.instability() / 2.5).isCloseTo(plain.instability(), within(EXACT));
        assertThat(Math.sqrt(moved.vectorVariance()) / 2.5).isCloseTo(Math.sqrt(plain.vectorVariance()), within(EXACT));
        assertThat(moved.vectorR2()).isCloseTo(plain.vectorR2(), within(EXACT));
        final PositionCentres centres = new PositionCentres(new double[] {-1, 1}, new double[] {-1, 1});
        final PositionCentres scaled = new PositionCentres(new double[] {-2.5, 2.5}, new double[] {-2.5, 2.5});
        assertThat(new ConstantPoint(scaled).least(random(3, 0, 2.5, 0, 0)) / 2.5)
                .isCloseTo(new ConstantPoint(centres).least(plain), within(EXACT));
    }

    private static PeakedPictures random(final long seed, final double angle, final double scale, final double down, final double across) {
        final Random random = new Random(seed);
        final PeakedPictures pictures = new PeakedPictures(40);
        for (int i = 0; i < 40; i++) {
            final double[] place = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            pictures.add(scale * (Math.cos(angle) * place[0] - Math.sin(angle) * place[1]) + down,
                    scale * (Math.sin(angle) * place[0] + Math.cos(angle) * place[1]) + across,
                    scale * (Math.cos(angle) * place[2] - Math.sin(angle) * place[3]) + down,
                    scale * (Math.sin(angle) * place[2] + Math.cos(angle) * place[3]) + across);
        }
        return pictures;
    }

    @Test
    void onePictureSaysNothing() {
        final PeakedPictures pictures = new PeakedPictures(3);
        pictures.add(0, 0, 3, 4);
        assertThat(pictures.instability()).isNaN();
        assertThat(pictures.vectorVariance()).isNaN();
        assertThat(pictures.vectorR2()).isNaN();
        assertThat(PermutationTest.pValue(pictures, 1)).isNaN();
        assertThat(new ConstantPoint(new PositionCentres(new double[] {0, 1}, new double[] {0, 1})).least(pictures)).isNaN();
    }

    /** A tenth of a grid step of 1/200 from a search on a finer grid: the valleys are flat, so 1 % of the least is ample. */
    @Test
    void theConstantPointIsTheBestOfAFineGrid() {
        final PositionCentres centres = new PositionCentres(new double[] {0, 1}, new double[] {0, 1});
        for (int seed = 0; seed < 20; seed++) {
            final Random random = new Random(seed);
            final PeakedPictures pictures = new PeakedPictures(30);
            for (int i = 0; i < 30; i++) {
                // Two clouds: several valleys.
                final boolean left = random.nextBoolean();
                pictures.add(0, 0, 0.5 + 0.2 * random.nextGaussian(), (left ? 0.2 : 0.8) + 0.05 * random.nextGaussian());
            }
            double best = Double.POSITIVE_INFINITY;
            for (int i = 0; i <= 200; i++) {
                for (int j = 0; j <= 200; j++) {
                    best = Math.min(best, pictures.instability(i / 200.0, j / 200.0));
                }
            }
            assertThat(new ConstantPoint(centres).least(pictures)).isLessThan(best * 1.01).isGreaterThan(best * 0.99);
        }
    }

    @Test
    void aConstantPeakPredictsNothingAndIsNotBetterThanTheBestConstant() {
        final Random random = new Random(4);
        final PeakedPictures pictures = new PeakedPictures(100);
        for (int i = 0; i < 100; i++) {
            pictures.add(0.5, 0.5, 0.5 + 0.1 * random.nextGaussian(), 0.5 + 0.1 * random.nextGaussian());
        }
        assertThat(pictures.vectorR2()).isCloseTo(0, within(EXACT));
        assertThat(PermutationTest.pValue(pictures, 1)).isEqualTo(1);
        assertThat(new ConstantPoint(new PositionCentres(new double[] {0, 1}, new double[] {0, 1})).least(pictures))
                .isLessThanOrEqualTo(pictures.instability());
    }
}
