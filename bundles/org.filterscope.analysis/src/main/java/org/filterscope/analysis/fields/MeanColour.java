package org.filterscope.analysis.fields;

import java.io.IOException;

import org.filterscope.analysis.maps.PictureInputs;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.Shape;

/** The mean of some pictures, one value a channel of the network's input. */
final class MeanColour {

    private MeanColour() {
    }

    static float[] of(final PictureInputs inputs, final int[] pictures, final Shape shape, final Progress progress) throws IOException {
        final float[] values = new float[Math.toIntExact(shape.size())];
        final int pixels = shape.rows() * shape.cols();
        final double[] sums = new double[shape.channels()];
        for (final int picture : pictures) {
            progress.checkCancelled();
            inputs.write(picture, values, 0);
            for (int i = 0; i < values.length; i++) {
                sums[i / pixels] += values[i];
            }
        }
        final float[] mean = new float[sums.length];
        for (int channel = 0; channel < mean.length; channel++) {
            mean[channel] = (float) (sums[channel] / ((double) pixels * pictures.length));
        }
        return mean;
    }
}
