package org.filterscope.analysis.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;

class ClassScoresTest {
    /** Softmax of (log 1, log 2, log 5). */
    private static final float[] LOGITS = {0, (float) Math.log(2), (float) Math.log(5)};

    @Test
    void logitsBecomeProbabilities() throws Exception {
        assertThat(scores(LOGITS, new GlobalPooling(Reduction.AVERAGE))).containsExactly(new float[] {0.125f, 0.25f, 0.625f}, within(1e-6f));
        assertThat(scores(new float[] {1000, 0, 0}, new GlobalPooling(Reduction.AVERAGE))).containsExactly(1, 0, 0);
    }

    @Test
    void aSingleLogitIsThatOfAClassAgainstItsAbsence() throws Exception {
        final Shape single = Shape.vector(1);
        final NetworkGraph graph = graph(single, new GlobalPooling(Reduction.AVERAGE));
        assertThat(new ClassScores(graph).of(new FeatureMaps(3, single, new float[] {(float) Math.log(3), 0, -1000})).values())
                .containsExactly(new float[] {0.75f, 0.5f, 0}, within(1e-6f));
    }

    @Test
    void logarithmsOfProbabilitiesBecomeProbabilities() throws Exception {
        final float[] logarithms = {(float) Math.log(0.5), (float) Math.log(0.2), (float) Math.log(0.3)};
        assertThat(scores(logarithms, new Softmax(true), new Flatten())).containsExactly(new float[] {0.5f, 0.2f, 0.3f}, within(1e-6f));
    }

    @Test
    void probabilitiesAndSigmoidsStayAsTheyAre() throws Exception {
        assertThat(scores(new float[] {0.5f, 0.2f, 0.3f}, new Softmax())).containsExactly(0.5f, 0.2f, 0.3f);
        assertThat(scores(new float[] {0.9f, 0.8f, 0.1f}, new Activation(Function.SIGMOID))).containsExactly(0.9f, 0.8f, 0.1f);
    }

    @Test
    void mapsSayOfAClassWhatTheySayAtBest() throws Exception {
        final NetworkGraph graph = graph(new Shape(2, 1, 3), new Softmax());
        final FeatureMaps output = new FeatureMaps(1, new Shape(2, 1, 3), new float[] {0.1f, 0.7f, 0.2f, 0.9f, 0.3f, 0.8f});
        assertThat(new ClassScores(graph).of(output).values()).containsExactly(0.7f, 0.9f);
    }

    private static float[] scores(final float[] output, final Operator... last) throws Exception {
        return new ClassScores(graph(Shape.vector(3), last)).of(new FeatureMaps(1, Shape.vector(3), output)).values();
    }

    private static NetworkGraph graph(final Shape shape, final Operator... layers) throws Exception {
        final List<Node> nodes = new ArrayList<>(List.of(new Node("input", new Input(shape), List.of())));
        for (final Operator layer : layers) {
            nodes.add(new Node("layer" + nodes.size(), layer, List.of(nodes.getLast().name())));
        }
        return new NetworkGraph("test", nodes);
    }
}
