package org.filterscope.analysis.instability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.filterscope.analysis.landmarks.Landmarks;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.LandmarkRow;
import org.filterscope.core.report.Score;
import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;

/** Maps of 10 × 10 positions, 4 input pixels apart, on an input of 40 × 30. */
class LocationInstabilityTest {
    private static final Shape MAPS = new Shape(1, 10, 10);
    private static final Shape INPUT = new Shape(3, 40, 30);
    private static final ReceptiveField FIELD = new ReceptiveField(4, -1, 4);
    private static final double DIAGONAL = 50;
    private static final double EXACT = 1e-12;

    /** Ever lower peaks at positions by lot, landmarks by lot. */
    private static final class Setting {
        final float[] values;
        final int[] positions;
        final double[][] rows;
        final double[][] cols;

        Setting(final int pictures, final int landmarks, final long seed) {
            final Random random = new Random(seed);
            values = new float[pictures];
            positions = new int[pictures];
            rows = new double[landmarks][pictures];
            cols = new double[landmarks][pictures];
            for (int i = 0; i < pictures; i++) {
                values[i] = 1 + pictures - i;
                positions[i] = random.nextInt(100);
                for (int k = 0; k < landmarks; k++) {
                    rows[k][i] = 40 * random.nextDouble();
                    cols[k][i] = 30 * random.nextDouble();
                }
            }
        }

        Landmarks landmarks() {
            return new Landmarks(List.of("head", "tail", "foot").subList(0, rows.length), rows, cols);
        }

        Instabilities run(final int most, final List<String> names, final int... classes) throws Exception {
            final int[] labels = classes.length == 0 ? new int[values.length] : classes;
            if (classes.length == 0) {
                Arrays.fill(labels, -1);
            }
            return new LocationInstability(MAPS, FIELD, FIELD, INPUT, landmarks(), names, labels, most, 7)
                    .of(new ListedPeaks(values.length).add(values, positions), Progress.NONE);
        }

        Instabilities run() throws Exception {
            return run(LocationInstability.PICTURES, List.of());
        }

        void hide(final int landmark, final int picture) {
            rows[landmark][picture] = Double.NaN;
            cols[landmark][picture] = Double.NaN;
        }
    }

    private static double number(final Instabilities found, final Score score) {
        return found.scores().get(0).number(score).orElse(Double.NaN);
    }

    @Test
    void distancesRunFromTheCentreOfThePeaksFieldAndAreDividedByTheDiagonal() throws Exception {
        final Setting setting = new Setting(2, 1, 1);
        setting.positions[0] = 0;
        setting.positions[1] = 99;
        setting.rows[0] = new double[] {1.5, 37.5};
        setting.cols[0] = new double[] {1.5, 27.5};
        // The centre of position 9 is 1.5 + 9 · 4: distances 0 and 10, deviation of the sample 10 / √2.
        final LandmarkRow row = setting.run().rows().get(0);
        assertThat(row.instability()).isCloseTo(10 / Math.sqrt(2) / DIAGONAL, within(EXACT));
        assertThat(row.pictures()).isEqualTo(2);
        assertThat(row.className()).isEmpty();
    }

    @Test
    void picturesWithoutTheLandmarkChangeNothing() throws Exception {
        final Setting some = new Setting(60, 1, 2);
        final Setting more = new Setting(80, 1, 2);
        for (int i = 0; i < 60; i++) {
            more.positions[i] = some.positions[i];
            more.rows[0][i] = some.rows[0][i];
            more.cols[0][i] = some.cols[0][i];
        }
        for (int i = 60; i < 80; i++) {
            more.values[i] = 1000;
            more.hide(0, i);
        }
        assertThat(more.run().rows()).isEqualTo(some.run().rows());
    }

    @Test
    void onlyTheHundredPicturesWithTheHighestPeaksCountAfterThoseWithoutTheLandmarkAreLeftOut() throws Exception {
        final Setting setting = new Setting(130, 1, 3);
        setting.hide(0, 0);
        setting.hide(0, 50);
        final Instabilities found = setting.run();
        assertThat(found.rows().get(0).pictures()).isEqualTo(100);
        for (int i = 102; i < 130; i++) {
            setting.rows[0][i] = 5;
        }
        assertThat(setting.run()).isEqualTo(found);
        setting.rows[0][101] += 20;
        assertThat(setting.run()).isNotEqualTo(found);
    }

    @Test
    void peaksThatAreNotAboveZeroAreDroppedAndCounted() throws Exception {
        final Setting setting = new Setting(40, 1, 4);
        final Setting live = new Setting(40, 1, 4);
        for (int i = 30; i < 40; i++) {
            setting.values[i] = i % 2 == 0 ? 0 : -3;
            setting.positions[i] = 0;
            live.hide(0, i);
        }
        final Instabilities found = setting.run();
        assertThat(found.rows()).isEqualTo(live.run().rows());
        assertThat(number(found, Score.DEAD_SHARE)).isEqualTo(0.25);
    }

    @Test
    void aDeadFilterAndASinglePictureHaveNoNumbersRatherThanZero() throws Exception {
        final Setting dead = new Setting(40, 2, 5);
        Arrays.fill(dead.values, 0);
        final Instabilities found = dead.run();
        assertThat(found.scores().get(0).known()).containsExactly(Score.DEAD_SHARE);
        assertThat(found.rows()).hasSize(2).allSatisfy(row -> assertThat(row.instability()).isNaN());
        final Instabilities single = new Setting(1, 1, 5).run();
        assertThat(single.scores().get(0).known()).containsExactly(Score.DEAD_SHARE);
        assertThat(single.rows().get(0).pictures()).isEqualTo(1);
    }

    @Test
    void theFiltersPartIsTheLandmarkThatItsPeakFollows() throws Exception {
        final Setting setting = new Setting(50, 3, 6);
        for (int i = 0; i < 50; i++) {
            setting.rows[1][i] = 1.5 + 4 * (setting.positions[i] / 10) + 7;
            setting.cols[1][i] = 1.5 + 4 * (setting.positions[i] % 10) - 5;
        }
        final Instabilities found = setting.run();
        assertThat(found.scores().get(0).text(Score.PART)).contains("tail");
        assertThat(number(found, Score.VECTOR_R2)).isCloseTo(1, within(EXACT));
        assertThat(found.rows().get(1).instability()).isCloseTo(0, within(EXACT));
        assertThat(found.rows().get(1).pValue()).as("1 / 1000 for the best of three").isCloseTo(0.003, within(EXACT));
        assertThat(found.rows().get(0).pValue()).isGreaterThan(0.01);
        assertThat(number(found, Score.INSTABILITY_RATIO)).isCloseTo(0, within(EXACT));
        assertThat(number(found, Score.INSTABILITY))
                .isCloseTo(found.rows().stream().mapToDouble(LandmarkRow::instability).average().orElseThrow(), within(EXACT));
    }

    /** No constant peak is better than the best one. */
    @Test
    void aPeakThatNeverMovesIsNoPart() throws Exception {
        final Setting setting = new Setting(60, 2, 7);
        Arrays.fill(setting.positions, 44);
        final Instabilities found = setting.run();
        assertThat(found.scores().get(0).text(Score.PART)).isEmpty();
        assertThat(number(found, Score.VECTOR_R2)).isCloseTo(0, within(EXACT));
        assertThat(number(found, Score.INSTABILITY_RATIO)).isGreaterThanOrEqualTo(1);
        assertThat(number(found, Score.PEAK_ENTROPY)).isZero();
    }

    /** Of nine pictures something always fits: three landmarks lie on a circle around some constant point. */
    @Test
    void nineInstancesMakeNoPart() throws Exception {
        final Setting setting = new Setting(9, 1, 6);
        for (int i = 0; i < 9; i++) {
            setting.rows[0][i] = 1.5 + 4 * (setting.positions[i] / 10);
            setting.cols[0][i] = 1.5 + 4 * (setting.positions[i] % 10);
        }
        final Instabilities found = setting.run();
        assertThat(found.rows().get(0).vectorR2()).isCloseTo(1, within(EXACT));
        assertThat(found.scores().get(0).known()).containsExactly(Score.INSTABILITY, Score.DEAD_SHARE, Score.PEAK_ENTROPY);
    }

    @Test
    void peaksThatLieEverywhereAlikeHaveTheFullEntropy() throws Exception {
        final Setting setting = new Setting(200, 1, 8);
        for (int i = 0; i < 200; i++) {
            setting.positions[i] = i % 100;
        }
        assertThat(number(setting.run(), Score.PEAK_ENTROPY)).isCloseTo(1, within(EXACT));
        for (int i = 0; i < 200; i++) {
            setting.positions[i] = i % 10;
        }
        assertThat(number(setting.run(), Score.PEAK_ENTROPY)).isCloseTo(0.5, within(EXACT));
    }

    @Test
    void theClassWithTheHighestPeaksCountsAndTheClassWithTheLowestInstabilityIsToldBeside() throws Exception {
        final Setting setting = new Setting(40, 1, 9);
        final int[] classes = new int[40];
        for (int i = 0; i < 40; i++) {
            classes[i] = i < 20 ? 1 : 0;
            if (i >= 20) {
                setting.rows[0][i] = 1.5 + 4 * (setting.positions[i] / 10);
                setting.cols[0][i] = 1.5 + 4 * (setting.positions[i] % 10);
            }
        }
        final Instabilities found = setting.run(100, List.of("cat", "dog", "owl"), classes);
        assertThat(found.rows().get(0).className()).isEqualTo("dog");
        assertThat(found.rows().get(0).pictures()).isEqualTo(20);
        assertThat(number(found, Score.INSTABILITY)).isGreaterThan(0.05);
        assertThat(number(found, Score.INSTABILITY_LEAST)).isCloseTo(0, within(EXACT));
        assertThat(number(setting.run(), Score.INSTABILITY_LEAST)).as("without classes").isNaN();
    }

    @Test
    void aLayerWithoutMapsHasNoPlaces() throws Exception {
        final Landmarks landmarks = new Setting(3, 1, 1).landmarks();
        final Instabilities found = new LocationInstability(Shape.vector(1), FIELD, FIELD, INPUT, landmarks, List.of(), new int[] {-1, -1, -1},
                LocationInstability.PICTURES, 1)
                .of(new ListedPeaks(3).add(new float[] {1, 0, 2}, new int[3]), Progress.NONE);
        assertThat(found.rows()).isEmpty();
        assertThat(found.scores().get(0).known()).containsExactly(Score.DEAD_SHARE);
    }
}
