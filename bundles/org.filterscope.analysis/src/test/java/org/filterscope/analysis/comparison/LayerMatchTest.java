package org.filterscope.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;
import org.junit.jupiter.api.Test;

/** Layers whose likeness is known: the same one, renumbered, rotated, unrelated. */
class LayerMatchTest {
    private static final int PICTURES = 400;
    private static final int FILTERS = 24;
    /** Peaks are single precision: a rotated one is off by 6e-8 of its size. */
    private static final double SINGLE = 1e-5;

    private static LayerMatch match(final float[][] first, final float[][] second) {
        return LayerMatch.of(ComparedLayer.of("a", first, Progress.NONE), ComparedLayer.of("b", second, Progress.NONE), 1, Progress.NONE);
    }

    @Test
    void aLayerMatchesItselfFilterByFilter() {
        final float[][] peaks = peaks(1, FILTERS);
        final LayerMatch match = match(peaks, peaks);
        assertThat(match.columns()).isEqualTo(IntStream.range(0, FILTERS).toArray());
        assertThat(Arrays.stream(match.correlations()).min()).hasValueCloseTo(1.0, within(1e-12));
        assertThat(match.cka()).isCloseTo(1, within(1e-12));
        assertThat(match.svcca()).isCloseTo(1, within(1e-9));
        assertThat(match.rsa()).isCloseTo(1, within(1e-12));
        assertThat(match.half()).isEqualTo(1);
        assertThat(match.correlationNull()).isLessThan(0.3);
    }

    @Test
    void whatCannotBeCancelledWithinASecondIsLeftOut() {
        final float[][] peaks = peaks(1, Directions.MOST_FILTERS + 1);
        for (final float[] row : peaks) {
            // Few directions, so that only the number of filters forbids it.
            for (int c = 2; c < row.length; c++) {
                row[c] = row[c % 2] * c;
            }
        }
        final LayerMatch tooMany = match(peaks, peaks);
        assertThat(tooMany.svcca()).isNaN();
        assertThat(tooMany.cka()).isCloseTo(1, within(1e-9));
        for (final float[] row : peaks) {
            row[0] = 1;
        }
        assertThat(match(peaks, peaks).svcca()).as("a filter less takes part").isNotNaN();
    }

    @Test
    void filtersThatAreExactlyAlikeMatchTheirOwnNumber() {
        final float[][] peaks = peaks(1, FILTERS);
        for (final float[] row : peaks) {
            Arrays.fill(row, 3, 9, row[2]);
        }
        assertThat(match(peaks, peaks).columns()).isEqualTo(IntStream.range(0, FILTERS).toArray());
    }

    @Test
    void renumberedFiltersAreFoundAgain() {
        final float[][] peaks = peaks(2, FILTERS);
        final int[] order = CommonPictures.shuffled(FILTERS, new SplittableRandom(5));
        final float[][] renumbered = new float[PICTURES][FILTERS];
        for (int i = 0; i < PICTURES; i++) {
            for (int c = 0; c < FILTERS; c++) {
                renumbered[i][order[c]] = 2 * peaks[i][c] + 1;
            }
        }
        final LayerMatch match = match(peaks, renumbered);
        assertThat(match.columns()).isEqualTo(order);
        assertThat(match.correlation()).isCloseTo(1, within(SINGLE));
        assertThat(match.cka()).isCloseTo(1, within(SINGLE));
    }

    @Test
    void aRotationKeepsTheAlignmentOfTheLayersButNotTheMatch() {
        final float[][] peaks = peaks(3, FILTERS);
        final LayerMatch match = match(peaks, rotated(peaks, 7));
        assertThat(match.cka()).isCloseTo(1, within(SINGLE));
        assertThat(match.svcca()).isCloseTo(1, within(SINGLE));
        assertThat(match.correlation()).isLessThan(0.75);
        assertThat(match.half()).isLessThan(1);
    }

    @Test
    void ofUnrelatedLayersNothingIsLeftBeyondChance() {
        final LayerMatch match = match(peaks(4, FILTERS), peaks(5, 2 * FILTERS));
        // The estimator has no bias; its error is of the order of 1 / pictures times the root of the number of directions.
        assertThat(match.cka()).isCloseTo(0, within(0.02));
        assertThat(match.ckaNull()).isCloseTo(0, within(0.02));
        assertThat(match.correlation()).isCloseTo(match.correlationNull(), within(0.03));
        assertThat(match.half()).isZero();
        assertThat(match.matched()).isEqualTo(FILTERS);
        assertThat(match.rsa()).isCloseTo(0, within(0.05));
    }

    @Test
    void theAlignmentIsThatOfTheGramMatrices() {
        final float[][] first = peaks(6, 5);
        final float[][] second = peaks(7, 3);
        for (int i = 0; i < PICTURES; i++) {
            second[i][0] += first[i][2];
        }
        final double expected = hsic(gram(first), gram(second)) / Math.sqrt(hsic(gram(first), gram(first)) * hsic(gram(second), gram(second)));
        assertThat(match(first, second).cka()).isCloseTo(expected, within(1e-9)).isGreaterThan(0.1);
    }

    @Test
    void filtersThatNeverVaryTakeNoPart() {
        final float[][] peaks = peaks(8, FILTERS);
        for (final float[] row : peaks) {
            row[4] = 0;
            row[9] = 0.1f;
            row[11] = Float.NaN;
        }
        final LayerMatch match = match(peaks, peaks);
        assertThat(match.matched()).isEqualTo(FILTERS - 3);
        assertThat(match.correlation()).isCloseTo(1, within(1e-12));
        final float[][] dead = new float[PICTURES][FILTERS];
        assertThat(match(dead, peaks).cka()).isNaN();
        assertThat(match(dead, peaks).correlation()).isNaN();
        assertThat(match(dead, peaks).matched()).isZero();
    }

    @Test
    void aFewPicturesAreTooFewForSomeNumbers() {
        final float[][] three = Arrays.copyOf(peaks(9, FILTERS), 3);
        assertThat(match(three, three).cka()).isNaN();
        assertThat(match(three, three).rsa()).isNaN();
        final float[][] some = Arrays.copyOf(peaks(9, FILTERS), FILTERS);
        assertThat(match(some, some).svcca()).as("as many directions as pictures: anything would fit").isNaN();
    }

    @Test
    void itCanBeCancelled() {
        final ComparedLayer layer = ComparedLayer.of("a", peaks(1, FILTERS), Progress.NONE);
        final Progress cancelled = new Progress() {
            @Override
            public void begin(final String task, final long steps, final double share) {
            }

            @Override
            public void advance(final long steps) {
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> LayerMatch.of(layer, layer, 1, cancelled)).isInstanceOf(CancelledException.class);
        assertThatThrownBy(() -> ComparedLayer.of("a", peaks(1, FILTERS), cancelled)).isInstanceOf(CancelledException.class);
        assertThatThrownBy(() -> Dissimilarities.of(layer.peaks(), cancelled::checkCancelled)).isInstanceOf(CancelledException.class);
    }

    /** Independent peaks, as of filters after a ReLU. */
    private static float[][] peaks(final long seed, final int filters) {
        final Random random = new Random(seed);
        final float[][] peaks = new float[PICTURES][filters];
        for (final float[] row : peaks) {
            for (int c = 0; c < filters; c++) {
                row[c] = (float) Math.max(0, random.nextGaussian() + 0.5);
            }
        }
        return peaks;
    }

    /** Times an orthogonal matrix, made by Gram and Schmidt's method from a random one. */
    private static float[][] rotated(final float[][] peaks, final long seed) {
        final int n = peaks[0].length;
        final Random random = new Random(seed);
        final double[][] basis = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < n; c++) {
                basis[i][c] = random.nextGaussian();
            }
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < i; j++) {
                    final double along = dot(basis[i], basis[j]);
                    for (int c = 0; c < n; c++) {
                        basis[i][c] -= along * basis[j][c];
                    }
                }
            }
            final double length = Math.sqrt(dot(basis[i], basis[i]));
            for (int c = 0; c < n; c++) {
                basis[i][c] /= length;
            }
        }
        final float[][] result = new float[peaks.length][n];
        for (int i = 0; i < peaks.length; i++) {
            for (int c = 0; c < n; c++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += peaks[i][k] * basis[c][k];
                }
                result[i][c] = (float) sum;
            }
        }
        return result;
    }

    private static double dot(final double[] x, final double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static double[][] gram(final float[][] peaks) {
        final double[][] gram = new double[peaks.length][peaks.length];
        for (int i = 0; i < peaks.length; i++) {
            for (int j = 0; j < peaks.length; j++) {
                for (int c = 0; c < peaks[0].length; c++) {
                    gram[i][j] += (double) peaks[i][c] * peaks[j][c];
                }
            }
            gram[i][i] = 0;
        }
        return gram;
    }

    /** Song and others 2012, equation 5, word for word: Gram matrices without diagonals, not centred. */
    private static double hsic(final double[][] k, final double[][] l) {
        final int n = k.length;
        double trace = 0;
        double sumK = 0;
        double sumL = 0;
        double chain = 0;
        for (int i = 0; i < n; i++) {
            double rowK = 0;
            double rowL = 0;
            for (int j = 0; j < n; j++) {
                trace += k[i][j] * l[j][i];
                rowK += k[i][j];
                rowL += l[i][j];
            }
            sumK += rowK;
            sumL += rowL;
            chain += rowK * rowL;
        }
        return (trace + sumK * sumL / ((n - 1.0) * (n - 2.0)) - 2 / (n - 2.0) * chain) / (n * (n - 3.0));
    }
}
