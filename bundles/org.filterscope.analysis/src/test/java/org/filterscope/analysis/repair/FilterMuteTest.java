package org.filterscope.analysis.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;

import org.filterscope.analysis.classes.Engines;
import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Dense;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A network with a filter muted by weights says what the same network says while the filter is edited, on all executors. */
class FilterMuteTest {
    private static final int PICTURES = 3;
    /** Of the largest value of the output: sums of floats in another order. */
    private static final double TOLERANCE = 1e-5;

    @ParameterizedTest
    @EnumSource(value = Function.class, names = {"RELU", "ELU", "SELU", "SIGMOID", "TANH", "SOFTPLUS", "SOFTSIGN", "SWISH", "MISH"})
    void aMutedFilterIsAnEditedOneBehindEveryActivation(final Function function) throws Exception {
        final NetworkGraph graph = RepairNetworks.chain(new Activation(function, 1, 0));
        for (final String layer : List.of("conv1", "norm", "act1", "pool", "drop", "conv2", "act2", "dense")) {
            assertEdited(graph, layer, function == Function.SIGMOID && layer.startsWith("act") ? 0 : 0.0625f);
            assertEdited(graph, layer, 0);
        }
    }

    @Test
    void aFilterOfJoinedBranchesIsMutedInItsBranch() throws Exception {
        final NetworkGraph graph = RepairNetworks.branches();
        for (final String layer : List.of("squeezed", "one", "three/relu", "joined", "last")) {
            assertEdited(graph, layer, 0);
            assertEdited(graph, layer, 0.5f);
        }
        final NetworkGraph muted = new FilterMute("joined", 3, 0).ways(graph).get(0);
        assertThat(muted.node("one").orElseThrow().operator()).isSameAs(graph.node("one").orElseThrow().operator());
        assertThat(muted.node("three").orElseThrow().operator()).isNotSameAs(graph.node("three").orElseThrow().operator());
    }

    @Test
    void aFilterWithoutWeightsOfItsOwnIsMutedWhereItIsHeard() throws Exception {
        final NetworkGraph graph = RepairNetworks.residual();
        assertEdited(graph, "sum", 0);
        assertEdited(graph, "sum", 0.25f);
        assertEdited(graph, "rectified", 0.25f);
        assertEdited(graph, "branch/norm", -0.5f);
        final NetworkGraph muted = new FilterMute("sum", 1, 0).ways(graph).get(0);
        assertThat(((Dense) muted.node("logits").orElseThrow().operator()).weights().values()[1]).isZero();
        assertThat(new FilterMute("sum", 1, 0).ways(graph)).hasSize(1);
    }

    @Test
    void sumsAndTransposedConvolutionsAreMutedByTheirWeights() throws Exception {
        final NetworkGraph graph = RepairNetworks.sums();
        assertEdited(graph, "sum", 0.75f);
        assertEdited(graph, "painted", -0.5f);
    }

    @Test
    void whatCannotBeHadByWeightsIsRefusedWithTheReasons() throws Exception {
        final NetworkGraph residual = RepairNetworks.residual();
        assertRefused(new FilterMute("stem/relu", 0, -1), residual, "filter 0 of layer 'stem/relu' cannot be set to -1.0 by weights: "
                + "layer 'stem/relu' (relu) does not give -1.0; layer 'branch' (convolution) sees zeros around its input, "
                + "so that no bias can stand for a constant map");
        assertRefused(new FilterMute("input", 0, 1), residual, "layer 'input' (input) has no weights that could make it constant");
        assertRefused(new FilterMute("probabilities", 0, 0), residual, "it reaches the output 'probabilities' past all weights");
        assertRefused(new FilterMute("stem", 4, 0), residual, "layer 'stem' has the filters 0 to 3, there is no filter 4");
        assertRefused(new FilterMute("nothing", 0, 0), residual, "the model has no layer 'nothing'");
    }

    private static void assertRefused(final FilterMute mute, final NetworkGraph graph, final String message) {
        assertThatThrownBy(() -> mute.ways(graph)).isInstanceOf(InvalidInputException.class).hasMessageContaining(message);
    }

    /** The last filter of a layer; every way there is. */
    private static void assertEdited(final NetworkGraph graph, final String layer, final float value) throws Exception {
        final int channel = graph.shape(layer).channels() - 1;
        final FeatureMaps pictures = new FeatureMaps(PICTURES, RepairNetworks.INPUT, RepairNetworks.pictures(PICTURES));
        for (final Executor executor : Engines.all()) {
            final float[] expected;
            final String output = graph.output().name();
            try (NetworkSession session = executor.open(graph)) {
                final Pass edited = Pass.of(graph, pictures).with(Edit.channel(graph, layer, channel, value));
                expected = session.run(edited, Set.of(output)).get(output).values();
            }
            final List<NetworkGraph> ways = new FilterMute(layer, channel, value).ways(graph);
            assertThat(ways).isNotEmpty();
            for (final NetworkGraph way : ways) {
                try (NetworkSession session = executor.open(way)) {
                    assertThat(session.predict(pictures).values()).as("%s of %s at %s on %s", channel, layer, value, executor.name())
                            .containsExactly(expected, within((float) (TOLERANCE * Math.max(1, largest(expected)))));
                }
            }
        }
    }

    private static double largest(final float[] values) {
        double largest = 0;
        for (final float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
