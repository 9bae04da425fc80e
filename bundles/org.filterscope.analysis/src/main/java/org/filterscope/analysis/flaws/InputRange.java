package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.Arrays;

import org.filterscope.analysis.maps.PictureInputs;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.Shape;

/** Between which values each channel of the network's input lies on some pictures: whatever their preparation, that is the range of the picture. */
final class InputRange {
    private static final int LEVELS = 255;

    private final int pixels;
    private final float[] lowest;
    private final float[] highest;

    private InputRange(final Shape input) {
        pixels = input.rows() * input.cols();
        lowest = new float[input.channels()];
        highest = new float[input.channels()];
        Arrays.fill(lowest, Float.POSITIVE_INFINITY);
        Arrays.fill(highest, Float.NEGATIVE_INFINITY);
    }

    static InputRange of(final Shape input, final PictureInputs inputs, final int[] pictures, final Progress progress) throws IOException {
        final InputRange range = new InputRange(input);
        final float[] values = new float[Math.toIntExact(input.size())];
        for (final int picture : pictures) {
            progress.checkCancelled();
            inputs.write(picture, values, 0);
            for (int i = 0; i < values.length; i++) {
                final int channel = i / range.pixels;
                range.lowest[channel] = Math.min(range.lowest[channel], values[i]);
                range.highest[channel] = Math.max(range.highest[channel], values[i]);
            }
        }
        return range;
    }

    /**
     * Every value moved by as much; it stays within the range.
     *
     * @param values pictures one after the other, {@code [image, channel, row, col]}
     * @param signs  by value: up above zero, down below
     * @param levels of the 255 that a channel has
     */
    float[] moved(final float[] values, final float[] signs, final int levels) {
        final float[] moved = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            final int channel = i / pixels % lowest.length;
            final float step = (highest[channel] - lowest[channel]) * levels / LEVELS;
            moved[i] = Math.clamp(values[i] + Math.signum(signs[i]) * step, lowest[channel], highest[channel]);
        }
        return moved;
    }
}
