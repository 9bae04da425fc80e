package org.filterscope.analysis.attribution;

import java.util.Arrays;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.Shape;

/** What stands in for the parts of a picture that are taken away: another picture of the same size, with nothing to see in it. */
@FunctionalInterface
public interface Replacement {

    /** @return {@code [channel, row, col]} */
    float[] of(FeatureMaps picture);

    /** The same number everywhere, as the network takes it; 0 is grey where training subtracted the mean, and black where it did not. */
    static Replacement constant(final float value) {
        return picture -> {
            final float[] values = new float[picture.values().length];
            Arrays.fill(values, value);
            return values;
        };
    }

    /** The mean colour of the picture itself. */
    static Replacement meanColour() {
        return picture -> {
            final Shape shape = picture.shape();
            final int pixels = shape.rows() * shape.cols();
            final float[] values = new float[picture.values().length];
            for (int channel = 0; channel < shape.channels(); channel++) {
                double sum = 0;
                for (int i = channel * pixels; i < (channel + 1) * pixels; i++) {
                    sum += picture.values()[i];
                }
                Arrays.fill(values, channel * pixels, (channel + 1) * pixels, (float) (sum / pixels));
            }
            return values;
        };
    }

    /**
     * The picture out of focus.
     *
     * @param share standard deviation of the Gaussian, as a share of the shorter side; 10 of 224 pixels is usual
     */
    static Replacement blurred(final double share) {
        return picture -> GaussianBlur.of(picture, share * Math.min(picture.shape().rows(), picture.shape().cols()));
    }
}
