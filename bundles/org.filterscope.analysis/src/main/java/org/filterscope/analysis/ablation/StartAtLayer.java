package org.filterscope.analysis.ablation;

import java.util.Arrays;

import org.filterscope.analysis.classes.LayersAbove;
import org.filterscope.engine.graph.Shape;

/** Computing begins at the ablated layer itself. */
record StartAtLayer(LayersAbove above, Shape shape) implements AblatedStart {

    @Override
    public void write(final float[] maps, final float[] unchanged, final int image, final int channel, final float value, final float[] to,
            final int at) {
        final int length = Math.toIntExact(shape.size());
        final int positions = shape.rows() * shape.cols();
        System.arraycopy(maps, image * length, to, at, length);
        Arrays.fill(to, at + channel * positions, at + (channel + 1) * positions, value);
    }
}
