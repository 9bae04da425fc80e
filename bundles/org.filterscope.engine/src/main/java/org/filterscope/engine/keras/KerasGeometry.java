package org.filterscope.engine.keras;

import java.util.List;
import java.util.function.Function;

import com.google.gson.JsonArray;

import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Rearrangement.Cropping;
import org.filterscope.engine.graph.Rearrangement.Resize;
import org.filterscope.engine.graph.Sampling;
import org.filterscope.engine.graph.Sampling.Coordinates;
import org.filterscope.engine.graph.Sampling.Interpolation;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Window;
import org.filterscope.engine.read.RefusedException;

/** Windows, borders and sizes from a layer's settings. */
final class KerasGeometry {

    private KerasGeometry() {
    }

    static Window window(final int[] kernel, final int[] stride, final int[] dilation, final KerasSettings settings, final Shape in)
            throws RefusedException {
        return isSame(settings) ? Window.same(kernel[0], kernel[1], stride[0], stride[1], dilation[0], dilation[1], in)
                : new Window(kernel[0], kernel[1], stride[0], stride[1], dilation[0], dilation[1], Padding.NONE);
    }

    static boolean isSame(final KerasSettings settings) throws RefusedException {
        return switch (settings.text("padding", "valid")) {
            case "valid" -> false;
            case "same" -> true;
            default -> throw new RefusedException("padding '%s' is not supported".formatted(settings.text("padding", "")));
        };
    }

    /** {@code [[top, bottom], [left, right]]}. */
    static Operator sides(final KerasSettings settings, final String key, final Function<Padding, Operator> operator) throws RefusedException {
        try {
            final JsonArray sides = settings.config().getAsJsonArray(key);
            final JsonArray rows = sides.get(0).getAsJsonArray();
            final JsonArray cols = sides.get(1).getAsJsonArray();
            return operator.apply(
                    new Padding(rows.get(0).getAsInt(), cols.get(0).getAsInt(), rows.get(1).getAsInt(), cols.get(1).getAsInt()));
        } catch (final RuntimeException e) {
            throw new RefusedException("its setting '%s' cannot be understood: %s".formatted(key, settings.config().get(key)));
        }
    }

    /**
     * The lengths of a reshaped image's dimensions: one for a vector, three for maps.
     *
     * @param size how many values there are, which tells a length that is left open
     */
    static List<Integer> target(final KerasSettings settings, final long size) throws RefusedException {
        final List<Integer> given = settings.list("target_shape");
        if (given == null || given.size() != 1 && given.size() != 3) {
            throw new RefusedException("it makes the shape %s; only vectors and maps are supported".formatted(
                    settings.config().get("target_shape")));
        }
        final long known = given.stream().filter(length -> length != -1).mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        return given.stream().map(length -> length == -1 && known > 0 ? Math.toIntExact(size / known) : length).toList();
    }

    /** The middle; the odd row and column go at the bottom and right. */
    static Cropping centerCrop(final KerasSettings settings, final Shape in) throws RefusedException {
        final int rows = in.rows() - settings.whole("height");
        final int cols = in.cols() - settings.whole("width");
        if (rows < 0 || cols < 0) {
            throw new RefusedException("it crops %s to something larger, which means to resize; only cropping is supported".formatted(in));
        }
        return new Cropping(new Padding(rows / 2, cols / 2, rows - rows / 2, cols - cols / 2));
    }

    /** Nearest repeats every position; bilinear counts the middles of positions, as TensorFlow 2 does. */
    static Resize upSampling(final KerasSettings settings, final Shape in, final KerasVersion version) throws RefusedException {
        final int[] times = settings.pair("size", 2);
        final String interpolation = settings.text("interpolation", "nearest");
        if (interpolation.equals("nearest")) {
            return new Resize(Sampling.repeat(in.rows(), times[0]), Sampling.repeat(in.cols(), times[1]));
        }
        if (interpolation.equals("bilinear") && !version.since(2, 3)) {
            throw new RefusedException("bilinear up-sampling meant different things in versions of Keras before 2.3");
        }
        return resize(in, Math.multiplyExact(in.rows(), times[0]), Math.multiplyExact(in.cols(), times[1]), interpolation);
    }

    /** The layer {@code Resizing}. */
    static Resize resizing(final KerasSettings settings, final Shape in) throws RefusedException {
        final int rows = settings.whole("height");
        final int cols = settings.whole("width");
        final boolean distorts = (long) rows * in.cols() != (long) cols * in.rows();
        for (final String key : List.of("crop_to_aspect_ratio", "pad_to_aspect_ratio")) {
            if (settings.truth(key, false) && distorts) {
                throw new RefusedException("its setting '%s' is not supported for pictures of another aspect ratio".formatted(key));
            }
        }
        if (settings.truth("antialias", false) && (rows < in.rows() || cols < in.cols())) {
            throw new RefusedException("its setting 'antialias' is not supported");
        }
        return resize(in, rows, cols, settings.text("interpolation", "bilinear"));
    }

    private static Resize resize(final Shape in, final int rows, final int cols, final String word) throws RefusedException {
        // Nearest takes the position in which the new one's middle lies.
        final Interpolation interpolation = switch (word) {
            case "bilinear" -> Interpolation.LINEAR;
            case "nearest" -> Interpolation.NEAREST_ROUND_UP;
            default -> throw new RefusedException("interpolation '%s' is not supported".formatted(word));
        };
        return new Resize(new Sampling(in.rows(), rows, (double) rows / in.rows(), interpolation, Coordinates.HALF_PIXEL),
                new Sampling(in.cols(), cols, (double) cols / in.cols(), interpolation, Coordinates.HALF_PIXEL));
    }
}
