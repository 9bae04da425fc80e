package org.filterscope.analysis.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.filterscope.analysis.classes.Engines;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.junit.jupiter.api.Test;

class LastLayerRepairTest {
    private static final int[] BOTH = {0, 1};

    @Test
    void theLogitsAreTheWeightsTimesTheFeatures() throws Exception {
        for (final NetworkGraph graph : List.of(RepairNetworks.branches(), RepairNetworks.residual(),
                RepairNetworks.chain(new Activation(Function.RELU)))) {
            final LastLayer layer = LastLayer.of(graph);
            final FeatureMaps pictures = new FeatureMaps(2, RepairNetworks.INPUT, RepairNetworks.pictures(2));
            try (NetworkSession session = Engines.all().get(0).open(graph)) {
                final var maps = session.forward(pictures, Set.of(layer.input(), graph.logits().name()));
                final FeatureMaps logits = maps.get(graph.logits().name());
                for (int image = 0; image < 2; image++) {
                    final double[] found = new FittedLayer(layer).logits(layer.features(maps.get(layer.input()), image));
                    for (int c = 0; c < found.length; c++) {
                        assertThat((float) found[c]).isCloseTo(logits.values()[logits.start(image, c)], within(1e-4f));
                    }
                }
            }
        }
    }

    @Test
    void networksThatEndInAnotherWayAreRefused() throws Exception {
        final NetworkGraph sigmoid = new NetworkGraph("test", List.of(new Node("input", new Input(Shape.vector(1)), List.of()),
                new Node("dense", new Dense(new Tensor(List.of(2, 1), new float[2]), new Tensor(List.of(2), new float[2])), List.of("input")),
                new Node("sigmoid", new Activation(Function.SIGMOID), List.of("dense"))));
        assertThatThrownBy(() -> LastLayer.of(sigmoid)).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("this one ends in layer 'sigmoid' (sigmoid, 2 outputs)");
        final NetworkGraph rectified = new NetworkGraph("test", List.of(new Node("input", new Input(Shape.vector(2)), List.of()),
                new Node("relu", new Activation(Function.RELU), List.of("input")), new Node("softmax", new Softmax(), List.of("relu"))));
        assertThatThrownBy(() -> LastLayer.of(rectified)).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the logits come from layer 'relu' (relu)");
    }

    /**
     * All features equal, so only the biases can move. Of the pictures three quarters are of class 1, the network says one half: by symmetry the
     * biases move by −d and d, and the gradient is 1 / (1 + exp(−2 d)) − 3/4 + strength d = 0.
     */
    @Test
    void theShiftIsTheOneThatCanBeComputedByHand() throws Exception {
        final LastLayer layer = LastLayer.of(linear(0, 0));
        final LabelledFeatures pictures = new LabelledFeatures(List.of(new double[] {1}, new double[] {1}, new double[] {1}, new double[] {1}),
                new int[] {0, 1, 1, 1});
        final FittedLayer fitted = new LogisticShift(layer, pictures, BOTH, 0.5, Progress.NONE).fit();
        final double d = fitted.bias()[1];
        assertThat(fitted.bias()[0]).isCloseTo(-d, within(1e-6));
        assertThat(1 / (1 + Math.exp(-2 * d)) - 0.75 + 0.5 * d).isCloseTo(0, within(1e-6));
        assertThat(fitted.weights()[0][0]).isZero();
    }

    /** Features −1 and 1, each class on its side: biases stay, the weights of the classes move apart by the same rule. */
    @Test
    void weightsAreMeasuredInStandardDeviations() throws Exception {
        for (final double scale : List.of(1.0, 1000.0)) {
            final LabelledFeatures pictures = new LabelledFeatures(List.of(new double[] {-scale}, new double[] {scale}), new int[] {0, 1});
            final FittedLayer fitted = new LogisticShift(LastLayer.of(linear(0, 0)), pictures, BOTH, 0.5, Progress.NONE).fit();
            final double w = fitted.weights()[1][0] * scale;
            assertThat(1 / (1 + Math.exp(-2 * w)) - 1 + 0.5 * w).isCloseTo(0, within(1e-6));
            assertThat(fitted.bias()[1]).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void onlyTheClassesThatAreNamedChange() throws Exception {
        final LabelledFeatures pictures = new LabelledFeatures(List.of(new double[] {-1}, new double[] {2}, new double[] {0}), new int[] {0, 1, 1});
        final FittedLayer fitted = new LogisticShift(LastLayer.of(linear(0.3f, -0.7f)), pictures, new int[] {1}, 0.1, Progress.NONE).fit();
        assertThat(fitted.weights()[0][0]).isEqualTo(0.3f);
        assertThat(fitted.bias()[0]).isZero();
        assertThat(fitted.weights()[1][0]).isNotEqualTo(-0.7f);
    }

    /** It says the right thing of every picture by 40 and more: the gradient is smaller than rounding. */
    @Test
    void aNetworkThatIsSureAndRightStaysAsItIs() throws Exception {
        final NetworkGraph graph = linear(-20, 20);
        final LastLayerRepair repair = LastLayerRepair.of(LastLayer.of(graph), clouds(60, 1, 0.1), BOTH, 5, Progress.NONE);
        assertThat(repair.strength()).isInfinite();
        assertThat(((Dense) repair.network().node("dense").orElseThrow().operator()).weights().values()).containsExactly(-20, 20);
    }

    /** The network calls everything class 0; the features tell the classes apart. */
    @Test
    void aClassThatTheFeaturesShowIsFound() throws Exception {
        final LastLayer layer = LastLayer.of(linear(0, 0, 10, -10));
        final LastLayerRepair repair = LastLayerRepair.of(layer, clouds(60, 1, 0.3), BOTH, 5, Progress.NONE);
        final LabelledFeatures others = clouds(200, 2, 0.3);
        final FittedLayer fitted = new FittedLayer(LastLayer.of(repair.network()));
        int right = 0;
        for (int i = 0; i < others.pictures(); i++) {
            final double[] logits = fitted.logits(others.features().get(i));
            right += (logits[1] > logits[0] ? 1 : 0) == others.classes()[i] ? 1 : 0;
        }
        assertThat(repair.strength()).isFinite();
        assertThat(right).isGreaterThan(195);
    }

    /** Features that tell nothing and labels at random: a network that says one half each is not to be beaten. */
    @Test
    void noiseIsNotLearnt() throws Exception {
        final Random random = new Random(9);
        final List<double[]> features = new ArrayList<>();
        final int[] classes = new int[80];
        for (int i = 0; i < classes.length; i++) {
            features.add(new double[] {random.nextGaussian()});
            classes[i] = i % 2;
        }
        assertThat(LastLayerRepair.of(LastLayer.of(linear(0, 0)), new LabelledFeatures(features, classes), BOTH, 5, Progress.NONE).strength())
                .isInfinite();
    }

    /** Class 0 around −1, class 1 around 1. */
    private static LabelledFeatures clouds(final int count, final long seed, final double spread) {
        final Random random = new Random(seed);
        final List<double[]> features = new ArrayList<>();
        final int[] classes = new int[count];
        for (int i = 0; i < count; i++) {
            classes[i] = i % 2;
            features.add(new double[] {2 * classes[i] - 1 + spread * random.nextGaussian()});
        }
        return new LabelledFeatures(features, classes);
    }

    /** Two classes on one feature: weights, and biases 0 if not told. */
    private static NetworkGraph linear(final float first, final float second, final float... biases) throws Exception {
        return new NetworkGraph("test", List.of(new Node("input", new Input(Shape.vector(1)), List.of()),
                new Node("dense", new Dense(new Tensor(List.of(2, 1), new float[] {first, second}),
                        Tensor.vector(biases.length == 0 ? new float[2] : biases)), List.of("input")),
                new Node("softmax", new Softmax(), List.of("dense"))));
    }
}
