package org.filterscope.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.core.progress.Progress;
import org.junit.jupiter.api.Test;

/** Maps of which is known what lies where. Distances in cells. */
class KnownPartsTest {
    private static final long MEMORY = 1 << 26;
    private static final double STEP = 16;
    private static final double MIDDLE = 6.5;
    private static final int FILTERS = 10;
    private static final int MOVING = 200;
    private static final int PARENTS = 400;
    private static final int TRUE = 40;

    /** Three parts in one filter, on 0.9, 0.7 and 0.5 of the pictures, each with a jitter of 0.6 cells. */
    @Test
    void eachOfThreeMixedPartsHasAPatternLessThanHalfACellAway() throws Exception {
        final double[][] places = { { 3, 4 }, { 9, 3 }, { 7, 10 } };
        final double[] presence = { 0.9, 0.7, 0.5 };
        final MapGrid grid = Blobs.grid(14, 14, STEP);
        for (long seed = 1; seed <= 3; seed++) {
            final Random random = new Random(seed);
            final Blobs blobs = new Blobs(grid, 1, 300);
            final int[] there = new int[3];
            for (int picture = 0; picture < 300; picture++) {
                for (int part = 0; part < 3; part++) {
                    if (random.nextDouble() < presence[part]) {
                        there[part]++;
                        blobs.add(picture, 0, places[part][0] + 0.6 * random.nextGaussian(), places[part][1] + 0.6 * random.nextGaussian(), 1, 0.8);
                    }
                }
            }
            final PatternLayer layer = new LayerMiner(MiningOptions.published(seed), 1, MEMORY).mine(Blobs.unscaled(grid, blobs.maps()), 20, null,
                    Progress.NONE, 1);
            for (int part = 0; part < 3; part++) {
                final double[] place = places[part];
                final int nearest = IntStream.range(0, layer.patterns().size()).boxed()
                        .min((a, b) -> Double.compare(apart(layer, a, place), apart(layer, b, place))).orElseThrow();
                assertThat(apart(layer, nearest, place)).as("part %d with seed %d", part, seed).isLessThan(0.5);
                final Inferences found = layer.inferences();
                // A part is one high at its middle.
                final double share = IntStream.range(0, 300).filter(picture -> found.activations()[found.at(nearest, picture)] > 0.5).count()
                        / 300.0;
                assertThat(share).as("presence of part %d with seed %d", part, seed).isCloseTo(there[part] / 300.0, within(0.05));
            }
        }
    }

    private static double apart(final PatternLayer layer, final int v, final double[] place) {
        return Math.hypot((layer.patterns().get(v).row() - layer.grid().firstRow()) / STEP - place[0],
                (layer.patterns().get(v).col() - layer.grid().firstCol()) / STEP - place[1]);
    }

    /**
     * Of 400 parents whose positions are known 40 move together with a standard deviation of two cells, each 0.3 cells beside; 160 move as much on
     * their own; the others hardly move and are no candidates. Ten filters show a part that moves with the 40, and two blobs as strong anywhere.
     */
    @Test
    void parentsTellAPartFromBlobsAsStrong() throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            final int pictures = 200;
            final MapGrid grid = Blobs.grid(14, 14, STEP);
            final Random random = new Random(seed);
            final double[][] motion = IntStream.range(0, pictures).mapToObj(i -> new double[] { moderate(random), moderate(random) })
                    .toArray(double[][]::new);
            final PatternLayer above = known(grid, motion, random);
            final Blobs blobs = new Blobs(grid, FILTERS, pictures);
            for (int picture = 0; picture < pictures; picture++) {
                for (int filter = 0; filter < FILTERS; filter++) {
                    blobs.add(picture, filter, MIDDLE + motion[picture][0] + 0.3 * random.nextGaussian(),
                            MIDDLE + motion[picture][1] + 0.3 * random.nextGaussian(), 1, 0.8);
                    for (int i = 0; i < 2; i++) {
                        blobs.add(picture, filter, 13 * random.nextDouble(), 13 * random.nextDouble(), 1, 0.8);
                    }
                }
            }
            final LayerMiner miner = new LayerMiner(MiningOptions.wide(seed), 1, MEMORY);
            final int[] middle = { 6 * 14 + 7 };
            final double[] without = errors(miner.mine(Blobs.unscaled(grid, blobs.maps()), middle, null, Progress.NONE, 1), motion);
            final PatternLayer child = miner.mine(Blobs.unscaled(grid, blobs.maps()), middle, above, Progress.NONE, 1);
            final double[] with = errors(child, motion);
            assertThat(child.patterns()).hasSize(FILTERS);
            for (final Pattern pattern : child.patterns()) {
                assertThat(pattern.parents()).hasSize(15).extracting(Parent::pattern).allMatch(parent -> parent < TRUE);
            }
            assertThat(with[0]).isLessThan(0.5).isLessThan(without[0]);
            assertThat(with[1]).isGreaterThan(0.98).isGreaterThan(without[1]);
        }
    }

    private static double moderate(final Random random) {
        return Math.clamp(2 * random.nextGaussian(), -5, 5);
    }

    private static PatternLayer known(final MapGrid grid, final double[][] motion, final Random random) {
        final List<Pattern> patterns = new ArrayList<>();
        final Inferences found = Inferences.empty(PARENTS, new boolean[motion.length]);
        for (int v = 0; v < PARENTS; v++) {
            final double row = grid.firstRow() + STEP * (3 + 7 * random.nextDouble());
            final double col = grid.firstCol() + STEP * (3 + 7 * random.nextDouble());
            patterns.add(new Pattern(0, v, row, col, STEP, STEP, List.of(), 0));
            for (int picture = 0; picture < motion.length; picture++) {
                final double[] own = v < TRUE ? motion[picture] : v < MOVING ? new double[] { moderate(random), moderate(random) } : new double[2];
                found.rows()[found.at(v, picture)] = (float) (row + STEP * (own[0] + 0.3 * random.nextGaussian()));
                found.cols()[found.at(v, picture)] = (float) (col + STEP * (own[1] + 0.3 * random.nextGaussian()));
                found.scores()[found.at(v, picture)] = 1;
                found.activations()[found.at(v, picture)] = 1;
            }
        }
        return new PatternLayer("above", grid, new float[] { 1 }, 1, STEP, false, patterns, found);
    }

    /** Mean distance of the inferred from the true place, and the share within a cell. */
    private static double[] errors(final PatternLayer layer, final double[][] motion) {
        final Inferences found = layer.inferences();
        double sum = 0;
        double near = 0;
        for (int v = 0; v < FILTERS; v++) {
            for (int picture = 0; picture < found.pictures(); picture++) {
                final double error = Math.hypot(
                        (found.rows()[found.at(v, picture)] - layer.grid().firstRow()) / STEP - MIDDLE - motion[picture][0],
                        (found.cols()[found.at(v, picture)] - layer.grid().firstCol()) / STEP - MIDDLE - motion[picture][1]);
                sum += error;
                near += error < 1 ? 1 : 0;
            }
        }
        return new double[] { sum / FILTERS / found.pictures(), near / FILTERS / found.pictures() };
    }
}
