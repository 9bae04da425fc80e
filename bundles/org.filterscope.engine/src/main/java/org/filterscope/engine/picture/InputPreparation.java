package org.filterscope.engine.picture;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.InputSettings;
import org.filterscope.core.configuration.InputSettings.ChannelOrder;
import org.filterscope.core.configuration.InputSettings.Resampling;
import org.filterscope.engine.graph.Shape;

/** Makes the network's input of a picture: size, then numbers. */
public final class InputPreparation {
    private static final int RED = 19595;
    private static final int GREEN = 38470;
    private static final int BLUE = 7471;

    private final InputSettings settings;
    private final Shape shape;
    private final Resampler resampler = new Resampler();
    private final HalfPixelResampler halfPixelResampler = new HalfPixelResampler();

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
    public FittedPicture fit(final Picture picture) {
        final Placement placement = placement(new PictureSize(picture.rows(), picture.cols()));
        return resized(picture, placement.rows(), placement.cols()).window(placement.top(), placement.left(), shape.rows(), shape.cols());
    }

    /** Where a picture of that size comes to lie. */
    public Placement placement(final PictureSize picture) {
        return switch (settings.resize()) {
            case STRETCH -> new Placement(picture, shape.rows(), shape.cols(), 0, 0);
            case CROP -> cropped(picture);
            case PAD -> padded(picture);
        };
    }

    /**
     * The mask of a picture, brought to the network's input as the picture is. Each pixel takes the id of the nearest one, {@code floor((i + ½) ·
     * old / new)}, which is what the Python Imaging Library's {@code NEAREST} does.
     *
     * @return {@code [row, col]}: an id, or {@link Mask#OUTSIDE} where the picture does not reach
     */
    public short[] fit(final Mask mask) {
        final Placement placement = placement(new PictureSize(mask.rows(), mask.cols()));
        final int[] rows = nearest(shape.rows(), placement.top(), placement.rows(), mask.rows());
        final int[] cols = nearest(shape.cols(), placement.left(), placement.cols(), mask.cols());
        final short[] ids = new short[rows.length * cols.length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < cols.length; c++) {
                ids[r * cols.length + c] = rows[r] < 0 || cols[c] < 0 ? Mask.OUTSIDE : mask.id(rows[r], cols[c]);
            }
        }
        return ids;
    }

    /** Along one axis: the old pixel that each pixel of the input shows; -1 for none. */
    private static int[] nearest(final int length, final int cut, final int resized, final int old) {
        final double scale = (double) old / resized;
        final int[] sources = new int[length];
        for (int i = 0; i < length; i++) {
            final int at = i + cut;
            sources[i] = at < 0 || at >= resized ? -1 : Math.min(old - 1, (int) ((at + 0.5) * scale));
        }
        return sources;
    }

    private FittedPicture resized(final Picture picture, final int rows, final int cols) {
        return settings.resampling() == Resampling.PIL ? FittedPicture.of(resampler.resize(picture, rows, cols))
                : halfPixelResampler.resize(picture, rows, cols);
    }

    private Placement cropped(final PictureSize picture) {
        final double scale = Math.max((double) shape.rows() / picture.rows(), (double) shape.cols() / picture.cols());
        final int rows = Math.max(shape.rows(), (int) Math.round(picture.rows() * scale));
        final int cols = Math.max(shape.cols(), (int) Math.round(picture.cols() * scale));
        return new Placement(picture, rows, cols, (rows - shape.rows()) / 2, (cols - shape.cols()) / 2);
    }

    private Placement padded(final PictureSize picture) {
        final Letterbox box = settings.resampling() == Resampling.PIL ? Letterbox.pil(picture, shape) : Letterbox.tensorFlow(picture, shape);
        return new Placement(picture, box.rows(), box.cols(), -box.top(), -box.left());
    }

    /**
     * Writes a fitted picture as {@code [channel, row, col]}.
     *
     * @param values where to
     * @param start  index of the first value
     */
    public void write(final FittedPicture fitted, final float[] values, final int start) {
        final int positions = shape.rows() * shape.cols();
        final float[] from = fitted.values();
        for (int channel = 0; channel < shape.channels(); channel++) {
            final int colour = settings.order() == ChannelOrder.BGR ? Picture.COLOURS - 1 - channel : channel;
            final double mean = settings.mean().get(channel);
            final double std = settings.std().get(channel);
            for (int i = 0; i < positions; i++) {
                final int at = i * Picture.COLOURS;
                final double value = shape.channels() == 1 ? grey(from, at) : from[at + colour];
                values[start + channel * positions + i] = (float) ((value * settings.scale() - mean) / std);
            }
        }
    }

    /** Luma after ITU-R 601: with whole numbers as the Python Imaging Library has them, else exact. */
    private double grey(final float[] values, final int at) {
        if (settings.resampling() == Resampling.PIL) {
            return (int) values[at] * RED + (int) values[at + 1] * GREEN + (int) values[at + 2] * BLUE + 0x8000 >> 16;
        }
        return 0.299 * values[at] + 0.587 * values[at + 1] + 0.114 * values[at + 2];
    }
}
