package org.filterscope.ui.filter;

import java.util.Optional;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.filterscope.core.report.FieldSizeRow;

/**
 * A receptive field as it was measured.
 *
 * @param picture the brighter the more the peak depends on the pixel; empty when the report has none
 */
record MeasuredField(FieldSizeRow size, Optional<ImageData> picture) {

    /** Of a square map, {@code [row * side + col]}; empty for a map of another shape. */
    static Optional<ImageData> picture(final float[] map) {
        final int side = (int) Math.round(Math.sqrt(map.length));
        if (side == 0 || side * side != map.length) {
            return Optional.empty();
        }
        float highest = 0;
        for (final float value : map) {
            highest = Math.max(highest, Math.abs(value));
        }
        final ImageData picture = new ImageData(side, side, 24, new PaletteData(0xff0000, 0xff00, 0xff));
        for (int index = 0; index < map.length; index++) {
            final float share = highest > 0 ? Math.abs(map[index]) / highest : 0;
            picture.setPixel(index % side, index / side, HeatColors.of(share));
        }
        return Optional.of(picture);
    }
}
