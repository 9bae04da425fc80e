package org.filterscope.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.junit.jupiter.api.Test;

/** Which steps a pass takes: {@code dense}, {@code dropout}, {@code normal}, {@code relu}, and {@code aside} of dense and relu. */
class RouteTest {
    private static final Shape ONE = Shape.vector(1);
    private static final FeatureMaps VALUE = new FeatureMaps(1, ONE, new float[1]);

    private final NetworkGraph graph;

    RouteTest() throws Exception {
        final Tensor one = Tensor.vector(1);
        graph = new NetworkGraph("test",
                List.of(new Node("input", new Input(ONE), List.of()),
                        new Node("dense", new Dense(new Tensor(List.of(1, 1), new float[] {1}), one), List.of("input")),
                        new Node("dropout", new Identity(), List.of("dense")),
                        new Node("normal", new BatchNormalization(one, one, one, one, 1), List.of("dropout")),
                        new Node("relu", new Activation(Function.RELU), List.of("normal")),
                        new Node("aside", new Add(), List.of("dense", "relu"))));
    }

    @Test
    void onlyWhatIsLookedAtAndWhatItNeedsIsComputed() {
        assertThat(steps(Pass.of(graph, VALUE), "dense")).containsExactly("given input", "computed dense");
        assertThat(steps(Pass.from("normal", VALUE), "relu")).containsExactly("given normal", "computed relu");
        assertThat(steps(new Pass(Map.of("dense", VALUE, "relu", VALUE), List.of()), "aside")).containsExactly("given dense", "given relu",
                "computed aside");
    }

    @Test
    void normalizationIsFoldedWhenNobodySeesWhatLiesBelowIt() {
        assertThat(steps(Pass.of(graph, VALUE), "relu")).containsExactly("given input", "folded normal", "computed relu");
        assertThat(steps(Pass.of(graph, VALUE).with(edit("normal")), "relu")).containsExactly("given input", "folded normal", "edited normal",
                "computed relu");
    }

    @Test
    void normalizationStaysApartWhenTheLayerBelowIsAskedForEditedGivenOrUsedElsewhere() {
        final String[] apart = {"given input", "computed dense", "passed", "computed normal", "computed relu"};
        assertThat(steps(Pass.of(graph, VALUE), "relu", "dense")).containsExactly(apart);
        assertThat(steps(Pass.of(graph, VALUE), "relu", "dropout")).containsExactly(apart);
        assertThat(steps(Pass.of(graph, VALUE), "aside")).startsWith(apart);
        assertThat(steps(Pass.of(graph, VALUE).with(edit("dense")), "relu")).contains("edited dense", "computed normal");
        assertThat(steps(Pass.of(graph, VALUE).with(edit("dropout")), "relu")).contains("edited dropout", "computed normal");
        assertThat(steps(Pass.from("dense", VALUE), "relu")).startsWith("given dense", "passed", "computed normal");
        assertThat(steps(Pass.from("dropout", VALUE), "relu")).startsWith("given dropout", "computed normal");
    }

    private static Edit edit(final String layer) {
        return new Edit(layer, VALUE, VALUE);
    }

    private List<String> steps(final Pass pass, final String... looked) {
        final Route route = new Route(graph, pass, Set.of(looked));
        return IntStream.range(0, route.steps().size()).mapToObj(place -> switch (route.steps().get(place)) {
            case Step.Given given -> "given " + route.layer(place);
            case Step.Computed computed -> "computed " + computed.node().name();
            case Step.Folded folded -> "folded " + folded.normalization().name();
            case Step.Edited edited -> "edited " + edited.edit().layer();
            case Step.Passed passed -> "passed";
        }).toList();
    }
}
