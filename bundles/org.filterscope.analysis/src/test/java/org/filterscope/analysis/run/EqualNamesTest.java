package org.filterscope.analysis.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.filterscope.analysis.classes.StoredMaps;
import org.filterscope.analysis.flaws.Predictions;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;

/** ImageNet has a crane that flies and one that lifts. */
class EqualNamesTest {
    private static final List<String> LABELS = List.of("crane", "dog", "crane");

    private static Predictions predictions(final Operator end) throws Exception {
        final NetworkGraph graph = new NetworkGraph("test", List.of(new Node("input", new Input(Shape.vector(3)), List.of()),
                new Node("end", end, List.of("input"))));
        return FlawStage.predictions(new ClassScores(graph), new StoredMaps(Shape.vector(3),
                List.of(new float[] {0.1f, 0.2f, 0.7f}, new float[] {0.1f, 0.8f, 0.1f})), LABELS);
    }

    @Test
    void theFirstOfTheOutputsOfANameStandsForAll() throws Exception {
        final Predictions found = predictions(new Softmax());
        assertThat(found.outputs()).containsExactly(0, 1);
        assertThat(found.probabilities()).containsExactly(0.7f, 0.8f);
        assertThat(found.areProbabilities()).isTrue();
    }

    @Test
    void whatARectifierSaysIsNoProbability() throws Exception {
        assertThat(predictions(new Activation(Function.RELU)).areProbabilities()).isFalse();
    }
}
