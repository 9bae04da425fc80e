package org.filterscope.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.StoredMaps;
import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;

/** Limits and invariances. */
class LayerMinerTest {
    private static final long MEMORY = 1 << 24;
    /** Sums in another order. */
    private static final double ROUNDING = 1e-7;
    private final MapGrid grid = Blobs.grid(9, 11, 8);
    private final StoredMaps maps = Blobs.random(grid, 6, 20, 7);
    private final MiningOptions wide = MiningOptions.wide(3).withIterations(6);

    private PatternLayer mine(final StoredMaps of, final MiningOptions options) throws IOException {
        return new LayerMiner(options, 1, MEMORY).mine(Blobs.unscaled(grid, of), 8, null, Progress.NONE, 1);
    }

    /** A filter that follows the padding fires at one position alone: its squared distances are 0, or by rounding less. */
    @Test
    void patternsOfAFilterThatFiresAtOnePositionHaveTheNarrowestSpread() throws Exception {
        for (int cell = 0; cell < grid.cells(); cell++) {
            final Blobs blobs = new Blobs(grid, 1, 20);
            for (int picture = 0; picture < 20; picture++) {
                blobs.add(picture, 0, cell / grid.cols(), cell % grid.cols(), 1 + 0.37 * picture, 0.01);
            }
            final PatternLayer layer = new LayerMiner(MiningOptions.wide(3).undamped().withIterations(3), 1, MEMORY).mine(
                    Blobs.unscaled(grid, blobs.maps()), 8, null, Progress.NONE, 1);
            assertThat(layer.patterns()).isNotEmpty();
            for (final Pattern pattern : layer.patterns()) {
                assertThat(pattern.spread()).isCloseTo(grid.extent() / Math.sqrt(8) / 10, within(ROUNDING));
            }
        }
    }

    @Test
    void aLonePatternComesToTheCentreOfAllResponses() throws Exception {
        final PatternLayer layer = new LayerMiner(wide.withNoise(1e-12).undamped(), 1, MEMORY).mine(Blobs.unscaled(grid, maps), 1, null,
                Progress.NONE, 1);
        for (final Pattern pattern : layer.patterns()) {
            double sum = 0;
            double row = 0;
            double col = 0;
            double scores = 0;
            double squares = 0;
            for (final float[] values : maps.values()) {
                for (int cell = 0; cell < grid.cells(); cell++) {
                    final double f = Math.max(0, values[pattern.filter() * grid.cells() + cell]);
                    final double square = Math.pow(grid.row(cell) - pattern.row(), 2) + Math.pow(grid.col(cell) - pattern.col(), 2);
                    final double score = f * Math.exp(-square / (2 * pattern.reach() * pattern.reach()));
                    sum += f;
                    row += f * grid.row(cell);
                    col += f * grid.col(cell);
                    scores += score;
                    squares += score * square;
                }
            }
            assertThat(pattern.row()).isCloseTo(row / sum, within(1e-6));
            assertThat(pattern.col()).isCloseTo(col / sum, within(1e-6));
            assertThat(pattern.spread()).isCloseTo(Math.sqrt(squares / scores / 2), within(1e-6));
        }
    }

    @Test
    void whereAllIsNoiseNoPatternMoves() throws Exception {
        final List<double[]> rows = new ArrayList<>();
        new LayerMiner(wide.withNoise(Double.POSITIVE_INFINITY), 1, MEMORY, (iteration, gain, patterns, noise) -> rows.add(patterns.rows.clone()))
                .mine(Blobs.unscaled(grid, maps), 8, null, Progress.NONE, 1);
        for (final double row : rows.getFirst()) {
            assertThat((row - grid.firstRow()) / grid.rowStep() % 1).isZero();
        }
        assertThat(rows).allSatisfy(row -> assertThat(row).isEqualTo(rows.getFirst()));
    }

    @Test
    void theOrderOfPicturesDoesNotMatter() throws Exception {
        final List<float[]> shuffled = new ArrayList<>(maps.values());
        Collections.shuffle(shuffled, new Random(1));
        same(mine(new StoredMaps(maps.shape(), shuffled), wide), mine(maps, wide), new int[] { 0, 1, 2, 3, 4, 5 }, ROUNDING);
    }

    @Test
    void theOrderOfFiltersDoesNotMatter() throws Exception {
        final int[] order = { 4, 2, 0, 5, 1, 3 };
        final List<float[]> changed = maps.values().stream().map(values -> {
            final float[] moved = new float[values.length];
            for (int filter = 0; filter < order.length; filter++) {
                System.arraycopy(values, order[filter] * grid.cells(), moved, filter * grid.cells(), grid.cells());
            }
            return moved;
        }).toList();
        same(mine(new StoredMaps(maps.shape(), changed), wide), mine(maps, wide), order, ROUNDING);
    }

    private static void same(final PatternLayer found, final PatternLayer expected, final int[] order, final double tolerance) {
        assertThat(found.patterns()).hasSameSizeAs(expected.patterns());
        for (int filter = 0; filter < order.length; filter++) {
            final int number = filter;
            final List<Pattern> own = found.patterns().stream().filter(pattern -> pattern.filter() == number).toList();
            final List<Pattern> wanted = expected.patterns().stream().filter(pattern -> pattern.filter() == order[number]).toList();
            assertThat(own).hasSameSizeAs(wanted);
            for (int k = 0; k < own.size(); k++) {
                assertThat(own.get(k).row()).isCloseTo(wanted.get(k).row(), within(tolerance));
                assertThat(own.get(k).col()).isCloseTo(wanted.get(k).col(), within(tolerance));
                assertThat(own.get(k).spread()).isCloseTo(wanted.get(k).spread(), within(tolerance));
            }
        }
    }

    @Test
    void strongerResponsesChangeTheScoresAlone() throws Exception {
        final PatternLayer once = mine(maps, wide);
        final PatternLayer fourTimes = mine(scaled(4), wide);
        assertThat(fourTimes.patterns()).isEqualTo(once.patterns());
        assertThat(fourTimes.inferences().rows()).isEqualTo(once.inferences().rows());
        for (int i = 0; i < once.inferences().scores().length; i++) {
            assertThat(fourTimes.inferences().scores()[i]).isEqualTo(4 * once.inferences().scores()[i]);
        }
    }

    @Test
    void dividedByTheirOwnDeviationStrongerResponsesChangeNothing() throws Exception {
        final PatternLayer once = normalised(maps);
        final PatternLayer fourTimes = normalised(scaled(4));
        assertThat(fourTimes.patterns()).isEqualTo(once.patterns());
        assertThat(fourTimes.inferences().scores()).isEqualTo(once.inferences().scores());
    }

    private PatternLayer normalised(final StoredMaps of) throws IOException {
        return new LayerMiner(wide, 1, MEMORY).mine(new GraphMaps("layer", grid, of, null, ResponseScales.of(of, Progress.NONE)), 8, null,
                Progress.NONE, 1);
    }

    /** A power of two: exact in floating point. */
    private StoredMaps scaled(final float factor) {
        return new StoredMaps(maps.shape(), maps.values().stream().map(values -> {
            final float[] changed = values.clone();
            for (int i = 0; i < changed.length; i++) {
                changed[i] *= factor;
            }
            return changed;
        }).toList());
    }

    /** Responses far from the border, so that none is cut off and no window ends at another place. */
    @Test
    void patternsMoveWithTheMaps() throws Exception {
        final MapGrid large = Blobs.grid(20, 20, 8);
        final PatternLayer here = mineShifted(large, 0);
        final PatternLayer there = mineShifted(large, 1);
        assertThat(there.patterns()).hasSameSizeAs(here.patterns());
        for (int i = 0; i < here.patterns().size(); i++) {
            assertThat(there.patterns().get(i).row()).isCloseTo(here.patterns().get(i).row() + 8, within(ROUNDING));
            assertThat(there.patterns().get(i).col()).isCloseTo(here.patterns().get(i).col() + 8, within(ROUNDING));
            assertThat(there.patterns().get(i).spread()).isCloseTo(here.patterns().get(i).spread(), within(ROUNDING));
        }
    }

    private static PatternLayer mineShifted(final MapGrid large, final int cells) throws IOException {
        final Random random = new Random(2);
        final Blobs blobs = new Blobs(large, 2, 15);
        for (int picture = 0; picture < 15; picture++) {
            for (int filter = 0; filter < 2; filter++) {
                // At full cells, so that shifted values are the same bit by bit.
                blobs.add(picture, filter, 7 + random.nextInt(5) + cells, 7 + random.nextInt(5) + cells, 1, 0.9);
            }
        }
        final int[] starts = IntStream.of(7 * 20 + 8, 9 * 20 + 11, 11 * 20 + 7, 10 * 20 + 10).map(start -> start + cells * 21).toArray();
        return new LayerMiner(MiningOptions.published(1), 1, MEMORY).mine(Blobs.unscaled(large, blobs.maps()), starts, null, Progress.NONE, 1);
    }

    @Test
    void withWholeStepsTheLikelihoodNeverFalls() throws Exception {
        final List<Double> gains = new ArrayList<>();
        final LayerMiner miner = new LayerMiner(MiningOptions.wide(3).undamped(), 1, MEMORY,
                (iteration, gain, patterns, noise) -> gains.add(gain));
        miner.mine(Blobs.unscaled(grid, maps), 8, null, Progress.NONE, 1);
        assertThat(gains).hasSize(20);
        for (int i = 1; i < gains.size(); i++) {
            assertThat(gains.get(i)).isGreaterThanOrEqualTo(gains.get(i - 1) * (1 - 1e-12));
        }
        assertThat(gains.getLast()).isGreaterThan(1.01 * gains.getFirst());
    }

    /** Between two choices of parents; windows so wide that none cuts anything off. */
    @Test
    void withWholeStepsTheLikelihoodOfALayerWithParentsNeverFallsWhileTheyStay() throws Exception {
        final MiningOptions options = new MiningOptions(0.25, 1e9, 1e9, false, 0.1, 3, 20, 100, 20, false, false, 1);
        final PatternLayer above = new LayerMiner(options, 1, MEMORY).mine(Blobs.unscaled(grid, Blobs.random(grid, 6, 20, 8)), 8, null,
                Progress.NONE, 1);
        final List<Double> gains = new ArrayList<>();
        final PatternLayer layer = new LayerMiner(options, 1, MEMORY, (iteration, gain, patterns, noise) -> gains.add(gain))
                .mine(Blobs.unscaled(grid, maps), 8, above, Progress.NONE, 1);
        assertThat(layer.patterns()).allSatisfy(pattern -> assertThat(pattern.parents()).hasSize(3));
        for (int i = 2; i < gains.size(); i++) {
            assertThat(gains.get(i)).isGreaterThanOrEqualTo(gains.get(i - 1) * (1 - 1e-12));
        }
    }

    @Test
    void threadsAndMemoryChangeNoBit() throws Exception {
        final GraphMaps of = Blobs.unscaled(grid, maps);
        final StoredMaps mirror = Mirror.of(maps);
        final GraphMaps both = new GraphMaps("layer", grid, maps, mirror, of.scales());
        final PatternLayer above = new LayerMiner(wide, 1, MEMORY).mine(both, 8, null, Progress.NONE, 1);
        final PatternLayer layer = new LayerMiner(wide, 1, MEMORY).mine(both, 8, above, Progress.NONE, 1);
        for (final int threads : new int[] { 2, 3, 7 }) {
            // With one byte every filter is a block of its own.
            for (final long bytes : new long[] { 1, 20_000, MEMORY }) {
                isTheSame(new LayerMiner(wide, threads, bytes).mine(both, 8, null, Progress.NONE, 1), above);
                isTheSame(new LayerMiner(wide, threads, bytes).mine(both, 8, above, Progress.NONE, 1), layer);
            }
        }
    }

    private static void isTheSame(final PatternLayer one, final PatternLayer other) {
        assertThat(one.patterns()).isEqualTo(other.patterns());
        assertThat(one.noise()).isEqualTo(other.noise());
        assertThat(one.inferences()).usingRecursiveComparison().isEqualTo(other.inferences());
    }

    @Test
    void anotherSeedStartsElsewhere() throws Exception {
        assertThat(mine(maps, wide).patterns()).isEqualTo(mine(maps, wide).patterns());
        assertThat(mine(maps, MiningOptions.wide(4).withIterations(6)).patterns()).isNotEqualTo(mine(maps, wide).patterns());
    }

    @Test
    void filtersThatNeverFireHaveNoPatterns() throws Exception {
        final StoredMaps dead = new StoredMaps(maps.shape(), maps.values().stream().map(values -> {
            final float[] changed = values.clone();
            Arrays.fill(changed, 2 * grid.cells(), 3 * grid.cells(), -1);
            return changed;
        }).toList());
        final float[] scales = Blobs.ones(6);
        scales[4] = 0;
        final PatternLayer layer = new LayerMiner(wide, 1, MEMORY).mine(new GraphMaps("layer", grid, dead, null, scales), 8, null, Progress.NONE, 1);
        assertThat(layer.patterns()).extracting(Pattern::filter).containsOnly(0, 1, 3, 5);
        assertThat(layer.patterns()).isEqualTo(mine(maps, wide).patterns().stream()
                .filter(pattern -> pattern.filter() != 2 && pattern.filter() != 4).toList());
    }

    @Test
    void aLayerWhereNothingFiresHasNoPatterns() throws Exception {
        final StoredMaps nothing = new StoredMaps(new Shape(3, 9, 11), Collections.nCopies(4, new float[3 * 99]));
        final PatternLayer above = mine(nothing, wide);
        assertThat(above.patterns()).isEmpty();
        final StoredMaps four = new StoredMaps(maps.shape(), maps.values().subList(0, 4));
        final PatternLayer below = new LayerMiner(wide, 1, MEMORY).mine(Blobs.unscaled(grid, four), 8, above, Progress.NONE, 1);
        assertThat(below.patterns()).isNotEmpty().allSatisfy(pattern -> assertThat(pattern.parents()).isEmpty());
    }

    @Test
    void whoAsksToStopIsHeardBetweenTwoFilters() {
        final int[] asked = new int[1];
        final Progress stop = new Progress() {
            @Override
            public void begin(final String task, final long steps, final double share) {
                asked[0] = task.contains("iteration 2") ? 1 : 0;
            }

            @Override
            public void advance(final long steps) {
                asked[0] += asked[0] > 0 ? 1 : 0;
            }

            @Override
            public boolean isCancelled() {
                return asked[0] > 2;
            }
        };
        assertThatThrownBy(() -> new LayerMiner(wide, 1, MEMORY).mine(Blobs.unscaled(grid, maps), 8, null, stop, 1))
                .isInstanceOf(CancelledException.class);
        assertThat(asked[0]).isEqualTo(3);
        assertThatThrownBy(() -> new LayerMiner(wide, 2, MEMORY).mine(Blobs.unscaled(grid, maps), 8, null, stop, 1))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void stagesHaveTheStepsTheyAnnounceAndTheWholeShare() throws Exception {
        final List<String> tasks = new ArrayList<>();
        final long[] left = new long[1];
        final double[] shares = new double[1];
        final Progress heard = new Progress() {
            @Override
            public void begin(final String task, final long steps, final double share) {
                assertThat(left[0]).as("steps left before %s", task).isZero();
                tasks.add(task);
                left[0] = steps;
                shares[0] += share;
            }

            @Override
            public void advance(final long steps) {
                left[0] -= steps;
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        final GraphMaps both = new GraphMaps("conv", grid, maps, Mirror.of(maps), Blobs.ones(6));
        final PatternLayer above = new LayerMiner(wide, 1, MEMORY).mine(both, 8, null, heard, 0.25);
        new LayerMiner(wide, 1, MEMORY).mine(both, 8, above, heard, 0.75);
        assertThat(left[0]).isZero();
        assertThat(shares[0]).isCloseTo(1, within(1e-12));
        assertThat(tasks).hasSize(16).contains("explanatory graph: layer conv, iteration 3 of 6");
    }

    @Test
    void whatDoesNotFitIsToldInASentence() throws Exception {
        assertThatThrownBy(() -> mine(new StoredMaps(new Shape(6, 9, 10), List.of()), wide)).hasMessageContaining("a grid of 9 × 11");
        assertThatThrownBy(() -> new LayerMiner(wide, 1, MEMORY).mine(Blobs.unscaled(grid, maps), 100, null, Progress.NONE, 1))
                .hasMessage("layer 'layer': 100 patterns a filter on 99 positions");
        final PatternLayer above = mine(maps, wide);
        assertThatThrownBy(() -> mine(Blobs.random(grid, 6, 3, 1), above)).hasMessage(
                "layer 'layer' was mined from 20 pictures, layer 'layer' would be from 3");
        assertThatThrownBy(() -> new MapGrid(1, 1, 0, 0, 0, 0)).hasMessageContaining("all positions of a map see the same pixels");
    }

    private PatternLayer mine(final StoredMaps of, final PatternLayer above) throws IOException {
        return new LayerMiner(wide, 1, MEMORY).mine(Blobs.unscaled(grid, of), 8, above, Progress.NONE, 1);
    }
}
