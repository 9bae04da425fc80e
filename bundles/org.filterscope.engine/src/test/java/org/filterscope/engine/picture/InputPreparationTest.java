package org.filterscope.engine.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import org.filterscope.core.configuration.InputSettings;
import org.filterscope.core.configuration.InputSettings.ChannelOrder;
import org.filterscope.core.configuration.InputSettings.Resampling;
import org.filterscope.core.configuration.InputSettings.Resize;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;

class InputPreparationTest {
    private static final List<Double> ZERO = List.of(0.0, 0.0, 0.0);
    private static final List<Double> ONE = List.of(1.0, 1.0, 1.0);

    @Test
    void valuesAreScaledThenShiftedThenDividedChannelByChannel() throws Exception {
        final InputSettings settings = new InputSettings(Optional.empty(), 0.5, List.of(1.0, 2.0, 3.0), List.of(1.0, 2.0, 4.0),
                ChannelOrder.RGB, Resize.STRETCH, Resampling.PIL);
        assertThat(numbers(settings, new Shape(3, 1, 2), picture(1, 2, 10, 20, 30, 40, 50, 60))).containsExactly(4, 19, 4, 11.5f, 3, 6.75f);
    }

    @Test
    void blueComesFirstWhereTheNetworkWantsIt() throws Exception {
        final InputSettings settings = new InputSettings(Optional.empty(), 1, ZERO, ONE, ChannelOrder.BGR, Resize.STRETCH, Resampling.PIL);
        assertThat(numbers(settings, new Shape(3, 1, 1), picture(1, 1, 10, 20, 30))).containsExactly(30, 20, 10);
    }

    @Test
    void aGreyNetworkSeesTheLuma() throws Exception {
        assertThat(numbers(InputSettings.DEFAULT, new Shape(1, 1, 1), picture(1, 1, 255, 0, 0))).containsExactly(76);
        assertThat(numbers(InputSettings.DEFAULT, new Shape(1, 1, 1), picture(1, 1, 9, 9, 9))).containsExactly(9);
    }

    @Test
    void croppingKeepsTheMiddleAndTheProportions() throws Exception {
        final InputSettings settings = new InputSettings(Optional.empty(), 1, ZERO, ONE, ChannelOrder.RGB, Resize.CROP, Resampling.PIL);
        final Picture wide = picture(1, 3, 1, 1, 1, 2, 2, 2, 3, 3, 3);
        assertThat(numbers(settings, new Shape(3, 1, 1), wide)).containsExactly(2, 2, 2);
    }

    @Test
    void aNetworkOfFourChannelsIsRefused() {
        assertThatThrownBy(() -> new InputPreparation(InputSettings.DEFAULT, new Shape(4, 8, 8))).hasMessageContaining("4 channels");
    }

    private static float[] numbers(final InputSettings settings, final Shape shape, final Picture picture) throws Exception {
        final InputPreparation preparation = new InputPreparation(settings, shape);
        final float[] values = new float[(int) shape.size()];
        preparation.write(preparation.fit(picture), values, 0);
        return values;
    }

    private static Picture picture(final int rows, final int cols, final int... values) {
        final byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return new Picture(rows, cols, bytes);
    }
}
