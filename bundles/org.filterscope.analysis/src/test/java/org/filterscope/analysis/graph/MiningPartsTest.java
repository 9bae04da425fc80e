package org.filterscope.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.StoredMaps;
import org.filterscope.core.progress.Progress;
import org.junit.jupiter.api.Test;

/** The pieces that the mining is made of. */
class MiningPartsTest {
    private final MapGrid grid = Blobs.grid(10, 10, 4);

    @Test
    void patternsAreAsManyAsTheAuthorsHave() {
        assertThat(PatternCount.usual(Blobs.grid(28, 28, 8))).isEqualTo(40);
        assertThat(PatternCount.usual(Blobs.grid(14, 14, 16))).isEqualTo(20);
        assertThat(PatternCount.usual(Blobs.grid(7, 7, 32))).isEqualTo(10);
        assertThat(PatternCount.usual(Blobs.grid(13, 13, 16))).isEqualTo(17);
        assertThat(PatternCount.usual(Blobs.grid(27, 27, 8))).isEqualTo(37);
        assertThat(PatternCount.byDensity(grid, 7)).isEqualTo(100);
    }

    @Test
    void theScaleIsTheStandardDeviationOfAllValues() throws Exception {
        final StoredMaps maps = Blobs.random(grid, 3, 7, 1);
        // Far from zero, where sums of squares would lose the deviation.
        for (final float[] values : maps.values()) {
            for (int i = 100; i < 200; i++) {
                values[i] += 1000;
            }
        }
        final float[] scales = ResponseScales.of(maps, Progress.NONE);
        for (int filter = 0; filter < 3; filter++) {
            final int from = filter * 100;
            final double[] all = maps.values().stream().flatMapToDouble(values -> Arrays.stream(toDouble(values), from, from + 100)).toArray();
            final double mean = Arrays.stream(all).average().orElseThrow();
            assertThat((double) scales[filter]).isCloseTo(Math.sqrt(Arrays.stream(all).map(x -> (x - mean) * (x - mean)).average().orElseThrow()),
                    within(1e-6));
        }
    }

    private static double[] toDouble(final float[] values) {
        final double[] doubles = new double[values.length];
        Arrays.setAll(doubles, i -> values[i]);
        return doubles;
    }

    /** The fast exponential is single precision. */
    @Test
    void commonMotionIsTheWeightedMeanOfExponentials() {
        final Random random = new Random(3);
        final int pictures = 50;
        final int size = 70;
        final Inferences found = Inferences.empty(size, new boolean[pictures]);
        for (int i = 0; i < size * pictures; i++) {
            found.rows()[i] = (float) (20 * random.nextGaussian());
            found.cols()[i] = (float) (5 * random.nextGaussian());
        }
        final List<Pattern> patterns = IntStream.range(0, size)
                .mapToObj(v -> new Pattern(0, v, 0, 0, 1, 1, List.of(), 0)).toList();
        final Expectation.Above above = new Expectation.Above(
                PatternArrays.of(new PatternLayer("above", grid, new float[1], 1, 1, false, patterns, found)), found);
        final int[] candidates = IntStream.range(1, size).toArray();
        final CommonMotion.Motion own = new CommonMotion.Motion(Arrays.copyOf(found.rows(), pictures), Arrays.copyOf(found.cols(), pictures),
                new float[pictures]);
        for (int i = 0; i < pictures; i++) {
            own.weights()[i] = i % 2 / 25f;
        }
        final float[] agreement = new CommonMotion(above, candidates).agreement(List.of(own))[0];
        double mean = 0;
        for (final int c : candidates) {
            for (int i = 0; i < pictures; i++) {
                mean += square(found, c, i) / candidates.length / pictures;
            }
        }
        for (int c = 0; c < candidates.length; c++) {
            double sum = 0;
            for (int i = 0; i < pictures; i++) {
                sum += own.weights()[i] * Math.exp(-square(found, candidates[c], i) / (2 * mean));
            }
            assertThat((double) agreement[c]).isCloseTo(sum, within(1e-5));
        }
    }

    private static double square(final Inferences found, final int c, final int picture) {
        return Math.pow(found.rows()[found.at(c, picture)] - found.rows()[picture], 2)
                + Math.pow(found.cols()[found.at(c, picture)] - found.cols()[picture], 2);
    }

    @Test
    void candidatesMoveAndAreStrongAndNotAtTheBorder() {
        // Rows by pattern: four that move, of which one lies at the border and one never fires; four that do not move.
        final double[] rows = { 20, 20, 1, 20, 20, 20, 20, 20 };
        final List<Pattern> patterns = IntStream.range(0, 8)
                .mapToObj(v -> new Pattern(0, v, rows[v], 20, 1, 1, List.of(), 0)).toList();
        final Inferences found = Inferences.empty(8, new boolean[2]);
        for (int v = 0; v < 8; v++) {
            found.rows()[2 * v] = v < 4 ? 10 + v : 0;
            found.scores()[2 * v] = v == 3 ? 0 : v + 1;
        }
        final PatternArrays arrays = PatternArrays.of(new PatternLayer("above", grid, new float[1], 1, 1, false, patterns, found));
        assertThat(ParentCandidates.of(arrays, found, grid, 600)).containsExactly(1, 0);
        assertThat(ParentCandidates.of(arrays, found, grid, 1)).containsExactly(1);
    }

    @Test
    void patternsOfOneFilterThatMoveTogetherAtOnePlaceBecomeOne() {
        final double[] rows = { 10, 12, 30, 10, 11 };
        final int[] filters = { 0, 0, 0, 0, 1 };
        final List<Pattern> patterns = IntStream.range(0, 5)
                .mapToObj(v -> new Pattern(filters[v], v, rows[v], 20, 1, 1, List.of(), 0)).toList();
        final Inferences found = Inferences.empty(5, new boolean[4]);
        Arrays.fill(found.activations(), 1);
        Arrays.fill(found.scores(), 1);
        for (int picture = 0; picture < 4; picture++) {
            for (int v = 0; v < 5; v++) {
                // The fourth moves the other way.
                found.rows()[found.at(v, picture)] = (float) (rows[v] + (v == 3 ? -picture : picture));
            }
            found.scores()[found.at(1, picture)] = 5;
        }
        final PatternArrays arrays = PatternArrays.of(new PatternLayer("layer", grid, new float[2], 1, 1, false, patterns, found));
        final Duplicates.Kept kept = new Duplicates(arrays, found, grid).merge();
        assertThat(kept.kept()).containsExactly(1, 2, 3, 4);
        assertThat(kept.merged()).containsExactly(1, 0, 0, 0);
    }

    /** The product of ratios against the exponential, 1e-12 of it. */
    @Test
    void aGaussianAlongAnAxisIsWhatItsFormulaSays() {
        // Beside another axis in the same array.
        final double[][] values = new double[40][2];
        final GaussianAxis axis = new GaussianAxis(3, 2.5, values, 1);
        for (final double centre : new double[] { 50, 51.3, -8, 130, 3, 100.5 }) {
            for (final double window : new double[] { 1, 12.5, 33, 1000 }) {
                final boolean any = axis.fill(centre, 4, window, 3);
                int seen = 0;
                for (int i = 0; i < 40; i++) {
                    final double x = 3 + 2.5 * i - centre;
                    final boolean inside = Math.abs(x) <= Math.max(2.5, window) * (1 + 1e-9);
                    final double expected = inside ? 3 * Math.exp(-x * x / 32) : 0;
                    assertThat(values[i][0]).isZero();
                    assertThat(values[i][1]).isCloseTo(expected, within(1e-12 * expected));
                    assertThat(i >= axis.from() && i < axis.to()).isEqualTo(inside);
                    seen += inside ? 1 : 0;
                }
                assertThat(any).isEqualTo(seen > 0);
            }
        }
    }
}
