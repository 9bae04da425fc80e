package org.filterscope.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class HeatResultTest {

    @Test
    void valuesSurviveTheWay() {
        final float[] values = {0, -1.5f, 3.25f, Float.MIN_VALUE, 1e30f, 7};

        assertThat(HeatResult.of(2, 3, values, "signed", 1, 1, 0.1).floats()).containsExactly(values);
    }

    @Test
    void anotherNumberOfValuesThanPromisedIsRefused() {
        final HeatResult result = HeatResult.of(2, 2, new float[4], "signed", 1, 1, 0.1);

        assertThatThrownBy(() -> new HeatResult(2, 3, result.values(), "signed", 1, 1, 0.1).floats()).isInstanceOf(IllegalArgumentException.class);
    }
}
