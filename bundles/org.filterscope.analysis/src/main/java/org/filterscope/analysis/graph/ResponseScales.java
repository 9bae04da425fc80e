package org.filterscope.analysis.graph;

import java.io.IOException;

import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.core.progress.Progress;

/** How strongly each filter of a layer usually responds: what makes filters comparable. */
public final class ResponseScales {
    private ResponseScales() {
    }

    /**
     * The standard deviation of each filter's values over positions and pictures; of all, not of a sample. Best taken on many ordinary
     * pictures; the pictures of one kind of object will do.
     *
     * @param maps     gone through once
     * @param progress advances by one a picture
     */
    public static float[] of(final LayerMaps maps, final Progress progress) throws IOException {
        final int channels = maps.shape().channels();
        final int cells = maps.shape().rows() * maps.shape().cols();
        final double[] means = new double[channels];
        final double[] squares = new double[channels];
        final long[] seen = new long[1];
        maps.forEach((picture, values) -> {
            progress.checkCancelled();
            for (int channel = 0; channel < channels; channel++) {
                double mean = 0;
                for (int i = 0; i < cells; i++) {
                    mean += values[channel * cells + i];
                }
                mean /= cells;
                double square = 0;
                for (int i = 0; i < cells; i++) {
                    final double deviation = values[channel * cells + i] - mean;
                    square += deviation * deviation;
                }
                // Two groups' means and squares make those of both; sums of raw squares would lose small deviations.
                final double apart = mean - means[channel];
                final double share = (double) cells / (seen[0] + cells);
                means[channel] += apart * share;
                squares[channel] += square + apart * apart * seen[0] * share;
            }
            seen[0] += cells;
            progress.advance(1);
        });
        final float[] scales = new float[channels];
        for (int channel = 0; channel < channels; channel++) {
            scales[channel] = seen[0] == 0 ? 0 : (float) Math.sqrt(squares[channel] / seen[0]);
        }
        return scales;
    }
}
