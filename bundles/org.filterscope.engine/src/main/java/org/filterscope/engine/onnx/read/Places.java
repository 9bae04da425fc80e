package org.filterscope.engine.onnx.read;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.engine.read.RefusedException;

/** Where the values of rearranged arrays lie in the original one, in row-major order. */
record Places(List<Integer> dims) {

    /** A dimension's number; negative ones count from the end. */
    int dimension(final long axis) throws RefusedException {
        final long dimension = axis < 0 ? axis + dims.size() : axis;
        if (dimension < 0 || dimension >= dims.size()) {
            throw new RefusedException("it works along dimension %d of a constant of %d dimensions".formatted(axis, dims.size()));
        }
        return (int) dimension;
    }

    /** Some positions of one dimension, everything of the others. */
    int[] along(final int axis, final int... positions) {
        final int inner = product(dims.subList(axis + 1, dims.size()));
        final int outer = product(dims.subList(0, axis));
        final int[] places = new int[Math.multiplyExact(outer, Math.multiplyExact(positions.length, inner))];
        int next = 0;
        for (int o = 0; o < outer; o++) {
            for (final int position : positions) {
                for (int i = 0; i < inner; i++) {
                    places[next++] = (o * dims.get(axis) + position) * inner + i;
                }
            }
        }
        return places;
    }

    /** Dimensions in another order. */
    int[] reordered(final int... order) {
        final int[] lengths = new int[order.length];
        final int[] steps = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            lengths[i] = dims.get(order[i]);
            steps[i] = product(dims.subList(order[i] + 1, dims.size()));
        }
        return walk(lengths, steps);
    }

    /** Dimensions of length 1 repeated, and new ones before them: NumPy's rule. The shape must be a {@link #common} one. */
    int[] spread(final List<Integer> shape) {
        final int more = shape.size() - dims.size();
        final int[] lengths = new int[shape.size()];
        final int[] steps = new int[shape.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = shape.get(i);
            steps[i] = i < more || dims.get(i - more) == 1 ? 0 : product(dims.subList(i - more + 1, dims.size()));
        }
        return walk(lengths, steps);
    }

    /** The shape that both spread to. */
    static List<Integer> common(final List<Integer> a, final List<Integer> b) throws RefusedException {
        final int rank = Math.max(a.size(), b.size());
        final List<Integer> common = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            final int first = i < rank - a.size() ? 1 : a.get(i - rank + a.size());
            final int second = i < rank - b.size() ? 1 : b.get(i - rank + b.size());
            if (first != second && first != 1 && second != 1) {
                throw new RefusedException("it combines constants of the shapes %s and %s".formatted(a, b));
            }
            common.add(first == 1 ? second : first);
        }
        return common;
    }

    private static int[] walk(final int[] lengths, final int... steps) {
        int[] places = {0};
        for (int d = 0; d < lengths.length; d++) {
            final int[] next = new int[Math.multiplyExact(places.length, lengths[d])];
            for (int i = 0; i < next.length; i++) {
                next[i] = places[i / lengths[d]] + i % lengths[d] * steps[d];
            }
            places = next;
        }
        return places;
    }

    private static int product(final List<Integer> lengths) {
        return lengths.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
    }
}
