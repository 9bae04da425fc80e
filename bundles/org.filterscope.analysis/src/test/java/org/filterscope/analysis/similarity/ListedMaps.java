package org.filterscope.analysis.similarity;

import java.io.IOException;
import java.util.List;

import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.analysis.maps.LayerPeaks;
import org.filterscope.engine.graph.Shape;

/** Maps that a test wrote down, picture by picture, and their peaks. */
record ListedMaps(Shape shape, List<float[]> values) implements LayerMaps {

    @Override
    public int pictures() {
        return values.size();
    }

    @Override
    public void forEach(final LayerMaps.Visitor visitor) throws IOException {
        for (int picture = 0; picture < values.size(); picture++) {
            visitor.visit(picture, values.get(picture).clone());
        }
    }

    LayerPeaks peaks() {
        return new LayerPeaks() {
            @Override
            public int pictures() {
                return values.size();
            }

            @Override
            public int channels() {
                return shape.channels();
            }

            @Override
            public void forEach(final LayerPeaks.Visitor visitor) throws IOException {
                for (int channel = 0; channel < shape.channels(); channel++) {
                    final float[] peaks = new float[values.size()];
                    final int[] positions = new int[values.size()];
                    for (int picture = 0; picture < peaks.length; picture++) {
                        positions[picture] = highest(values.get(picture), channel);
                        peaks[picture] = values.get(picture)[channel * length() + positions[picture]];
                    }
                    visitor.visit(channel, peaks, positions);
                }
            }
        };
    }

    private int length() {
        return shape.rows() * shape.cols();
    }

    private int highest(final float[] maps, final int channel) {
        int highest = 0;
        for (int i = 1; i < length(); i++) {
            if (maps[channel * length() + i] > maps[channel * length() + highest]) {
                highest = i;
            }
        }
        return highest;
    }
}
