package org.filterscope.analysis.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.Score;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
import org.filterscope.engine.graph.Rearrangement.Reshape;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.TransposedConvolution;
import org.filterscope.engine.graph.Window;
import org.junit.jupiter.api.Test;

class FilterFingerprintsTest {
    private static final Activation RELU = new Activation(Activation.Function.RELU);

    /** Layers one after the other, or with named inputs. */
    private static final class Network {
        private final List<Node> nodes = new ArrayList<>(List.of(new Node("input", new Input(new Shape(2, 4, 4)), List.of())));

        Network on(final String name, final Operator operator, final String... inputs) {
            nodes.add(new Node(name, operator, inputs.length == 0 ? List.of(nodes.getLast().name()) : List.of(inputs)));
            return this;
        }

        List<String> of(final String layer) throws Exception {
            return FilterFingerprints.of(new NetworkGraph("test", nodes), layer, Progress.NONE).stream()
                    .map(scores -> scores.text(Score.FINGERPRINT).orElseThrow()).toList();
        }
    }

    private static Tensor random(final long seed, final Integer... shape) {
        final Random random = new Random(seed);
        final float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Tensor(List.of(shape), values);
    }

    private static Convolution convolution(final long seed, final int filters, final int channels) {
        return new Convolution(random(seed, filters, channels, 3, 3), random(seed + 1, filters), new Window(3, 3, 1, 1, 1, 1, Padding.NONE));
    }

    private static Window pairs() {
        return new Window(2, 2, 2, 2, 1, 1, Padding.NONE);
    }

    @Test
    void everyFilterHasItsOwnOfSixteenDigits() throws Exception {
        final List<String> marks = new Network().on("a", convolution(1, 40, 2)).of("a");
        assertThat(marks).hasSize(40).doesNotHaveDuplicates().allMatch(mark -> mark.matches("[0-9a-f]{16}"));
    }

    @Test
    void theNameDoesNotMatterAndTheOtherFiltersDoNot() throws Exception {
        final Convolution one = convolution(1, 4, 2);
        final float[] changed = one.weights().values().clone();
        changed[20] += 1;
        final Convolution other = new Convolution(new Tensor(one.weights().shape(), changed), one.bias(), one.window());
        final List<String> before = new Network().on("a", one).of("a");
        assertThat(new Network().on("b", one).of("b")).isEqualTo(before);
        final List<String> after = new Network().on("a", other).of("a");
        assertThat(after.get(1)).isNotEqualTo(before.get(1));
        assertThat(after.get(0)).isEqualTo(before.get(0));
        assertThat(after.get(3)).isEqualTo(before.get(3));
    }

    @Test
    void theBiasCounts() throws Exception {
        final Convolution one = convolution(1, 2, 2);
        final Convolution other = new Convolution(one.weights(), Tensor.vector(one.bias().values()[0], 5), one.window());
        assertThat(new Network().on("a", other).of("a").get(0)).isEqualTo(new Network().on("a", one).of("a").get(0));
        assertThat(new Network().on("a", other).of("a").get(1)).isNotEqualTo(new Network().on("a", one).of("a").get(1));
    }

    @Test
    void activationsAndPoolingsHaveTheFingerprintsOfWhatTheyWorkOn() throws Exception {
        final Network network = new Network().on("a", convolution(1, 5, 2)).on("relu", RELU).on("pool", new Pooling(Reduction.MAXIMUM, pairs()))
                .on("global", new GlobalPooling(Reduction.AVERAGE));
        assertThat(network.of("relu")).isEqualTo(network.of("a"));
        assertThat(network.of("global")).isEqualTo(network.of("a"));
    }

    @Test
    void aNormalizationCounts() throws Exception {
        final Tensor ones = Tensor.vector(1, 1, 1);
        final Network network = new Network().on("a", convolution(1, 3, 2))
                .on("norm", new BatchNormalization(ones, Tensor.vector(0, 0, 1), ones, ones, 1e-3))
                .on("same", new BatchNormalization(ones, Tensor.vector(0, 0, 0), ones, ones, 1e-5), "a");
        assertThat(network.of("norm")).doesNotContainAnyElementsOf(network.of("a"));
        assertThat(network.of("same").subList(0, 2)).isEqualTo(network.of("norm").subList(0, 2));
        assertThat(network.of("same").get(2)).isNotEqualTo(network.of("norm").get(2));
    }

    @Test
    void joinedChannelsKeepTheirOwnAndSelectedOnesGoAlong() throws Exception {
        final Network network = new Network().on("a", convolution(1, 2, 2)).on("b", convolution(3, 3, 2), "input")
                .on("both", new Concatenate(), "b", "a").on("some", new ChannelSelection(List.of(4, 0, 4)));
        final List<String> both = network.of("both");
        assertThat(both.subList(0, 3)).isEqualTo(network.of("b"));
        assertThat(both.subList(3, 5)).isEqualTo(network.of("a"));
        assertThat(network.of("some")).containsExactly(both.get(4), both.get(0), both.get(4));
    }

    @Test
    void aSumHasOneOfItsOwnInWhateverOrderItIsWritten() throws Exception {
        final Network network = new Network().on("a", convolution(1, 3, 2)).on("b", convolution(3, 3, 2), "input")
                .on("ab", new Add(), "a", "b").on("ba", new Add(), "b", "a");
        assertThat(network.of("ab")).isEqualTo(network.of("ba")).doesNotHaveDuplicates().doesNotContainAnyElementsOf(network.of("a"))
                .doesNotContainAnyElementsOf(network.of("b"));
    }

    @Test
    void aDenseLayerIsTheSameHoweverMapsWereFlattened() throws Exception {
        final Tensor weights = random(5, 3, 32);
        final float[] last = new float[96];
        for (int output = 0; output < 3; output++) {
            for (int i = 0; i < 32; i++) {
                // From channel, row, column to row, column, channel; two channels, 16 positions.
                last[output * 32 + i % 16 * 2 + i / 16] = weights.values()[output * 32 + i];
            }
        }
        final Tensor bias = Tensor.vector(1, 2, 3);
        final List<String> first = new Network().on("flat", new Flatten()).on("dense", new Dense(weights, bias)).of("dense");
        assertThat(new Network().on("flat", new Reshape(Shape.vector(32), Reshape.Order.CHANNELS_LAST)).on("relu", RELU)
                .on("dense", new Dense(new Tensor(List.of(3, 32), last), bias)).of("dense")).isEqualTo(first);
    }

    @Test
    void flattenedMapsHaveOneForEachPosition() throws Exception {
        final Network network = new Network().on("a", convolution(1, 3, 2)).on("flat", new Flatten());
        assertThat(network.of("flat")).hasSize(12).doesNotHaveDuplicates();
        assertThat(new Network().on("a", convolution(1, 3, 2)).on("flat", new Reshape(Shape.vector(12), Reshape.Order.CHANNELS_LAST)).of("flat"))
                .containsExactlyInAnyOrderElementsOf(network.of("flat"));
    }

    @Test
    void transposedConvolutionsAndGroupsHaveDifferentOnes() throws Exception {
        final TransposedConvolution transposed = new TransposedConvolution(random(6, 2, 3, 2, 2), random(7, 3), pairs(), 0, 0, 1);
        assertThat(new Network().on("t", transposed).of("t")).hasSize(3).doesNotHaveDuplicates();
        final Convolution grouped = new Convolution(random(8, 4, 1, 3, 3), random(9, 4), new Window(3, 3, 1, 1, 1, 1, Padding.NONE), 2);
        assertThat(new Network().on("g", grouped).of("g")).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void equalWeightsInTwoLayersHaveTheSame() throws Exception {
        final Network network = new Network().on("a", convolution(1, 3, 2)).on("b", convolution(1, 3, 2), "input");
        assertThat(network.of("a")).isEqualTo(network.of("b"));
    }

    @Test
    void theSignOfZeroDoesNotCount() throws Exception {
        final Dense positive = new Dense(new Tensor(List.of(1, 32), new float[32]), Tensor.vector(0));
        final float[] negative = new float[32];
        Arrays.fill(negative, -0f);
        assertThat(new Network().on("f", new Flatten()).on("d", new Dense(new Tensor(List.of(1, 32), negative), Tensor.vector(-0f))).of("d"))
                .isEqualTo(new Network().on("f", new Flatten()).on("d", positive).of("d"));
    }

    @Test
    void anUnknownLayerIsRefused() {
        assertThatThrownBy(() -> new Network().of("nowhere")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("nowhere");
    }
}
