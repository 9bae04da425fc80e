package org.filterscope.engine.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;

import org.filterscope.core.configuration.InputSettings;
import org.filterscope.core.configuration.InputSettings.ChannelOrder;
import org.filterscope.core.configuration.InputSettings.Resampling;
import org.filterscope.core.configuration.InputSettings.Resize;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {
    private static final List<Double> ZERO = List.of(0.0, 0.0, 0.0);
    private static final List<Double> ONE = List.of(1.0, 1.0, 1.0);
    private static final int ROWS = 60;
    private static final int COLS = 90;

    /**
     * Each pixel of the picture carries its own row and column as its colour, so a fitted pixel tells where it was taken from. Tolerance: what is
     * rounded to whole numbers is off by half a pixel of the picture in each of two passes; without rounding, single precision.
     */
    @ParameterizedTest
    @CsvSource({"STRETCH, PIL, 1.0", "STRETCH, TENSORFLOW, 1e-3", "CROP, PIL, 1.0", "CROP, TENSORFLOW, 1e-3", "PAD, PIL, 1.0",
        "PAD, TENSORFLOW, 1e-3"})
    void aPlaceLiesWhereItsPixelWentTo(final Resize resize, final Resampling resampling, final double tolerance) throws Exception {
        final byte[] values = new byte[ROWS * COLS * 3];
        for (int i = 0; i < ROWS * COLS; i++) {
            values[3 * i] = (byte) (i / COLS + 1);
            values[3 * i + 1] = (byte) (i % COLS + 1);
        }
        final InputSettings settings = new InputSettings(Optional.empty(), 1, ZERO, ONE, ChannelOrder.RGB, resize, resampling);
        final InputPreparation preparation = new InputPreparation(settings, new Shape(3, 40, 50));
        final FittedPicture fitted = preparation.fit(new Picture(ROWS, COLS, values));
        final Placement placement = preparation.placement(new PictureSize(ROWS, COLS));
        int seen = 0;
        for (int row = 0; row < 40; row++) {
            for (int col = 0; col < 50; col++) {
                final float fromRow = fitted.values()[(row * 50 + col) * 3];
                final float fromCol = fitted.values()[(row * 50 + col) * 3 + 1];
                // At the picture's border interpolation has nothing to go on with; beyond it there is black.
                if (fromRow > 3 && fromRow < ROWS - 2 && fromCol > 3 && fromCol < COLS - 2) {
                    assertThat(placement.row(fromRow - 0.5)).isCloseTo(row + 0.5, within(tolerance));
                    assertThat(placement.col(fromCol - 0.5)).isCloseTo(col + 0.5, within(tolerance));
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThan(1000);
    }

    @Test
    void croppingLeavesTheBordersOutside() throws Exception {
        final InputSettings settings = new InputSettings(Optional.empty(), 1, ZERO, ONE, ChannelOrder.RGB, Resize.CROP, Resampling.PIL);
        final Placement placement = new InputPreparation(settings, new Shape(3, 30, 30)).placement(new PictureSize(60, 120));
        assertThat(placement.row(60)).isEqualTo(30);
        assertThat(placement.col(0)).isEqualTo(-15);
        assertThat(placement.col(120)).isEqualTo(45);
    }
}
