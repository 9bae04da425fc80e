package org.filterscope.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.graph.Arithmetic.Affine;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Given and edited layers, on {@code relu} = max(x, 0), {@code dropout} = the same, {@code above} = 2 dropout + 1, {@code beside} = −relu,
 * {@code sum} = above + beside.
 */
class PassesTest {
    private static final Shape SHAPE = new Shape(2, 1, 2);
    private static final FeatureMaps BATCH = maps(2, SHAPE, 1, -2, 3, 4, -5, 6, 7, -8);

    private NetworkSession session;
    private NetworkGraph graph;

    @BeforeEach
    void open() throws Exception {
        graph = new NetworkGraph("test",
                List.of(new Node("input", new Input(SHAPE), List.of()), new Node("relu", new Activation(Function.RELU), List.of("input")),
                        new Node("dropout", new Identity(), List.of("relu")),
                        new Node("above", new Affine(Tensor.vector(2, 2), Tensor.vector(1, 1)), List.of("dropout")),
                        new Node("beside", new Affine(Tensor.vector(-1, -1), Tensor.vector(0, 0)), List.of("relu")),
                        new Node("sum", new Add(), List.of("above", "beside"))));
        session = Nd4jExecutor.load().open(graph);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void anEditMovesALayerTowardsAValueForAllThatLiesAbove() {
        final Edit half = new Edit("relu", maps(1, Shape.vector(2), 0.5f, 0), maps(1, Shape.vector(1), 10));
        final Map<String, FeatureMaps> found = all(Pass.of(graph, BATCH).with(half));
        assertThat(found.get("input").values()).containsExactly(1, -2, 3, 4, -5, 6, 7, -8);
        assertThat(found.get("relu").values()).containsExactly(5.5f, 5, 3, 4, 5, 8, 7, 0);
        assertThat(found.get("dropout").values()).isEqualTo(found.get("relu").values());
        assertThat(found.get("above").values()).containsExactly(12, 11, 7, 9, 11, 17, 15, 1);
        assertThat(found.get("beside").values()).containsExactly(-5.5f, -5, -3, -4, -5, -8, -7, 0);
    }

    @Test
    void amountAndValueAreSpreadOverImagesChannelsRowsAndColumns() {
        final FeatureMaps everywhere = maps(1, Shape.vector(1), 1);
        final Edit anImage = new Edit("sum", maps(2, Shape.vector(1), 0, 1), maps(1, new Shape(1, 1, 2), 100, 200));
        assertThat(all(Pass.of(graph, BATCH).with(anImage)).get("sum").values()).containsExactly(2, 1, 4, 5, 100, 200, 100, 200);
        final Edit values = new Edit("sum", everywhere, maps(2, Shape.vector(2), 1, 2, 3, 4));
        assertThat(all(Pass.of(graph, BATCH).with(values)).get("sum").values()).containsExactly(1, 1, 2, 2, 3, 3, 4, 4);
        final Edit aPlace = new Edit("sum", maps(1, new Shape(1, 1, 2), 1, 0), maps(1, SHAPE, 5, 6, 7, 8));
        assertThat(all(Pass.of(graph, BATCH).with(aPlace)).get("sum").values()).containsExactly(5, 1, 7, 5, 5, 7, 7, 1);
    }

    @Test
    void anEditOfAnIdentityChangesNothingBelowOrBesideIt() {
        final Map<String, FeatureMaps> plain = all(Pass.of(graph, BATCH));
        final Map<String, FeatureMaps> found = all(Pass.of(graph, BATCH).with(Edit.channel(graph, "dropout", 0, 0)));
        assertThat(found.get("relu").values()).isEqualTo(plain.get("relu").values());
        assertThat(found.get("beside").values()).isEqualTo(plain.get("beside").values());
        assertThat(found.get("dropout").values()).containsExactly(0, 0, 3, 4, 0, 0, 7, 0);
        assertThat(found.get("above").values()).containsExactly(1, 1, 7, 9, 1, 1, 15, 1);
        assertThat(found.get("sum").values()).containsExactly(0, 1, 4, 5, 1, -5, 8, 1);
    }

    /** Whatever else is asked for: no edit and no operation in place may overwrite an array that is still to be read. */
    @Test
    void theValuesOfALayerDoNotDependOnWhatElseIsAskedFor() {
        final List<Pass> passes = List.of(Pass.of(graph, BATCH), Pass.of(graph, BATCH).with(Edit.channel(graph, "dropout", 1, 9)),
                Pass.of(graph, BATCH).with(Edit.channel(graph, "relu", 1, 9)).with(Edit.channel(graph, "input", 0, -3)),
                Pass.from("relu", BATCH).with(Edit.channel(graph, "above", 1, 9)));
        for (final Pass pass : passes) {
            final boolean whole = pass.given().containsKey("input");
            final Set<String> names = whole ? Set.of("input", "relu", "dropout", "above", "beside", "sum")
                    : Set.of("relu", "dropout", "above", "beside", "sum");
            final Map<String, FeatureMaps> together = session.run(pass, names);
            names.forEach(name -> assertThat(session.run(pass, Set.of(name)).get(name).values()).as(name)
                    .isEqualTo(together.get(name).values()));
        }
    }

    @Test
    void whatIsGivenIsNotComputed() {
        final Map<String, FeatureMaps> found = session.run(Pass.from("relu", BATCH), Set.of("relu", "beside", "sum"));
        assertThat(found.keySet()).containsExactlyInAnyOrder("relu", "beside", "sum");
        assertThat(found.get("relu").values()).isEqualTo(BATCH.values());
        assertThat(found.get("beside").values()).containsExactly(-1, 2, -3, -4, 5, -6, -7, 8);
        assertThat(found.get("sum").values()).containsExactly(2, -1, 4, 5, -4, 7, 8, -7);
    }

    @Test
    void severalLayersCanBeGivenAndAGivenOneEdited() {
        final Pass pass = new Pass(Map.of("input", BATCH, "dropout", maps(2, SHAPE, 1, 1, 1, 1, 2, 2, 2, 2)),
                List.of(Edit.channel(graph, "dropout", 1, 0)));
        assertThat(session.run(pass, Set.of("sum")).get("sum").values()).containsExactly(2, 3, -2, -3, 5, -1, -6, 1);
    }

    @Test
    void aLayerThatIsNotDeterminedByWhatIsGivenIsNamed() {
        assertThatThrownBy(() -> session.run(Pass.from("above", BATCH), Set.of("sum"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layer 'sum' cannot be computed from what is given: 'above'");
        assertThatThrownBy(() -> session.run(Pass.from("relu", BATCH), Set.of("input"))).hasMessageContaining("'input'")
                .hasMessageContaining("'relu'");
        assertThatThrownBy(() -> session.run(Pass.from("nowhere", BATCH), Set.of("sum"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> session.run(Pass.from("relu", maps(2, Shape.vector(1), 1, 2)), Set.of("sum")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 × 1 × 2");
    }

    private Map<String, FeatureMaps> all(final Pass pass) {
        return session.run(pass, Set.of("input", "relu", "dropout", "above", "beside", "sum"));
    }

    private static FeatureMaps maps(final int images, final Shape shape, final float... values) {
        return new FeatureMaps(images, shape, values);
    }
}
