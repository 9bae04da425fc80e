package org.filterscope.analysis.flaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;
import org.junit.jupiter.api.Test;

/** Numbers by hand. */
class FlawStatisticsTest {

    /**
     * Two classes. First: 8, 2, 1, 9 of 20, expected 4.5, variance 10 · 10 · 9 · 11 / (400 · 19) = 9900 / 7600; second: attribute on all, says
     * nothing.
     * Odds ratio 8 · 9 / (2 · 1) = 36; z = (8 − 4.5 − 0.5) / √1.302632 = 2.628520, tail 0.0042877.
     */
    @Test
    void anAssociationIsThatWithinTheClasses() {
        final Association association = new Association();
        association.add(8, 2, 1, 9);
        association.add(5, 7, 0, 0);
        assertThat(association.oddsRatio()).isEqualTo(36, within(1e-12));
        assertThat(association.pValue()).isEqualTo(0.0042877, within(1e-5));
        assertThat(new Association().pValue()).isEqualTo(1);
    }

    /** Class and answer go together, attribute and class too, but within the classes nothing does. */
    @Test
    void anAttributeThatOnlyGoesWithTheClassIsNoTie() {
        final Association association = new Association();
        association.add(72, 8, 18, 2);
        association.add(2, 18, 8, 72);
        assertThat(association.oddsRatio()).isEqualTo(1, within(1e-12));
        assertThat(association.pValue()).isGreaterThan(0.5);
    }

    @Test
    void theTailOfTheNormalDistributionIsThatOfTables() {
        assertThat(Association.upperTail(0)).isEqualTo(0.5, within(1e-6));
        assertThat(Association.upperTail(1.959964)).isEqualTo(0.025, within(1e-6));
        assertThat(Association.upperTail(-1.959964)).isEqualTo(0.975, within(1e-6));
    }

    @Test
    void leavingOutByFormulaIsLeavingOutByFittingAnew() {
        final Random random = new Random(5);
        final double[][] x = new double[12][3];
        final int[] classes = new int[12];
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 3; j++) {
                x[i][j] = random.nextGaussian();
            }
            classes[i] = i % 3;
        }
        for (int j = 0; j < 3; j++) {
            final int feature = j;
            final double mean = Arrays.stream(x).mapToDouble(row -> row[feature]).average().orElseThrow();
            Arrays.stream(x).forEach(row -> row[feature] -= mean);
        }
        final double[][] scores = LeaveOneOut.scores(x, classes, 3, 0.1, Progress.NONE);
        for (int left = 0; left < 12; left++) {
            final double[] anew = anew(x, classes, left, 0.1 * 12);
            for (int c = 0; c < 3; c++) {
                assertThat(scores[left][c]).isEqualTo(anew[c], within(1e-10));
            }
        }
    }

    private static double[] anew(final double[][] x, final int[] classes, final int left, final double ridge) {
        final DMatrixRMaj products = CommonOps_DDRM.diag(ridge, ridge, ridge, 0);
        final DMatrixRMaj right = new DMatrixRMaj(4, 3);
        for (int i = 0; i < x.length; i++) {
            final double[] row = {x[i][0], x[i][1], x[i][2], 1};
            for (int j = 0; j < 4 && i != left; j++) {
                right.add(j, classes[i], row[j]);
                for (int k = 0; k < 4; k++) {
                    products.add(j, k, row[j] * row[k]);
                }
            }
        }
        final DMatrixRMaj weights = new DMatrixRMaj(4, 3);
        CommonOps_DDRM.solve(products, right, weights);
        return IntStream.range(0, 3).mapToDouble(c -> x[left][0] * weights.get(0, c) + x[left][1] * weights.get(1, c) + x[left][2] * weights.get(2, c)
                + weights.get(3, c)).toArray();
    }

    @Test
    void theOneLabelAgainstItsNeighboursIsTheMostDoubtful() {
        final double[][] x = {{-2}, {-1.8}, {-1.6}, {-1.4}, {-1.2}, {1.2}, {1.4}, {1.6}, {1.8}, {2}};
        final int[] classes = {0, 0, 0, 0, 0, 1, 1, 0, 1, 1};
        final DoubtfulLabels labels = DoubtfulLabels.of(LeaveOneOut.scores(x, classes, 2, 0.01, Progress.NONE), classes);
        assertThat(labels.ranked()[0]).isEqualTo(7);
        assertThat(labels.doubtful()).containsExactly(7);
    }

    @Test
    void clustersAreTheGroupsThatAreThere() {
        final double[][] points = {{0, 0}, {0, 1}, {1, 0}, {10, 10}, {10, 11}, {11, 10}};
        final Clusters clusters = Clusters.of(points, 2, 3);
        final int first = clusters.nearest(points[0]);
        assertThat(IntStream.range(0, 6).map(i -> clusters.nearest(points[i]) == first ? 0 : 1)).containsExactly(0, 0, 0, 1, 1, 1);
        assertThat(clusters.centres()[first]).containsExactly(new double[] {1 / 3.0, 1 / 3.0}, within(1e-12));
        assertThat(Clusters.of(points, 2, 3).centres()).isDeepEqualTo(clusters.centres());
    }

    @Test
    void halvesAreHalvesAndAlwaysTheSame() {
        final Halves halves = Halves.of(11, 4);
        assertThat(halves.looked(picture -> true)).hasSize(5);
        assertThat(halves.checked(picture -> true)).hasSize(6).doesNotContain(halves.looked(picture -> true));
        assertThat(Halves.of(11, 4).looked()).isEqualTo(halves.looked());
    }

    /** Pictures come class by class: the first ones would be those of one class. */
    @Test
    void tooManyPicturesAreTakenEvenly() {
        assertThat(AttributeTies.evenly(new int[] {1, 2, 4, 8, 16, 32, 64}, 3)).containsExactly(1, 4, 16);
        assertThat(AttributeTies.evenly(new int[] {1, 2, 4}, 3)).containsExactly(1, 2, 4);
    }

    /** Of a class with two pictures both are drawn, of the others as many of each, always the same. */
    @Test
    void picturesAreDrawnEvenlyFromTheirClasses() {
        final int[] pictures = IntStream.range(10, 110).toArray();
        final int[] classes = IntStream.range(0, 100).map(i -> i < 60 ? 0 : i < 98 ? 1 : 2).toArray();
        final int[] drawn = PictureDraw.of(pictures, classes, 22, 3);
        assertThat(drawn).hasSize(22).doesNotHaveDuplicates().isSorted().contains(108, 109).isEqualTo(PictureDraw.of(pictures, classes, 22, 3));
        assertThat(IntStream.of(drawn).filter(picture -> picture < 70).count()).isEqualTo(10);
        assertThat(PictureDraw.of(pictures, classes, 100, 3)).isSameAs(pictures);
    }

    /** 600 pictures are three blocks; it asks before and after the products, before each block and before the fit. */
    @Test
    void leavingOutCanBeCancelledBetweenBlocks() {
        final double[][] x = IntStream.range(0, 600).mapToObj(i -> new double[] {i - 299.5}).toArray(double[][]::new);
        for (int at = 1; at <= 6; at++) {
            final AtomicInteger left = new AtomicInteger(at);
            assertThatThrownBy(() -> LeaveOneOut.scores(x, new int[600], 1, 1, new Progress() {
                @Override
                public void begin(final String task, final long steps, final double share) {
                }

                @Override
                public void advance(final long steps) {
                }

                @Override
                public boolean isCancelled() {
                    return left.decrementAndGet() <= 0;
                }
            })).isInstanceOf(CancelledException.class);
        }
    }

    /** All values are the same, so every sample has that mean. */
    @Test
    void aMeanOfEqualValuesHasNoSpread() {
        assertThat(MeanHarm.of(new double[] {0.25, 0.25, 0.25}, 1)).isEqualTo(new MeanHarm(0.25, 0.25, 0.25));
    }
}
