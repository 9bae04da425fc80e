package org.filterscope.analysis.dissection;

import java.util.Arrays;
import java.util.List;

import org.filterscope.core.configuration.DissectionSettings.Upsampling;
import org.filterscope.engine.graph.ReceptiveField;

/** Dissection as its definition is written down: everything in memory, every value sorted, every pixel interpolated. */
record BruteForce(DissectedLayer layer, Upsampling upsampling) {

    /** The quantile by sorting, interpolated as NumPy does. */
    double threshold(final List<float[]> maps, final int channel, final double share) {
        final int positions = layer.maps().rows() * layer.maps().cols();
        final double[] values = new double[maps.size() * positions];
        for (int i = 0; i < values.length; i++) {
            values[i] = maps.get(i / positions)[channel * positions + i % positions];
        }
        Arrays.sort(values);
        final double rank = (1 - share) * (values.length - 1);
        final int low = (int) rank;
        return values[low] + (rank - low) * (values[Math.min(low + 1, values.length - 1)] - values[low]);
    }

    /** Is a pixel of a picture active? */
    boolean isActive(final float[] maps, final int channel, final int row, final int col, final double threshold) {
        final double at = place(layer.vertical(), row, layer.maps().rows(), layer.input().rows());
        final double beside = place(layer.horizontal(), col, layer.maps().cols(), layer.input().cols());
        double value = 0;
        for (int r = 0; r < layer.maps().rows(); r++) {
            for (int c = 0; c < layer.maps().cols(); c++) {
                final double weight = Math.max(0, 1 - Math.abs(at - r)) * Math.max(0, 1 - Math.abs(beside - c));
                value += weight * maps[(channel * layer.maps().rows() + r) * layer.maps().cols() + c];
            }
        }
        return value > threshold;
    }

    private double place(final ReceptiveField field, final int pixel, final int positions, final int pixels) {
        final double place = upsampling == Upsampling.ANCHORED ? (pixel - field.centre()) / field.stride()
                : (pixel + 0.5) * positions / pixels - 0.5;
        return Math.max(0, Math.min(positions - 1, place));
    }

    /** Summed over the pictures that show at least one of the category's concepts. */
    double iou(final List<float[]> maps, final List<short[]> labels, final int channel, final double threshold, final short concept,
            final List<Short> category) {
        long both = 0;
        long either = 0;
        for (int picture = 0; picture < maps.size(); picture++) {
            final short[] shown = labels.get(picture);
            boolean carries = false;
            for (final short label : shown) {
                carries |= category.contains(label);
            }
            for (int i = 0; carries && i < shown.length; i++) {
                final boolean active = isActive(maps.get(picture), channel, i / layer.input().cols(), i % layer.input().cols(), threshold);
                both += active && shown[i] == concept ? 1 : 0;
                either += active || shown[i] == concept ? 1 : 0;
            }
        }
        return (double) both / either;
    }
}
