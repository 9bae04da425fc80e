package org.filterscope.ui.filter;

import org.filterscope.core.configuration.DissectionSettings.Upsampling;
import org.filterscope.core.report.LayerRow.FieldRow;

/**
 * How the positions of a layer's maps lie on the network's input, along one axis.
 *
 * @param positions of the maps
 * @param pixels    of the input
 */
record MapAxis(FieldRow field, int positions, int pixels) {
    /** Far below a pixel, far above rounding. */
    private static final double ROUNDING = 1e-6;

    /** The place in the map of a place on the input; beyond the outermost positions that of the nearest one. */
    double position(final double pixel, final Upsampling upsampling) {
        final double place = isStretched(upsampling) ? (pixel + 0.5) * positions / pixels - 0.5 : (pixel - field.centre()) / field.stride();
        return Math.clamp(place, 0, positions - 1);
    }

    /** The place on the input of a position of the map, in pixels; pixel 0 has its centre at 0. */
    double pixel(final int position, final Upsampling upsampling) {
        return isStretched(upsampling) ? (position + 0.5) * pixels / positions - 0.5 : field.centre() + position * field.stride();
    }

    /** Input pixels from one position to the next. */
    double step(final Upsampling upsampling) {
        return isStretched(upsampling) ? (double) pixels / positions : field.stride();
    }

    /** The pixel in the middle of a position's receptive field; of two the first. May lie outside the input, where padding is. */
    int centre(final int position) {
        return (int) Math.floor(field.centre() + position * field.stride() + ROUNDING);
    }

    /** Pixels of the map of a measured field, as {@code docs/report.md} defines it: odd, the peak's centre in the middle. */
    int fieldSize() {
        final int reach = Math.max(pixels - 1 - centre(0), centre(positions - 1));
        return 2 * Math.max(0, Math.min(reach, (int) Math.ceil((field.size() - 1) / 2 - ROUNDING))) + 1;
    }

    /** Where all positions see the same, they have no places of their own: as dissection does, the map is stretched over the input. */
    private boolean isStretched(final Upsampling upsampling) {
        return upsampling == Upsampling.HALFPIXEL || field.stride() == 0;
    }
}
