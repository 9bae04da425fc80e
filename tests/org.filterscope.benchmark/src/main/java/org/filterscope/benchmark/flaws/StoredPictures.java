package org.filterscope.benchmark.flaws;

import java.io.IOException;
import java.util.List;

import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.analysis.maps.LayerPeaks;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.Shape;

/**
 * What a layer says of some pictures, in memory.
 *
 * @param values by picture, {@code [channel, row, col]}; not copied
 */
record StoredPictures(Shape shape, List<float[]> values) implements LayerMaps, LayerPeaks {

    @Override
    public int pictures() {
        return values.size();
    }

    @Override
    public int channels() {
        return shape.channels();
    }

    @Override
    public void forEach(final LayerMaps.Visitor visitor) throws IOException {
        for (int picture = 0; picture < values.size(); picture++) {
            visitor.visit(picture, values.get(picture));
        }
    }

    @Override
    public FeatureMaps of(final int... chosen) {
        final int length = (int) shape.size();
        final float[] all = new float[chosen.length * length];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(values.get(chosen[i]), 0, all, i * length, length);
        }
        return new FeatureMaps(chosen.length, shape, all);
    }

    @Override
    public void forEach(final LayerPeaks.Visitor visitor) throws IOException {
        final int positions = shape.rows() * shape.cols();
        for (int channel = 0; channel < channels(); channel++) {
            final float[] peaks = new float[values.size()];
            final int[] places = new int[values.size()];
            for (int picture = 0; picture < peaks.length; picture++) {
                final float[] maps = values.get(picture);
                for (int i = 1; i < positions; i++) {
                    places[picture] = maps[channel * positions + i] > maps[channel * positions + places[picture]] ? i : places[picture];
                }
                peaks[picture] = maps[channel * positions + places[picture]];
            }
            visitor.visit(channel, peaks, places);
        }
    }
}
