package org.filterscope.analysis.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationRangeTest {

    @ParameterizedTest
    @EnumSource(value = Function.class, mode = EnumSource.Mode.EXCLUDE, names = "GELU")
    void whatIsPutInGivesTheValueThatIsWanted(final Function function) {
        final Activation activation = switch (function) {
            case HARD_SIGMOID, HARD_SWISH -> new Activation(function, 1.0 / 6, 0.5);
            case CLIP -> new Activation(function, 0, 6);
            case LEAKY_RELU -> new Activation(function, 0.1, 0);
            default -> new Activation(function, 1, 0);
        };
        for (final double value : List.of(0.25, 0.5, 0.9)) {
            final double before = ActivationRange.inverse(activation, value).orElseThrow();
            assertThat(ActivationRange.function(activation).orElseThrow().applyAsDouble(before)).isCloseTo(value, within(1e-12));
        }
    }

    @Test
    void negativeValuesAreFoundWhereThereAreSome() {
        assertThat(ActivationRange.inverse(new Activation(Function.LEAKY_RELU, 0.1, 0), -2)).hasValueCloseTo(-20.0, within(1e-9));
        assertThat(ActivationRange.inverse(new Activation(Function.TANH), -0.5)).hasValueCloseTo(-0.5493061443340549, within(1e-12));
        assertThat(ActivationRange.inverse(new Activation(Function.RELU), -1)).isEmpty();
        // The lowest value of x sigmoid(x) is -0.2785.
        assertThat(ActivationRange.inverse(new Activation(Function.SWISH), -0.2)).isPresent();
        assertThat(ActivationRange.inverse(new Activation(Function.SWISH), -0.3)).isEmpty();
        assertThat(ActivationRange.inverse(new Activation(Function.TANH), 1.5)).isEmpty();
    }

    /** A sigmoid is never 0, but in float32 it is. */
    @Test
    void valuesThatAreOnlyComeNearToAreReachedInFloats() {
        final double before = ActivationRange.inverse(new Activation(Function.SIGMOID), 0).orElseThrow();
        assertThat((float) (1 / (1 + Math.exp(-before)))).isZero();
    }
}
