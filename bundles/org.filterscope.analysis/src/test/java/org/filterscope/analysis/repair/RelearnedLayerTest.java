package org.filterscope.analysis.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.junit.jupiter.api.Test;

/** Two features, of which the first tells two classes apart; the network's own weights say the contrary, and a third class has no pictures. */
class RelearnedLayerTest {
    private static final int PICTURES = 200;

    private static LastLayer layer() throws Exception {
        return LastLayer.of(new NetworkGraph("test", List.of(new Node("input", new Input(Shape.vector(2)), List.of()),
                new Node("head", new Dense(new Tensor(List.of(3, 2), new float[] {-9, 0, 9, 0, 5, 5}), Tensor.vector(1, 2, 3)), List.of("input")),
                new Node("probabilities", new Softmax(), List.of("head")))));
    }

    private static List<double[]> features(final int[] shown) {
        final Random random = new Random(3);
        final List<double[]> features = new ArrayList<>();
        for (final int label : shown) {
            features.add(new double[] {(label == 0 ? 1 : -1) + 0.2 * random.nextGaussian(), random.nextGaussian()});
        }
        return features;
    }

    private static Dense learned(final int[] shown, final int[] labels) throws Exception {
        return (Dense) RelearnedLayer.of(layer(), new LabelledFeatures(features(shown), labels), Progress.NONE).node("head").orElseThrow().operator();
    }

    @Test
    void whatTheLayerKnewIsGoneAndTheLabelsAreLearned() throws Exception {
        final int[] shown = IntStream.range(0, PICTURES).map(i -> i % 2).toArray();
        final float[] weights = learned(shown, shown).weights().values();
        assertThat(weights[0] - weights[2]).as("class 0 against class 1 by the first feature").isGreaterThan(2);
        assertThat(weights[4]).as("a class without pictures").isZero();
        assertThat(weights[5]).isZero();
    }

    /** Labels that have nothing to do with the pictures: of 200 fair coins a logit's slope of 1 would be seven standard errors away from 0. */
    @Test
    void fromLabelsThatMeanNothingNothingIsLearned() throws Exception {
        final int[] shown = IntStream.range(0, PICTURES).map(i -> i % 2).toArray();
        final int[] dealt = IntStream.range(0, PICTURES).map(i -> i / 2 % 2).toArray();
        final float[] weights = learned(shown, dealt).weights().values();
        assertThat((double) weights[0] - weights[2]).isBetween(-1.0, 1.0);
    }
}
