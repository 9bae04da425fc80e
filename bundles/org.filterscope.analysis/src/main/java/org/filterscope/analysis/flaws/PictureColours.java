package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

import org.filterscope.analysis.maps.PictureInputs;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.Shape;

/**
 * Changes the colours of pictures without knowing how they were prepared: every channel is measured in standard deviations from its mean over some
 * pictures, so that scales, means and the channels' order cancel out. What comes out stays within the values that these pictures have.
 */
final class PictureColours {
    static final int CHANNELS = 3;
    /** Rows and columns of the blocks whose brightness is changed. */
    private static final int BLOCKS = 8;
    private static final double LEAST = 1e-6;

    private final Shape input;
    private final int pixels;
    private final double[] means = new double[CHANNELS];
    private final double[] deviations = new double[CHANNELS];
    private final double[] lowest = new double[CHANNELS];
    private final double[] highest = new double[CHANNELS];

    private PictureColours(final Shape input) {
        this.input = input;
        pixels = input.rows() * input.cols();
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    }

    /** Measured on some pictures, of three channels. */
    static PictureColours of(final Shape input, final PictureInputs inputs, final int[] pictures, final Progress progress) throws IOException {
        final PictureColours colours = new PictureColours(input);
        final double[] squares = new double[CHANNELS];
        final float[] values = new float[Math.toIntExact(input.size())];
        for (final int picture : pictures) {
            progress.checkCancelled();
            inputs.write(picture, values, 0);
            for (int channel = 0; channel < CHANNELS; channel++) {
                final double[] moments = colours.moments(values, channel);
                colours.means[channel] += moments[0] / pictures.length;
                squares[channel] += (moments[0] * moments[0] + moments[1] * moments[1]) / pictures.length;
                colours.range(values, channel);
            }
        }
        for (int channel = 0; channel < CHANNELS; channel++) {
            colours.deviations[channel] = Math.sqrt(Math.max(LEAST, squares[channel] - colours.means[channel] * colours.means[channel]));
        }
        return colours;
    }

    private void range(final float[] values, final int channel) {
        for (int i = channel * pixels; i < (channel + 1) * pixels; i++) {
            lowest[channel] = Math.min(lowest[channel], values[i]);
            highest[channel] = Math.max(highest[channel], values[i]);
        }
    }

    /** Mean and standard deviation of a channel of one picture. */
    private double[] moments(final float[] values, final int channel) {
        double sum = 0;
        double squares = 0;
        for (int i = channel * pixels; i < (channel + 1) * pixels; i++) {
            sum += values[i];
            squares += (double) values[i] * values[i];
        }
        final double mean = sum / pixels;
        return new double[] {mean, Math.sqrt(Math.max(0, squares / pixels - mean * mean))};
    }

    /** How hues are turned around grey. */
    enum Turn {
        /** Each channel takes the next one's place. */
        THIRD,
        /** Each channel takes the place of the one before. */
        TWO_THIRDS,
        /** Every colour becomes its opposite of the same brightness. */
        HALF
    }

    /** The picture with its hues turned; brightness, the mean of the channels, stays. */
    float[] turned(final float[] picture, final Turn turn) {
        final float[] to = new float[picture.length];
        for (int i = 0; i < pixels; i++) {
            double grey = 0;
            for (int channel = 0; channel < CHANNELS; channel++) {
                grey += standard(picture, channel, i) / CHANNELS;
            }
            for (int channel = 0; channel < CHANNELS; channel++) {
                set(to, channel, i, switch (turn) {
                    case THIRD -> standard(picture, (channel + 1) % CHANNELS, i);
                    case TWO_THIRDS -> standard(picture, (channel + 2) % CHANNELS, i);
                    case HALF -> 2 * grey - standard(picture, channel, i);
                });
            }
        }
        return to;
    }

    /** The picture with the brightness of 8 × 8 blocks changed at random; as strongly as the hues of another version of it, in the mean square. */
    float[] blotched(final float[] picture, final float[] other, final SplittableRandom random) {
        double squares = 0;
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (int i = channel * pixels; i < (channel + 1) * pixels; i++) {
                final double difference = (picture[i] - other[i]) / deviations[channel];
                squares += difference * difference;
            }
        }
        final double strength = Math.sqrt(squares / picture.length);
        final double[] blocks = new double[BLOCKS * BLOCKS];
        for (int block = 0; block < blocks.length; block++) {
            blocks[block] = strength * random.nextGaussian();
        }
        final float[] to = new float[picture.length];
        for (int i = 0; i < pixels; i++) {
            final int block = i / input.cols() * BLOCKS / input.rows() * BLOCKS + i % input.cols() * BLOCKS / input.cols();
            for (int channel = 0; channel < CHANNELS; channel++) {
                set(to, channel, i, standard(picture, channel, i) + blocks[block]);
            }
        }
        return to;
    }

    /** The picture with mean and standard deviation of every channel as on another. Source: Reinhard et al. 2001, without their change of axes. */
    float[] like(final float[] picture, final float[] other) {
        final float[] to = new float[picture.length];
        for (int channel = 0; channel < CHANNELS; channel++) {
            final double[] from = moments(picture, channel);
            final double[] into = moments(other, channel);
            final double scale = into[1] / Math.max(from[1], LEAST + 1e-3 * deviations[channel]);
            for (int i = 0; i < pixels; i++) {
                final double value = (picture[channel * pixels + i] - from[0]) * scale + into[0];
                to[channel * pixels + i] = (float) Math.clamp(value, lowest[channel], highest[channel]);
            }
        }
        return to;
    }

    private double standard(final float[] picture, final int channel, final int pixel) {
        return (picture[channel * pixels + pixel] - means[channel]) / deviations[channel];
    }

    private void set(final float[] picture, final int channel, final int pixel, final double standard) {
        picture[channel * pixels + pixel] = (float) Math.clamp(standard * deviations[channel] + means[channel], lowest[channel], highest[channel]);
    }
}
