package org.filterscope.engine.onnx.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.filterscope.engine.graph.Shape;

/**
 * How an ONNX array is laid over a layer's result. ONNX reshapes and transposes freely, our layers are always {@code [channel, row, col]}: so
 * reshaping and transposing only change this description, and a layer is made of it when another one needs the values in its order. Channels
 * last, flattened maps and the groups of a channel shuffle are all described this way.
 *
 * @param layer  whose result it is
 * @param shape  of that result
 * @param dims   of the array without the first, which is always the images; each as the digits that its index consists of
 * @param origin the layer name to use should a layer have to be made
 */
record View(String layer, Shape shape, List<List<Factor>> dims, String origin) implements Value {

    View {
        dims = List.copyOf(dims);
    }

    /** {@code [image, channel, row, col]}. */
    static View maps(final String layer, final Shape shape) {
        return pure(layer, shape, List.of(Axis.CHANNELS, Axis.ROWS, Axis.COLS));
    }

    /** {@code [image, value]}. */
    static View vector(final String layer, final Shape shape) {
        return pure(layer, shape, List.of(Axis.CHANNELS));
    }

    /** Each dimension one whole axis. */
    static View pure(final String layer, final Shape shape, final List<Axis> axes) {
        return new View(layer, shape, axes.stream().map(axis -> List.of(axis.whole(shape))).toList(), layer);
    }

    /** The same arrangement of another layer of the same shape. */
    View over(final String other) {
        return new View(other, shape, dims, other);
    }

    /** The same values arranged in another way. */
    View arranged(final List<List<Factor>> other, final String maker) {
        return new View(layer, shape, other, maker);
    }

    /** Lengths of the dimensions without the images. */
    List<Integer> lengths() {
        return dims.stream().map(View::length).toList();
    }

    /** All digits, the slowest first. */
    List<Factor> digits() {
        return dims.stream().flatMap(List::stream).toList();
    }

    /** Which axis each dimension is, when each is a whole one; dimensions of length 1 get the axes that are left, in their order. */
    Optional<List<Axis>> axes() {
        if (dims.size() > Axis.values().length) {
            return Optional.empty();
        }
        final List<Axis> axes = new ArrayList<>(Collections.nCopies(dims.size(), null));
        final Set<Axis> free = EnumSet.allOf(Axis.class);
        for (int i = 0; i < dims.size(); i++) {
            final List<Factor> joined = Factor.joined(dims.get(i));
            if (joined.size() > 1 || joined.size() == 1 && !joined.get(0).equals(joined.get(0).axis().whole(shape))) {
                return Optional.empty();
            }
            if (joined.size() == 1) {
                axes.set(i, joined.get(0).axis());
                free.remove(joined.get(0).axis());
            }
        }
        for (int i = 0; i < dims.size(); i++) {
            if (axes.get(i) == null && !dims.get(i).isEmpty() && free.remove(dims.get(i).get(0).axis())) {
                axes.set(i, dims.get(i).get(0).axis());
            }
        }
        axes.replaceAll(axis -> axis == null ? take(free) : axis);
        return free.stream().allMatch(axis -> axis.length(shape) == 1) ? Optional.of(axes) : Optional.empty();
    }

    /** Empty when the lengths do not cut the digits evenly. */
    Optional<View> reshaped(final List<Integer> lengths, final String maker) {
        if (lengths.equals(lengths())) {
            return Optional.of(this);
        }
        final List<Factor> rest = new ArrayList<>(Factor.joined(digits()));
        final List<List<Factor>> reshaped = new ArrayList<>();
        for (final int length : lengths) {
            final List<Factor> dim = new ArrayList<>();
            int left = length;
            while (left > 1) {
                final Factor next = rest.isEmpty() ? null : rest.removeFirst();
                if (next == null || next.length() % left != 0 && left % next.length() != 0) {
                    return Optional.empty();
                }
                if (left % next.length() == 0) {
                    dim.add(next);
                    left /= next.length();
                } else {
                    final int inner = next.length() / left;
                    dim.add(new Factor(next.axis(), left, next.step() * inner));
                    rest.addFirst(new Factor(next.axis(), inner, next.step()));
                    left = 1;
                }
            }
            reshaped.add(dim);
        }
        return rest.isEmpty() ? Optional.of(arranged(reshaped, maker)) : Optional.empty();
    }

    private static Axis take(final Set<Axis> free) {
        final Axis first = free.iterator().next();
        free.remove(first);
        return first;
    }

    private static int length(final List<Factor> dim) {
        return dim.stream().mapToInt(Factor::length).reduce(1, Math::multiplyExact);
    }
}
