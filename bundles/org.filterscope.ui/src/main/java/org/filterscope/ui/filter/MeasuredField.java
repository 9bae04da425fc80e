package org.filterscope.ui.filter;

import java.util.Optional;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.filterscope.core.report.FieldSizeRow;
import org.filterscope.core.trace.HeatColours;

/**
 * A receptive field as it was measured.
 *
 * @param picture the brighter the more the peak depends on the pixel; empty when the report has none
 * @param reach   how far it reaches from its centre; empty when the report has no picture, or nothing changes the peak
 */
record MeasuredField(FieldSizeRow size, Optional<ImageData> picture, Optional<FieldReach> reach) {

    /** Without a picture. */
    static MeasuredField of(final FieldSizeRow size) {
        return new MeasuredField(size, Optional.empty(), Optional.empty());
    }

    /** @param map {@code [row * cols + col]} */
    static MeasuredField of(final FieldSizeRow size, final float[] map, final int cols) {
        float highest = 0;
        for (final float value : map) {
            highest = Math.max(highest, Math.abs(value));
        }
        final ImageData picture = new ImageData(cols, map.length / cols, 24, new PaletteData(0xff0000, 0xff00, 0xff));
        for (int index = 0; index < map.length; index++) {
            final float share = highest > 0 ? Math.abs(map[index]) / highest : 0;
            picture.setPixel(index % cols, index / cols, HeatColours.of(share));
        }
        return new MeasuredField(size, Optional.of(picture), FieldReach.of(map, cols));
    }
}
