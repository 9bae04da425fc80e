package org.filterscope.ui.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.ImageData;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.LayerRow.FieldRow;
import org.filterscope.ui.pictures.InputShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ActiveRegionTest {
    private static final int SIZE = 9;

    /** Two positions four pixels apart, at pixels 2 and 6: between values 0 and 1 the map is above 0.5 from behind pixel 4 on, and stays so to the edge. */
    @Test
    void betweenTheCentresOfReceptiveFieldsTheMapIsInterpolatedAndBeyondThemItGoesOn() {
        final ActiveRegion region = new ActiveRegion(layer(1, 2, 4, 2), new InputShape(1, SIZE), 0.5);
        assertArrayEquals(new boolean[] {false, false, false, false, false, true, true, true, true},
                region.active(new float[] {0, 1}, 1, SIZE));
    }

    @Test
    void whatEqualsTheThresholdIsNotActive() {
        final ActiveRegion region = new ActiveRegion(layer(1, 1, 1, 0), new InputShape(1, 1), 0.5);
        assertArrayEquals(new boolean[] {false}, region.active(new float[] {0.5f}, 1, 1));
    }

    @Test
    void theOverlayIsClearWhereTheFilterIsActive() {
        final ImageData overlay = new ActiveRegion(layer(1, 2, 4, 2), new InputShape(1, SIZE), 0.5).overlay(new float[] {0, 1});
        assertEquals(SIZE, overlay.width);
        assertTrue(overlay.getAlpha(0, 0) > 100);
        assertEquals(0, overlay.getAlpha(SIZE - 1, 0));
    }

    private static LayerRow layer(final int rows, final int cols, final double stride, final double centre) {
        final FieldRow field = new FieldRow(stride, 3, centre);
        return new LayerRow("conv", "convolution", 1, rows, cols, field, field);
    }
}
