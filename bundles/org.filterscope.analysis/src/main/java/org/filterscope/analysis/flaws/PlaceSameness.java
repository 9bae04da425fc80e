package org.filterscope.analysis.flaws;

import java.io.IOException;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.Shape;

/** Whether pictures of a class show the same at one place: how much its pixels differ from picture to picture, against those of other classes. */
final class PlaceSameness {
    /** Of the variance that a pixel has on pictures of other classes; below it the pixel counts as the same. A mark on nineteen of twenty has 0.2. */
    private static final double SAME = 0.25;
    /** A pixel that hardly differs on any picture says nothing: variance by that of all pixels. */
    private static final double STILL = 1e-3;

    private final FlawEvidence evidence;
    private final MapWindow pixels;

    PlaceSameness(final FlawEvidence evidence, final MapWindow pixels) {
        this.evidence = evidence;
        this.pixels = pixels;
    }

    /** Share of the place's pixels that are the same on pictures of the class, and are not on others. */
    double share(final int[] own, final int[] others, final Progress progress) throws IOException {
        final Shape input = evidence.session().graph().input();
        final double[][] within = moments(own, input, progress);
        final double[][] beyond = moments(others, input, progress);
        final double all = mean(beyond[1], input);
        int same = 0;
        int count = 0;
        for (int channel = 0; channel < input.channels(); channel++) {
            for (int row = pixels.top(); row < pixels.bottom(); row++) {
                for (int col = pixels.left(); col < pixels.right(); col++) {
                    final int at = (channel * input.rows() + row) * input.cols() + col;
                    count++;
                    same += beyond[1][at] > STILL * all && within[1][at] < SAME * beyond[1][at] ? 1 : 0;
                }
            }
        }
        return (double) same / count;
    }

    private static double mean(final double[] variances, final Shape input) {
        double sum = 0;
        for (final double variance : variances) {
            sum += variance;
        }
        return sum / input.size();
    }

    /** Mean and variance of every pixel. */
    private double[][] moments(final int[] pictures, final Shape input, final Progress progress) throws IOException {
        final float[] values = new float[Math.toIntExact(input.size())];
        final double[] means = new double[values.length];
        final double[] variances = new double[values.length];
        for (int i = 0; i < pictures.length; i++) {
            progress.checkCancelled();
            evidence.inputs().write(pictures[i], values, 0);
            // Welford's update.
            for (int at = 0; at < values.length; at++) {
                final double difference = values[at] - means[at];
                means[at] += difference / (i + 1);
                variances[at] += difference * (values[at] - means[at]);
            }
        }
        for (int at = 0; at < variances.length; at++) {
            variances[at] /= Math.max(1, pictures.length);
        }
        return new double[][] {means, variances};
    }
}
