package org.filterscope.engine.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.filterscope.engine.graph.Rearrangement.Resize;
import org.filterscope.engine.graph.Sampling;
import org.filterscope.engine.graph.Sampling.Coordinates;
import org.filterscope.engine.graph.Sampling.Interpolation;
import org.filterscope.engine.onnx.read.Constant.Floats;
import org.filterscope.engine.read.RefusedException;

/** Maps of another size. */
final class Resizings {
    static final Map<String, Build> OPERATORS = Map.of(
            "Resize", Build.one(Resizings::resize), "Upsample", Build.one(Resizings::resize));
    /** From here on the coordinates are told; before, they are o / scale. */
    private static final int COORDINATES = 11;

    private Resizings() {
    }

    private static View resize(final Call call) throws RefusedException {
        final View input = call.pure(0);
        final List<Axis> axes = call.axes(input);
        final Attributes attributes = call.attributes();
        if (attributes.integer("exclude_outside", 0) != 0 || !attributes.text("keep_aspect_ratio_policy", "stretch").equals("stretch")) {
            throw new RefusedException("resizing without what lies outside, or with a kept aspect ratio, is not supported");
        }
        final double[] scales = {1, 1, 1};
        final int[] lengths = new int[scales.length];
        for (final Axis axis : Axis.values()) {
            lengths[axis.ordinal()] = axis.length(input.shape());
        }
        final long[] dimensions = attributes.integers("axes").map(IntStream::of).orElseGet(() -> IntStream.rangeClosed(0, axes.size()))
                .asLongStream().toArray();
        final List<Float> factors = factors(call);
        final Optional<long[]> sizes = call.opset() >= COORDINATES ? call.integers(3).filter(given -> given.length > 0) : Optional.empty();
        if ((sizes.isPresent() ? sizes.get().length : factors.size()) != dimensions.length) {
            throw new RefusedException("its scales or sizes are not one for each of %d dimensions".formatted(dimensions.length));
        }
        for (int i = 0; i < dimensions.length; i++) {
            if (dimensions[i] == 0) {
                if (sizes.isEmpty() && factors.get(i) != 1) {
                    throw new RefusedException("it resizes across images");
                }
                continue;
            }
            final int axis = axes.get(Call.dimension(dimensions[i], input)).ordinal();
            final int from = lengths[axis];
            if (sizes.isPresent()) {
                lengths[axis] = Math.toIntExact(sizes.get()[i]);
                scales[axis] = (double) lengths[axis] / from;
            } else {
                // In float32, as ONNX Runtime does: 23 / 11 of 11 positions are 23, not 22.
                lengths[axis] = (int) (from * factors.get(i));
                final double whole = (double) lengths[axis] / from;
                scales[axis] = (float) whole == factors.get(i) ? whole : factors.get(i);
            }
        }
        if (lengths[0] != input.shape().channels()) {
            throw new RefusedException("it changes the number of channels from %d to %d".formatted(input.shape().channels(), lengths[0]));
        }
        return appended(call, input, scales, lengths);
    }

    private static View appended(final Call call, final View input, final double[] scales, final int... lengths) throws RefusedException {
        final String layer = call.append(new Resize(sampling(call, input.shape().rows(), lengths[1], scales[1]),
                sampling(call, input.shape().cols(), lengths[2], scales[2])), input.layer());
        return View.pure(layer, call.layers().shape(layer), call.axes(input));
    }

    private static List<Float> factors(final Call call) throws RefusedException {
        final Optional<List<Float>> setting = call.attributes().numbers("scales");
        if (setting.isPresent()) {
            return setting.get();
        }
        final List<Float> factors = new ArrayList<>();
        final boolean second = call.opset() < COORDINATES || call.operator().equals("Upsample");
        for (final float factor : call.floats(second ? 1 : 2).map(Floats::values).orElse(new float[0])) {
            factors.add(factor);
        }
        return factors;
    }

    private static Sampling sampling(final Call call, final int from, final int to, final double scale) throws RefusedException {
        // Old operator sets rounded down where they enlarged and up where they shrank.
        final boolean old = call.opset() < COORDINATES || call.operator().equals("Upsample");
        final Attributes attributes = call.attributes();
        final String mode = attributes.text("mode", "nearest");
        final String coordinates = attributes.text("coordinate_transformation_mode", old ? "asymmetric" : "half_pixel");
        final String nearest = attributes.text("nearest_mode", old ? scale < 1 ? "ceil" : "floor" : "round_prefer_floor");
        if (mode.contains("linear") && scale < 1 && attributes.integer("antialias", 0) != 0) {
            throw new RefusedException("shrinking maps with smoothing (antialias) is not supported");
        }
        return new Sampling(from, to, scale, switch (mode) {
            case "nearest" -> switch (nearest) {
                case "floor" -> Interpolation.NEAREST_FLOOR;
                case "ceil" -> Interpolation.NEAREST_CEIL;
                case "round_prefer_floor" -> Interpolation.NEAREST_ROUND_DOWN;
                case "round_prefer_ceil" -> Interpolation.NEAREST_ROUND_UP;
                default -> throw new RefusedException("the rounding '%s' is not supported".formatted(nearest));
            };
            case "linear", "bilinear" -> Interpolation.LINEAR;
            default -> throw new RefusedException("the mode '%s' is not supported, only 'nearest' and 'linear'".formatted(mode));
        }, coordinates(coordinates, from, to, scale));
    }

    private static Coordinates coordinates(final String name, final int from, final int to, final double scale) throws RefusedException {
        return switch (name) {
            case "half_pixel" -> Coordinates.HALF_PIXEL;
            case "pytorch_half_pixel" -> Coordinates.HALF_PIXEL_OR_FIRST;
            case "align_corners" -> Coordinates.ALIGN_CORNERS;
            case "asymmetric" -> Coordinates.ASYMMETRIC;
            case "half_pixel_symmetric" -> {
                if (from * scale != to) {
                    throw new RefusedException("the coordinates '%s' are only supported where sizes come out whole".formatted(name));
                }
                yield Coordinates.HALF_PIXEL;
            }
            default -> throw new RefusedException("the coordinates '%s' are not supported".formatted(name));
        };
    }
}
