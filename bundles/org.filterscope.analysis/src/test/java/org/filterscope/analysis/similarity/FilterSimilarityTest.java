package org.filterscope.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.SimilarRow;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;
import org.junit.jupiter.api.Test;

class FilterSimilarityTest {
    private static final int SIDE = 8;
    private static final int POSITIONS = SIDE * SIDE;

    private interface Filter {
        /** @param seen values of the filters before, at the same position */
        double value(int picture, int position, double[] seen, Random random);
    }

    private static ListedMaps maps(final int pictures, final Filter... filters) {
        final Random random = new Random(11);
        final List<float[]> values = new ArrayList<>();
        for (int picture = 0; picture < pictures; picture++) {
            final float[] maps = new float[filters.length * POSITIONS];
            for (int position = 0; position < POSITIONS; position++) {
                final double[] seen = new double[filters.length];
                for (int filter = 0; filter < filters.length; filter++) {
                    seen[filter] = filters[filter].value(picture, position, seen, random);
                    maps[filter * POSITIONS + position] = (float) seen[filter];
                }
            }
            values.add(maps);
        }
        return new ListedMaps(new Shape(filters.length, SIDE, SIDE), values);
    }

    /** A 1 × 1 convolution with an activation; filter i has the weights (cos i, sin i), and those after the third the opposite. */
    private static NetworkGraph graph(final int filters) throws Exception {
        final float[] weights = new float[2 * filters];
        for (int i = 0; i < filters; i++) {
            weights[2 * i] = (float) Math.cos(i % 3) * (i < 3 ? 1 : -1);
            weights[2 * i + 1] = (float) Math.sin(i % 3) * (i < 3 ? 1 : -1);
        }
        return new NetworkGraph("test", List.of(new Node("input", new Input(new Shape(2, SIDE, SIDE)), List.of()),
                new Node("convolution", new Convolution(new Tensor(List.of(filters, 2, 1, 1), weights), Tensor.vector(new float[filters]),
                        new Window(1, 1, 1, 1, 1, 1, Padding.NONE)), List.of("input")),
                new Node("layer", new Activation(Activation.Function.RELU), List.of("convolution"))));
    }

    private static Similarities run(final ListedMaps maps) throws Exception {
        return new FilterSimilarity(graph(maps.shape().channels()), "layer", 1).of(maps, maps.peaks(), Progress.NONE);
    }

    private static double number(final Similarities found, final int channel, final Score score) {
        return found.scores().get(channel).number(score).orElse(Double.NaN);
    }

    private static double noise(final int picture, final int position, final double[] seen, final Random random) {
        return random.nextGaussian();
    }

    /** Correlation of x and x + 0.2 y is 1 / √1.04 = 0.981, with 50 · 64 samples known to 0.001. */
    @Test
    void plantedDuplicatesAreFoundAndNothingElse() throws Exception {
        final Similarities found = run(maps(50, FilterSimilarityTest::noise, FilterSimilarityTest::noise,
                (picture, position, seen, random) -> 1e3 + 2 * seen[0] + 0.4 * random.nextGaussian(), FilterSimilarityTest::noise,
                (picture, position, seen, random) -> -seen[1]));
        assertThat(found.rows()).extracting(SimilarRow::channel).containsExactly(0, 1);
        assertThat(found.rows()).extracting(SimilarRow::other).containsExactly(2, 4);
        assertThat(found.rows().get(0).correlation()).isCloseTo(1 / Math.sqrt(1.04), within(0.003));
        assertThat(found.rows().get(1).correlation()).isCloseTo(-1, within(1e-12));
        assertThat(found.rows().get(0).weights()).isCloseTo(Math.cos(2), within(1e-6));
        assertThat(found.rows().get(1).weights()).isCloseTo(-1, within(1e-6));
        assertThat(number(found, 0, Score.TWIN)).isEqualTo(2);
        assertThat(number(found, 4, Score.TWIN)).isEqualTo(1);
        assertThat(number(found, 4, Score.TWIN_CORRELATION)).isCloseTo(-1, within(1e-12));
        assertThat(Math.abs(number(found, 3, Score.TWIN_CORRELATION))).isLessThan(0.1);
    }

    /** x + y + 0.5 z is explained by x and y to 2 / 2.25. */
    @Test
    void theExplainedShareIsThatOfTheOthersTogether() throws Exception {
        final Similarities found = run(maps(100, FilterSimilarityTest::noise, FilterSimilarityTest::noise,
                (picture, position, seen, random) -> seen[0] + seen[1] + 0.5 * random.nextGaussian(), FilterSimilarityTest::noise));
        assertThat(number(found, 2, Score.EXPLAINED)).isCloseTo(2 / 2.25, within(0.01));
        assertThat(number(found, 3, Score.EXPLAINED)).isCloseTo(0, within(0.01));
        assertThat(found.rows()).isEmpty();
    }

    /** Twenty filters of noise, 64 samples a half: fitted and judged on the same samples they would explain 0.3 of each other. */
    @Test
    void chanceExplainsNothing() throws Exception {
        final Filter[] filters = new Filter[20];
        Arrays.fill(filters, (Filter) FilterSimilarityTest::noise);
        final Similarities found = run(maps(12, filters));
        double sum = 0;
        for (int channel = 0; channel < 20; channel++) {
            sum += number(found, channel, Score.EXPLAINED);
        }
        assertThat(sum / 20).isLessThan(0.02);
    }

    @Test
    void copiesExplainEachOther() throws Exception {
        final Similarities found = run(maps(30, FilterSimilarityTest::noise, (picture, position, seen, random) -> seen[0],
                FilterSimilarityTest::noise));
        assertThat(number(found, 0, Score.EXPLAINED)).as("but for the ridge of 1e-4").isCloseTo(1, within(1e-3));
        assertThat(number(found, 1, Score.TWIN_CORRELATION)).isCloseTo(1, within(1e-12));
    }

    @Test
    void deadAndConstantFiltersAndThoseThatHardlyMoveTakeNoPart() throws Exception {
        final Similarities found = run(maps(40, FilterSimilarityTest::noise, (picture, position, seen, random) -> 0,
                (picture, position, seen, random) -> 7, (picture, position, seen, random) -> picture < 3 ? seen[0] : 0,
                FilterSimilarityTest::noise));
        assertThat(found.scores().get(1).known()).isEmpty();
        assertThat(found.scores().get(2).known()).as("its peaks seem to lie in the first position").isEmpty();
        assertThat(found.scores().get(3).known()).isEmpty();
        assertThat(number(found, 0, Score.TWIN)).isEqualTo(4);
        assertThat(found.rows()).isEmpty();
    }

    @Test
    void fewSamplesSayNothing() throws Exception {
        final Similarities found = run(new ListedMaps(new Shape(2, SIDE, SIDE), maps(4, FilterSimilarityTest::noise,
                (picture, position, seen, random) -> seen[0]).values()));
        assertThat(found.rows()).isEmpty();
        assertThat(found.scores().get(0).known()).isEmpty();
    }

    /** 28 of 64 positions are border. */
    @Test
    void filtersThatLookAtTheBorderAreFound() throws Exception {
        final Similarities found = run(maps(64, (picture, position, seen, random) -> position == POSITIONS - 1 ? 3 : random.nextDouble(),
                (picture, position, seen, random) -> position < SIDE ? 3 + random.nextDouble() : 0,
                (picture, position, seen, random) -> position == picture ? 1 : 0));
        assertThat(number(found, 0, Score.CORNER)).isEqualTo(1);
        assertThat(number(found, 0, Score.BORDER)).isCloseTo(64.0 / 28, within(1e-12));
        assertThat(number(found, 1, Score.CORNER)).isBetween(0.05, 0.35);
        assertThat(number(found, 1, Score.BORDER)).isCloseTo(64.0 / 28, within(1e-12));
        assertThat(number(found, 2, Score.BORDER)).isCloseTo(1, within(1e-12));
        assertThat(number(found, 2, Score.CORNER)).isEqualTo(1.0 / 64);
    }

    @Test
    void aLayerOfCopiesDoesNotFillTheTableWithAllPairs() throws Exception {
        final Filter[] filters = new Filter[60];
        Arrays.fill(filters, (Filter) (picture, position, seen, random) -> picture + position);
        assertThat(run(maps(20, filters)).rows()).hasSizeLessThanOrEqualTo(60 * 16).hasSizeGreaterThan(60);
    }

    @Test
    void theSameMapsGiveTheSameNumbers() throws Exception {
        final ListedMaps maps = maps(20, FilterSimilarityTest::noise, FilterSimilarityTest::noise, FilterSimilarityTest::noise);
        assertThat(run(maps)).isEqualTo(run(maps));
    }
}
