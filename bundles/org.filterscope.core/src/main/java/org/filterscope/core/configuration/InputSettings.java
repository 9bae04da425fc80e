package org.filterscope.core.configuration;

import java.util.List;
import java.util.Optional;

/**
 * How a picture becomes the network's input: {@code x = (value * scale - mean) / std} for pixel values 0 to 255, channel by channel.
 *
 * @param size       rows and columns of the input; absent means: as the network says
 * @param scale      factor on the pixel values
 * @param mean       one value a channel, subtracted after scaling
 * @param std        one value a channel, divided by last; none is zero
 * @param order      order of the colour channels that the network was trained with
 * @param resize     how a picture of another shape is brought to the input's
 * @param resampling how new pixels are made of old ones
 */
public record InputSettings(Optional<Size> size, double scale, List<Double> mean, List<Double> std, ChannelOrder order, Resize resize,
        Resampling resampling) {
    public static final InputSettings DEFAULT = new InputSettings(Optional.empty(), 1, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0),
            ChannelOrder.RGB, Resize.STRETCH, Resampling.PIL);

    public InputSettings {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
    }

    /** Rows and columns in pixels. */
    public record Size(int rows, int cols) {
    }

    /** Order of the colour channels. */
    public enum ChannelOrder {
        RGB, BGR
    }

    /**
     * {@code STRETCH}: the whole picture, its sides scaled apart; {@code CROP}: scaled evenly to cover the input, the middle kept;
     * {@code PAD}: scaled evenly to fit into the input, the rest black.
     */
    public enum Resize {
        STRETCH, CROP, PAD
    }

    /**
     * {@code PIL}: antialiased bilinear, whole numbers, as the Python Imaging Library; {@code TENSORFLOW}: bilinear between the four nearest
     * pixels, as {@code tf.image.resize} without antialiasing.
     */
    public enum Resampling {
        PIL, TENSORFLOW
    }
}
