package org.filterscope.analysis.ablation;

import org.filterscope.analysis.classes.LayersAbove;

/** Where computing begins when a filter is ablated, and the values there. */
interface AblatedStart {
    /** The layers from there on; what it wants to be given, apart from its own layer, does not change with the filter. */
    LayersAbove above();

    /**
     * Writes the values of one picture with one filter ablated.
     *
     * @param maps      the ablated layer's values, {@code [image, channel, row, col]}
     * @param unchanged values at the start with nothing ablated, likewise
     * @param value     what the filter is set to
     * @param to        where to
     * @param at        index of the first value
     */
    void write(float[] maps, float[] unchanged, int image, int channel, float value, float[] to, int at);
}
