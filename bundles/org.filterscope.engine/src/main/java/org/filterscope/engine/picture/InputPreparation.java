package org.filterscope.engine.picture;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.InputSettings;
import org.filterscope.core.configuration.InputSettings.ChannelOrder;
import org.filterscope.core.configuration.InputSettings.Resize;
import org.filterscope.engine.graph.Shape;

/** Makes the network's input of a picture: size, then numbers. */
public final class InputPreparation {
    private static final int RED = 19595;
    private static final int GREEN = 38470;
    private static final int BLUE = 7471;

    private final InputSettings settings;
    private final Shape shape;
    private final Resampler resampler = new Resampler();

    /** @throws InvalidInputException when the network takes neither colour nor grey pictures */
    public InputPreparation(final InputSettings settings, final Shape shape) throws InvalidInputException {
        if (shape.channels() != 1 && shape.channels() != Picture.COLOURS) {
            throw new InvalidInputException("the network takes %d channels; pictures have 1 (grey) or 3 (red, green, blue)".formatted(
                    shape.channels()));
        }
        this.settings = settings;
        this.shape = shape;
    }

    /** The network's input shape. */
    public Shape shape() {
        return shape;
    }

    /** The picture as the network sees it, before its numbers are scaled: {@code shape.rows() × shape.cols()} pixels. */
    public Picture fit(final Picture picture) {
        if (settings.resize() == Resize.STRETCH) {
            return resampler.resize(picture, shape.rows(), shape.cols());
        }
        final double scale = Math.max((double) shape.rows() / picture.rows(), (double) shape.cols() / picture.cols());
        final int rows = Math.max(shape.rows(), (int) Math.round(picture.rows() * scale));
        final int cols = Math.max(shape.cols(), (int) Math.round(picture.cols() * scale));
        return resampler.resize(picture, rows, cols).crop((rows - shape.rows()) / 2, (cols - shape.cols()) / 2, shape.rows(), shape.cols());
    }

    /**
     * Writes a fitted picture as {@code [channel, row, col]}.
     *
     * @param values where to
     * @param start  index of the first value
     */
    public void write(final Picture fitted, final float[] values, final int start) {
        final int positions = shape.rows() * shape.cols();
        final byte[] from = fitted.values();
        for (int channel = 0; channel < shape.channels(); channel++) {
            final int colour = settings.order() == ChannelOrder.BGR ? Picture.COLOURS - 1 - channel : channel;
            final float[] table = table(channel);
            for (int i = 0; i < positions; i++) {
                final int at = i * Picture.COLOURS;
                values[start + channel * positions + i] = table[shape.channels() == 1 ? grey(from, at) : from[at + colour] & 0xff];
            }
        }
    }

    /** What each of the 256 pixel values becomes in a channel. */
    private float[] table(final int channel) {
        final float[] table = new float[256];
        for (int value = 0; value < table.length; value++) {
            table[value] = (float) ((value * settings.scale() - settings.mean().get(channel)) / settings.std().get(channel));
        }
        return table;
    }

    /** Luma after ITU-R 601, in the whole-number form of the Python Imaging Library. */
    private static int grey(final byte[] values, final int at) {
        return (values[at] & 0xff) * RED + (values[at + 1] & 0xff) * GREEN + (values[at + 2] & 0xff) * BLUE + 0x8000 >> 16;
    }
}
