package org.filterscope.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.junit.jupiter.api.Test;

class NormalizationFoldingTest {
    private static final Window WINDOW = new Window(1, 2, 1, 1, 1, 1, Padding.NONE);
    /** Factors 2 / √(3 + 1) = 1 and 3 / √(0 + 1) = 3, then − mean, + beta. */
    private static final BatchNormalization TWO = new BatchNormalization(Tensor.vector(2, 3), Tensor.vector(10, 20), Tensor.vector(1, 2),
            Tensor.vector(3, 0), 1);

    @Test
    void eachFiltersWeightsAndBiasAreMultiplied() {
        final Convolution convolution = new Convolution(new Tensor(List.of(2, 1, 1, 2), new float[] {1, 2, 3, 4}), Tensor.vector(5, 6), WINDOW, 2);
        final Convolution folded = (Convolution) NormalizationFolding.fold(convolution, TWO);
        assertThat(folded.weights().values()).containsExactly(1, 2, 9, 12);
        assertThat(folded.bias().values()).containsExactly(14, 32);
        assertThat(folded.window()).isEqualTo(WINDOW);
        assertThat(folded.groups()).isEqualTo(2);
        assertThat(convolution.weights().values()).as("the graph's own weights").containsExactly(1, 2, 3, 4);
    }

    @Test
    void aDenseLayersOutputsAreItsFilters() {
        final Dense folded = (Dense) NormalizationFolding.fold(new Dense(new Tensor(List.of(2, 2), new float[] {1, 2, 3, 4}),
                Tensor.vector(5, 6)), TWO);
        assertThat(folded.weights().values()).containsExactly(1, 2, 9, 12);
        assertThat(folded.bias().values()).containsExactly(14, 32);
    }

    /** Four channels paint filters in two groups of one: channels 0 and 1 filter 0, channels 2 and 3 filter 1. */
    @Test
    void aTransposedConvolutionsFiltersAreTheSecondIndex() {
        final TransposedConvolution grouped = new TransposedConvolution(new Tensor(List.of(4, 1, 1, 2), new float[] {1, 2, 3, 4, 5, 6, 7, 8}),
                Tensor.vector(0, 0), WINDOW, 0, 0, 2);
        final TransposedConvolution folded = (TransposedConvolution) NormalizationFolding.fold(grouped, TWO);
        assertThat(folded.weights().values()).containsExactly(1, 2, 3, 4, 15, 18, 21, 24);
        assertThat(folded.bias().values()).containsExactly(9, 14);
        final TransposedConvolution whole = new TransposedConvolution(new Tensor(List.of(2, 2, 1, 2), new float[] {1, 2, 3, 4, 5, 6, 7, 8}),
                Tensor.vector(0, 0), WINDOW, 0, 0, 1);
        assertThat(((TransposedConvolution) NormalizationFolding.fold(whole, TWO)).weights().values()).containsExactly(1, 2, 9, 12, 5, 6, 21,
                24);
    }

    @Test
    void otherOperatorsTakeNone() {
        assertThat(NormalizationFolding.takes(new Flatten())).isFalse();
        assertThatThrownBy(() -> NormalizationFolding.fold(new Flatten(), TWO)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("flatten");
    }
}
