package org.filterscope.ui.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.ImageData;
import org.filterscope.core.configuration.DissectionSettings.Upsampling;
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
        final ActiveRegion region = new ActiveRegion(place(2, 4, 2, SIZE, Upsampling.ANCHORED), 0.5);
        assertArrayEquals(new boolean[] {false, false, false, false, false, true, true, true, true},
                region.active(new float[] {0, 1}, 1, SIZE));
    }

    @Test
    void whatEqualsTheThresholdIsNotActive() {
        final ActiveRegion region = new ActiveRegion(place(1, 1, 0, 1, Upsampling.ANCHORED), 0.5);
        assertArrayEquals(new boolean[] {false}, region.active(new float[] {0.5f}, 1, 1));
    }

    @Test
    void theOverlayIsClearWhereTheFilterIsActive() {
        final ImageData overlay = new ActiveRegion(place(2, 4, 2, SIZE, Upsampling.ANCHORED), 0.5).overlay(new float[] {0, 1});
        assertEquals(SIZE, overlay.width);
        assertTrue(overlay.getAlpha(0, 0) > 100);
        assertEquals(0, overlay.getAlpha(SIZE - 1, 0));
    }

    /** Stretched over 8 pixels the values 1, 0, 0, 0 fall to a half at pixel 1.5: between the middles 0.5 and 2.5 of the first two positions. */
    @Test
    void theMapIsStretchedOverTheInputWhereDissectionStretchedIt() {
        final ActiveRegion region = new ActiveRegion(place(4, 2, 7, 8, Upsampling.HALFPIXEL), 0.5);
        assertArrayEquals(new boolean[] {true, true, false, false, false, false, false, false}, region.active(new float[] {1, 0, 0, 0}, 1, 8));
    }

    @Test
    void theMapIsStretchedOverTheInputWhereAllPositionsSeeTheSame() {
        final ActiveRegion region = new ActiveRegion(place(4, 0, 3.5, 8, Upsampling.ANCHORED), 0.5);
        assertArrayEquals(new boolean[] {true, true, false, false, false, false, false, false}, region.active(new float[] {1, 0, 0, 0}, 1, 8));
    }

    /** Of a map with one row. */
    private static MapPlace place(final int cols, final double stride, final double centre, final int pixels, final Upsampling upsampling) {
        final FieldRow field = new FieldRow(stride, 3, centre);
        return MapPlace.of(new LayerRow("conv", "convolution", 1, 1, cols, field, field), new InputShape(1, pixels), upsampling);
    }
}
