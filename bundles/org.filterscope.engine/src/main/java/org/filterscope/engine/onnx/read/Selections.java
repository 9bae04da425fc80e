package org.filterscope.engine.onnx.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.ZeroPadding;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
import org.filterscope.engine.graph.Rearrangement.Cropping;
import org.filterscope.engine.onnx.read.Constant.Floats;
import org.filterscope.engine.onnx.read.Constant.Integers;
import org.filterscope.engine.read.RefusedException;

/** Nodes that take parts of maps, put maps together, or put something around them. */
final class Selections {
    static final Map<String, Build> OPERATORS = Map.of(
            "Concat", Build.one(Selections::concatenate), "Split", Selections::split, "Slice", Build.one(Selections::slice),
            "Gather", Build.one(Selections::gather), "Pad", Build.one(Selections::pad));

    private Selections() {
    }

    private static View concatenate(final Call call) throws RefusedException {
        final View first = call.pure(0);
        final List<Axis> axes = call.axes(first);
        final String[] layers = new String[call.inputs()];
        for (int i = 0; i < layers.length; i++) {
            final View view = call.pure(i);
            if (!call.axes(view).equals(axes)) {
                throw new RefusedException("it joins maps that are transposed in different ways");
            }
            layers[i] = view.layer();
        }
        if (axes.get(Call.dimension(call.attributes().integer("axis", 1), first)) != Axis.CHANNELS) {
            throw new RefusedException("it joins maps side by side; only channels can be joined");
        }
        final String layer = call.append(new Concatenate(), layers);
        return View.pure(layer, call.layers().shape(layer), axes);
    }

    /** The parts are called {@code NAME/0}, {@code NAME/1}, …. */
    private static List<Value> split(final Call call) throws RefusedException {
        final View input = call.pure(0);
        final int dimension = Call.dimension(call.attributes().integer("axis", 0), input);
        final int length = input.lengths().get(dimension);
        checkLength(length);
        final int part = Math.ceilDiv(length, call.outputs());
        final long[] parts = call.integers("split", 1)
                .orElseGet(() -> IntStream.range(0, call.outputs()).mapToLong(i -> Math.min(part, length - i * part)).toArray());
        if (parts.length != call.outputs() || Arrays.stream(parts).anyMatch(size -> size < 1 || size > length)
                || Arrays.stream(parts).sum() != length) {
            throw new RefusedException("it splits %d channels into parts of %s".formatted(length, Arrays.toString(parts)));
        }
        final List<Value> views = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < parts.length; i++) {
            final int[] positions = IntStream.range(start, start + (int) parts[i]).toArray();
            views.add(select(call, call.name() + "/" + i, input, call.axes(input).get(dimension), positions));
            start += (int) parts[i];
        }
        return views;
    }

    private static View slice(final Call call) throws RefusedException {
        View view = call.pure(0);
        final Ranges ranges = Ranges.of(call);
        for (int i = 0; i < ranges.count(); i++) {
            if (ranges.isAll(i)) {
                continue;
            }
            final int dimension = Call.dimension(ranges.axes()[i], view);
            checkLength(view.lengths().get(dimension));
            final int[] positions = ranges.positions(i, view.lengths().get(dimension));
            view = select(call, call.name(), view, call.axes(view).get(dimension), positions);
        }
        return view;
    }

    /** Each channel or position that is taken is a number in memory, and a small file can claim any length. */
    private static void checkLength(final int length) throws RefusedException {
        if (length > Layers.LONGEST_SELECTION) {
            throw new RefusedException("it takes parts of %d channels or positions; at most %d are supported".formatted(length,
                    Layers.LONGEST_SELECTION));
        }
    }

    private static View gather(final Call call) throws RefusedException {
        final View input = call.pure(0);
        final int dimension = Call.dimension(call.attributes().integer("axis", 0), input);
        final int length = input.lengths().get(dimension);
        checkLength(length);
        final Integers indices = (Integers) call.constant(1).filter(Integers.class::isInstance)
                .orElseThrow(() -> new RefusedException("it has no indices"));
        if (indices.dims().size() > 1) {
            throw new RefusedException("its indices have %d dimensions".formatted(indices.dims().size()));
        }
        final int[] positions = new int[indices.size()];
        for (int i = 0; i < positions.length; i++) {
            final long index = indices.values()[i] < 0 ? indices.values()[i] + length : indices.values()[i];
            if (index < 0 || index >= length) {
                throw new RefusedException("it takes number %d of %d".formatted(index, length));
            }
            positions[i] = (int) index;
        }
        final View selected = select(call, call.name(), input, call.axes(input).get(dimension), positions);
        if (!indices.dims().isEmpty()) {
            return selected;
        }
        final List<List<Factor>> dims = new ArrayList<>(selected.dims());
        dims.remove(dimension);
        return selected.arranged(dims, call.name());
    }

    private static View select(final Call call, final String name, final View input, final Axis axis, final int... positions)
            throws RefusedException {
        final int length = axis.length(input.shape());
        if (positions.length == 0) {
            throw new RefusedException("it takes nothing of %d".formatted(length));
        }
        if (Arrays.equals(positions, IntStream.range(0, length).toArray())) {
            return input;
        }
        final int before = positions[0];
        if (axis != Axis.CHANNELS && !Arrays.equals(positions, IntStream.range(before, before + positions.length).toArray())) {
            throw new RefusedException("it takes single rows or columns out of maps; only borders can be cut off");
        }
        final int after = length - before - positions.length;
        final String layer = call.layers().append(name, switch (axis) {
            case CHANNELS -> new ChannelSelection(Arrays.stream(positions).boxed().toList());
            case ROWS -> new Cropping(new Padding(before, 0, after, 0));
            case COLS -> new Cropping(new Padding(0, before, 0, after));
        }, input.layer());
        return View.pure(layer, call.layers().shape(layer), call.axes(input));
    }

    /** Zeros around maps; negative padding cuts off, as {@code NAME/cropping}. */
    private static View pad(final Call call) throws RefusedException {
        final View input = call.pure(0);
        final List<Axis> axes = call.axes(input);
        final int rank = axes.size() + 1;
        final long[] around = call.integers("pads", 1).orElseThrow(() -> new RefusedException("it has no amounts"));
        final long[] dimensions = call.integers(3).orElseGet(() -> IntStream.range(0, rank).asLongStream().toArray());
        if (around.length != 2 * dimensions.length) {
            throw new RefusedException("it has %d amounts for %d dimensions".formatted(around.length, dimensions.length));
        }
        final int[] before = new int[Axis.values().length];
        final int[] after = new int[Axis.values().length];
        for (int i = 0; i < dimensions.length; i++) {
            final long first = around[i];
            final long last = around[dimensions.length + i];
            if (first != 0 || last != 0) {
                final Axis axis = axes.get(Call.dimension(dimensions[i], input));
                if (axis == Axis.CHANNELS) {
                    throw new RefusedException("it adds or cuts off channels; only rows and columns can be padded");
                }
                before[axis.ordinal()] = Math.toIntExact(first);
                after[axis.ordinal()] = Math.toIntExact(last);
            }
        }
        return around(call, input, before, after);
    }

    private static View around(final Call call, final View input, final int[] before, final int... after) throws RefusedException {
        final int rows = Axis.ROWS.ordinal();
        final int cols = Axis.COLS.ordinal();
        final Padding added = new Padding(Math.max(0, before[rows]), Math.max(0, before[cols]), Math.max(0, after[rows]), Math.max(0, after[cols]));
        final Padding cut = new Padding(Math.max(0, -before[rows]), Math.max(0, -before[cols]), Math.max(0, -after[rows]), Math.max(0, -after[cols]));
        String layer = input.layer();
        if (!cut.equals(Padding.NONE)) {
            layer = call.layers().append(added.equals(Padding.NONE) ? call.name() : call.name() + "/cropping", new Cropping(cut), layer);
        }
        if (!added.equals(Padding.NONE)) {
            requireZeros(call);
            layer = call.append(new ZeroPadding(added), layer);
        }
        return View.pure(layer, call.layers().shape(layer), call.axes(input));
    }

    private static void requireZeros(final Call call) throws RefusedException {
        final String mode = call.attributes().text("mode", "constant");
        final double value = call.attributes().number("value", call.floats(2).filter(given -> given.size() > 0).map(Floats::values)
                .map(values -> values[0]).orElse(0f));
        if (!mode.equals("constant") || value != 0) {
            throw new RefusedException(mode.equals("constant") ? "padding with %s is not supported, only with zeros".formatted(value)
                    : "padding in the mode '%s' is not supported, only with zeros".formatted(mode));
        }
    }
}
