package org.filterscope.analysis.flaws;

import java.io.IOException;

import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.analysis.maps.LayerPeaks;

/** The peaks of maps that are in memory. */
record MapPeaks(LayerMaps maps) implements LayerPeaks {

    @Override
    public int pictures() {
        return maps.pictures();
    }

    @Override
    public int channels() {
        return maps.shape().channels();
    }

    @Override
    public void forEach(final Visitor visitor) throws IOException {
        final float[][] values = new float[channels()][pictures()];
        final int[][] positions = new int[channels()][pictures()];
        final int length = maps.shape().rows() * maps.shape().cols();
        maps.forEach((picture, map) -> {
            for (int channel = 0; channel < values.length; channel++) {
                int highest = 0;
                for (int i = 1; i < length; i++) {
                    highest = map[channel * length + i] > map[channel * length + highest] ? i : highest;
                }
                values[channel][picture] = map[channel * length + highest];
                positions[channel][picture] = highest;
            }
        });
        for (int channel = 0; channel < values.length; channel++) {
            visitor.visit(channel, values[channel], positions[channel]);
        }
    }
}
