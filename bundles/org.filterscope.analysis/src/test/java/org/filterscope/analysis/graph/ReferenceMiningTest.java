package org.filterscope.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.filterscope.analysis.classes.StoredMaps;
import org.filterscope.core.progress.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fast mining against the plain one, after every iteration. Positions are kept in single precision between layers: 1e-4 pixels. */
class ReferenceMiningTest {
    private static final int PICTURES = 12;
    private static final double NEAR = 1e-4;
    private final MapGrid high = new MapGrid(7, 6, 7.5, 8.5, 16, 14);
    private final MapGrid low = new MapGrid(10, 12, 4, 3, 9, 7);
    private final StoredMaps highMaps = Blobs.random(high, 5, PICTURES, 1);
    private final StoredMaps lowMaps = Blobs.random(low, 4, PICTURES, 2);
    private final int[] highStarts = { 3, 9, 16, 20, 25, 31, 38 };
    private final int[] lowStarts = { 5, 17, 29, 40, 51, 66, 78, 93, 110 };

    static Stream<MiningOptions> options() {
        final MiningOptions published = few(MiningOptions.published(1));
        final MiningOptions wide = few(MiningOptions.wide(1));
        return Stream.of(published, wide, wide.undamped(), wide.withOwnSpread(), wide.withNoise(1e-3).withParentInterval(2));
    }

    private static MiningOptions few(final MiningOptions options) {
        return new MiningOptions(options.spread(), options.topWindow(), options.window(), options.windowFollowsSpread(), options.noise(), 3, 11,
                1, 6, true, false, 1);
    }

    @ParameterizedTest
    @MethodSource("options")
    void theTopLayerIsThePlainMiningsAfterEveryIteration(final MiningOptions options) throws Exception {
        isThePlainMining(high, highMaps, highStarts, options, null);
    }

    @ParameterizedTest
    @MethodSource("options")
    void aLayerWithParentsIsThePlainMiningsAfterEveryIteration(final MiningOptions options) throws Exception {
        isThePlainMining(low, lowMaps, lowStarts, options,
                new LayerMiner(options, 1, 1 << 20).mine(Blobs.unscaled(high, highMaps), highStarts, null, Progress.NONE, 1));
    }

    private static void isThePlainMining(final MapGrid grid, final StoredMaps maps, final int[] starts, final MiningOptions options,
            final PatternLayer above) throws Exception {
        final ReferenceMining plain = new ReferenceMining(grid, maps, starts, options, above);
        final int[] iterations = new int[1];
        final PatternLayer mined = new LayerMiner(options, 2, 1 << 20, (iteration, gain, patterns, noise) -> {
            plain.iterate(iteration);
            iterations[0] = iteration;
            assertThat(patterns.rows).as("rows after %d", iteration).containsExactly(plain.rows, within(NEAR));
            assertThat(patterns.cols).as("columns after %d", iteration).containsExactly(plain.cols, within(NEAR));
            assertThat(patterns.spreads).as("spreads after %d", iteration).containsExactly(plain.spreads, within(NEAR));
            assertThat(patterns.reaches).as("reaches after %d", iteration).containsExactly(plain.reaches, within(NEAR));
            for (int v = 0; v < patterns.size(); v++) {
                assertThat(patterns.parents.get(v)).extracting(Parent::pattern).as("parents of %d after %d", v, iteration)
                        .containsExactlyElementsOf(IntStream.of(plain.parents[v]).boxed().toList());
            }
            assertThat(noise / plain.noise).isCloseTo(1, offset(NEAR));
            assertThat(gain / plain.gain).isCloseTo(1, offset(NEAR));
        }).mine(Blobs.unscaled(grid, maps), starts, above, Progress.NONE, 1);
        assertThat(iterations[0]).isEqualTo(options.iterations());
        plain.infer();
        isWhatThePlainMiningFinds(mined, plain);
        if (above != null) {
            assertThat(mined.patterns()).allSatisfy(pattern -> assertThat(pattern.parents()).isNotEmpty());
        }
    }

    private static void isWhatThePlainMiningFinds(final PatternLayer mined, final ReferenceMining plain) {
        final List<Integer> numbers = mined.patterns().stream().map(pattern -> IntStream.range(0, plain.rows.length)
                .filter(v -> Math.hypot(plain.rows[v] - pattern.row(), plain.cols[v] - pattern.col()) < NEAR
                        && v / (plain.rows.length / mined.filters()) == pattern.filter())
                .findFirst().orElseThrow()).toList();
        final Inferences found = mined.inferences();
        for (int i = 0; i < numbers.size(); i++) {
            for (int picture = 0; picture < found.pictures(); picture++) {
                final int v = numbers.get(i);
                assertThat((double) found.rows()[found.at(i, picture)]).isCloseTo(plain.foundRows[v][picture], within(NEAR));
                assertThat((double) found.cols()[found.at(i, picture)]).isCloseTo(plain.foundCols[v][picture], within(NEAR));
                assertThat((double) found.activations()[found.at(i, picture)]).isCloseTo(plain.activations[v][picture], within(NEAR));
                assertThat((double) found.scores()[found.at(i, picture)]).isCloseTo(plain.scores[v][picture],
                        within(NEAR * Math.max(1, plain.scores[v][picture])));
            }
        }
    }
}
