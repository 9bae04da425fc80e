package org.filterscope.analysis.attribution;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.Shape;

/** Blurs pictures with a Gaussian cut off at three standard deviations; beyond the border the outermost pixel goes on. */
final class GaussianBlur {
    private static final int REACH = 3;

    private GaussianBlur() {
    }

    /** @param deviation in pixels */
    static float[] of(final FeatureMaps picture, final double deviation) {
        final Shape shape = picture.shape();
        final double[] weights = weights(deviation);
        final int pixels = shape.rows() * shape.cols();
        final float[] blurred = picture.values().clone();
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int row = 0; row < shape.rows(); row++) {
                along(blurred, channel * pixels + row * shape.cols(), 1, shape.cols(), weights);
            }
            for (int col = 0; col < shape.cols(); col++) {
                along(blurred, channel * pixels + col, shape.cols(), shape.rows(), weights);
            }
        }
        return blurred;
    }

    private static double[] weights(final double deviation) {
        final int reach = (int) Math.ceil(REACH * deviation);
        final double[] weights = new double[2 * reach + 1];
        for (int i = -reach; i <= reach; i++) {
            weights[reach + i] = reach == 0 ? 1 : Math.exp(-i * i / (2 * deviation * deviation));
        }
        final double sum = Doubles.sum(weights);
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private static void along(final float[] values, final int start, final int step, final int length, final double[] weights) {
        final double[] line = new double[length];
        for (int i = 0; i < length; i++) {
            for (int w = 0; w < weights.length; w++) {
                line[i] += weights[w] * values[start + step * Math.clamp(i + w - weights.length / 2, 0, length - 1)];
            }
        }
        for (int i = 0; i < length; i++) {
            values[start + step * i] = (float) line[i];
        }
    }
}
