package org.filterscope.engine.onnx.read;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.onnx.read.Constant.Floats;
import org.filterscope.engine.onnx.read.Constant.Integers;
import org.filterscope.engine.read.RefusedException;

/** Computes nodes whose inputs are all known: exporters leave shapes, bounds and rearranged weights as small programs. */
final class Folding {
    /** Small programs make small arrays; rearranged weights are as large as the weights. */
    private static final int ALLOWANCE = 1 << 22;
    private static final long LARGEST = 1L << 29;

    private static final Map<String, Build.One> OPERATORS = Map.ofEntries(
            entry("Constant", Folding::constant), entry("ConstantOfShape", Folding::filled), entry("Identity", Folding::first),
            entry("Cast", Folding::cast), entry("Gather", Folding::gather), entry("Slice", Folding::slice), entry("Concat", Folding::concatenate),
            entry("Squeeze", Folding::squeeze), entry("Unsqueeze", Folding::unsqueeze), entry("Reshape", Folding::reshape),
            entry("Transpose", Folding::transpose), entry("Expand", Folding::expand), entry("Range", Folding::range),
            entry("Add", Elementwise::binary), entry("Sub", Elementwise::binary), entry("Mul", Elementwise::binary),
            entry("Div", Elementwise::binary), entry("Pow", Elementwise::binary), entry("Max", Elementwise::binary),
            entry("Min", Elementwise::binary), entry("Floor", Elementwise::unary), entry("Ceil", Elementwise::unary),
            entry("Neg", Elementwise::unary), entry("Abs", Elementwise::unary), entry("Sqrt", Elementwise::unary),
            entry("Exp", Elementwise::unary), entry("Reciprocal", Elementwise::unary));

    private long left;

    /** @param room how many values may be computed */
    Folding(final long room) {
        left = room;
    }

    /** How many values a model of so many bytes may compute: as many as it could hold, and some. */
    static long room(final long bytes) {
        return bytes + ALLOWANCE;
    }

    static boolean knows(final String operator) {
        return OPERATORS.containsKey(operator);
    }

    /** Empty when an input is not known, or the operator is for layers only. */
    Optional<Value> fold(final Call call) throws RefusedException, InvalidNetworkException {
        for (int i = 0; i < call.inputs(); i++) {
            if (call.input(i).isPresent() && !(call.input(i).get() instanceof Constant)) {
                return Optional.empty();
            }
        }
        if (!OPERATORS.containsKey(call.operator())) {
            return Optional.empty();
        }
        final Constant folded = (Constant) OPERATORS.get(call.operator()).build(call);
        left -= folded.size();
        return Optional.of(folded);
    }

    /** Whether more may be computed. */
    boolean exhausted() {
        return left < 0;
    }

    private static Constant first(final Call call) throws RefusedException {
        return call.constant(0).orElseThrow(() -> new RefusedException("its input is missing"));
    }

    private static Constant constant(final Call call) throws RefusedException, InvalidNetworkException {
        final Attributes attributes = call.attributes();
        final Optional<TensorProto> tensor = attributes.tensor("value");
        if (tensor.isPresent()) {
            return call.tensors().read(tensor.get());
        }
        if (attributes.has("value_float")) {
            return new Floats(List.of(), new float[] {(float) attributes.number("value_float", 0)});
        }
        if (attributes.has("value_int")) {
            return new Integers(List.of(), new long[] {attributes.wide("value_int", 0)});
        }
        if (attributes.has("value_ints")) {
            return Integers.vector(attributes.wide("value_ints").orElseThrow());
        }
        final List<Float> floats = attributes.numbers("value_floats")
                .orElseThrow(() -> new RefusedException("constants of this kind are not supported"));
        final float[] values = new float[floats.size()];
        IntStream.range(0, values.length).forEach(i -> values[i] = floats.get(i));
        return new Floats(List.of(values.length), values);
    }

    private static Constant filled(final Call call) throws RefusedException, InvalidNetworkException {
        final Optional<TensorProto> tensor = call.attributes().tensor("value");
        final Constant value = tensor.isPresent() ? call.tensors().read(tensor.get()) : new Floats(List.of(1), new float[1]);
        final List<Integer> dims = dims(call.integers(0).orElseThrow(() -> new RefusedException("it has no shape")));
        return value.pick(dims, new int[size(call, dims)]);
    }

    private static Constant cast(final Call call) throws RefusedException {
        final Constant value = first(call);
        final DataType type = DataType.forNumber(call.attributes().integer("to", 0));
        final boolean real = type == DataType.FLOAT || type == DataType.DOUBLE || type == DataType.FLOAT16 || type == DataType.BFLOAT16;
        return switch (value) {
            case Integers(var dims, var values) when real -> {
                final float[] floats = new float[values.length];
                IntStream.range(0, floats.length).forEach(i -> floats[i] = Elementwise.isKnown(values[i]) ? values[i] : Float.NaN);
                yield new Floats(dims, floats);
            }
            case Floats(var dims, var values) when !real -> {
                final long[] integers = new long[values.length];
                IntStream.range(0, integers.length).forEach(i -> integers[i] = Float.isNaN(values[i]) ? Elementwise.UNKNOWN
                        : type == DataType.BOOL ? values[i] == 0 ? 0 : 1 : (long) values[i]);
                yield new Integers(dims, integers);
            }
            default -> value;
        };
    }

    private static Constant gather(final Call call) throws RefusedException {
        final Constant value = first(call);
        final Places places = new Places(value.dims());
        final int axis = places.dimension(call.attributes().integer("axis", 0));
        final long[] indices = call.integers(1).orElseThrow(() -> new RefusedException("it has no indices"));
        final List<Integer> dims = new ArrayList<>(value.dims());
        dims.remove(axis);
        dims.addAll(axis, call.constant(1).orElseThrow().dims());
        size(call, dims);
        final int[] wanted = new int[indices.length];
        for (int i = 0; i < wanted.length; i++) {
            final int length = value.dims().get(axis);
            final long index = indices[i] < 0 ? indices[i] + length : indices[i];
            if (index < 0 || index >= length) {
                throw new RefusedException("it takes number %d of %d".formatted(index, length));
            }
            wanted[i] = (int) index;
        }
        return value.pick(dims, places.along(axis, wanted));
    }

    private static Constant slice(final Call call) throws RefusedException {
        Constant value = first(call);
        final Ranges ranges = Ranges.of(call);
        for (int i = 0; i < ranges.count(); i++) {
            final Places places = new Places(value.dims());
            final int axis = places.dimension(ranges.axes()[i]);
            final int[] positions = ranges.positions(i, value.dims().get(axis));
            final List<Integer> dims = new ArrayList<>(value.dims());
            dims.set(axis, positions.length);
            value = value.pick(dims, places.along(axis, positions));
        }
        return value;
    }

    private static Constant concatenate(final Call call) throws RefusedException {
        final Constant first = first(call);
        final int axis = new Places(first.dims()).dimension(call.attributes().integer("axis", 0));
        final List<Constant> parts = new ArrayList<>();
        for (int i = 0; i < call.inputs(); i++) {
            final Constant part = call.constant(i).orElseThrow(() -> new RefusedException("an input is missing"));
            final List<Integer> dims = new ArrayList<>(part.dims());
            if (dims.size() == first.dims().size()) {
                dims.set(axis, first.dims().get(axis));
            }
            if (!dims.equals(first.dims()) || part.getClass() != first.getClass()) {
                throw new RefusedException("it joins constants of the shapes %s and %s".formatted(first.dims(), part.dims()));
            }
            parts.add(part);
        }
        return Elementwise.joined(parts, axis);
    }

    private static Constant squeeze(final Call call) throws RefusedException {
        final Constant value = first(call);
        final Optional<long[]> axes = call.integers("axes", 1);
        final List<Integer> dims = new ArrayList<>(value.dims());
        if (axes.isEmpty()) {
            dims.removeIf(length -> length == 1);
            return value.shaped(dims);
        }
        final Places places = new Places(value.dims());
        final List<Integer> gone = new ArrayList<>();
        for (final long axis : axes.get()) {
            gone.add(places.dimension(axis));
        }
        gone.stream().distinct().sorted(Collections.reverseOrder()).forEach(axis -> dims.remove((int) axis));
        if (size(call, dims) != value.size()) {
            throw new RefusedException("it drops dimensions that are longer than 1");
        }
        return value.shaped(dims);
    }

    private static Constant unsqueeze(final Call call) throws RefusedException {
        final Constant value = first(call);
        final long[] axes = call.integers("axes", 1).orElseThrow(() -> new RefusedException("it has no dimensions"));
        final Places places = new Places(Collections.nCopies(value.dims().size() + axes.length, 1));
        final List<Integer> added = new ArrayList<>();
        for (final long axis : axes) {
            added.add(places.dimension(axis));
        }
        final List<Integer> dims = new ArrayList<>(value.dims());
        added.stream().sorted().forEach(axis -> dims.add(Math.min(axis, dims.size()), 1));
        return value.shaped(dims);
    }

    private static Constant reshape(final Call call) throws RefusedException {
        final Constant value = first(call);
        final long[] target = call.integers(1).orElseThrow(() -> new RefusedException("it has no shape")).clone();
        long known = 1;
        int open = -1;
        for (int i = 0; i < target.length; i++) {
            if (target[i] == 0 && i < value.dims().size()) {
                target[i] = value.dims().get(i);
            }
            if (target[i] == -1) {
                open = i;
            } else {
                known = Math.multiplyExact(known, target[i]);
            }
        }
        if (open >= 0 && known > 0) {
            target[open] = value.size() / known;
        }
        final List<Integer> dims = dims(target);
        if (size(call, dims) != value.size()) {
            throw new RefusedException("a constant of the shape %s cannot be reshaped to %s".formatted(value.dims(), dims));
        }
        return value.shaped(dims);
    }

    private static Constant transpose(final Call call) throws RefusedException {
        final Constant value = first(call);
        final int rank = value.dims().size();
        final int[] order = call.attributes().integers("perm").orElseGet(() -> IntStream.range(0, rank).map(i -> rank - 1 - i).toArray());
        if (!IntStream.of(order).sorted().boxed().toList().equals(IntStream.range(0, rank).boxed().toList())) {
            throw new RefusedException("it does not reorder the %d dimensions of its input".formatted(rank));
        }
        return value.pick(IntStream.of(order).mapToObj(value.dims()::get).toList(), new Places(value.dims()).reordered(order));
    }

    private static Constant expand(final Call call) throws RefusedException {
        final Constant value = first(call);
        final List<Integer> target = dims(call.integers(1).orElseThrow(() -> new RefusedException("it has no shape")));
        final List<Integer> dims = Places.common(value.dims(), target);
        size(call, dims);
        return value.pick(dims, new Places(value.dims()).spread(dims));
    }

    private static Constant range(final Call call) throws RefusedException {
        final long[] numbers = new long[3];
        for (int i = 0; i < numbers.length; i++) {
            final long[] given = call.integers(i).orElse(new long[0]);
            if (given.length != 1 || Math.abs(given[0]) > ALLOWANCE) {
                throw new RefusedException("only ranges of small whole numbers are supported");
            }
            numbers[i] = given[0];
        }
        final Ranges range = new Ranges(new long[1], new long[] {Integer.MAX_VALUE}, new long[1], new long[] {1});
        final long count = numbers[2] == 0 ? 0 : Math.max(0, Math.ceilDiv(numbers[1] - numbers[0], numbers[2]));
        return Integers.vector(IntStream.of(range.positions(0, (int) count)).mapToLong(i -> numbers[0] + i * numbers[2]).toArray());
    }

    private static List<Integer> dims(final long... lengths) throws RefusedException {
        final List<Integer> dims = new ArrayList<>();
        for (final long length : lengths) {
            if (length < 0 || length > Integer.MAX_VALUE) {
                throw new RefusedException("it makes a constant with an unknown or impossible length");
            }
            dims.add((int) length);
        }
        return dims;
    }

    /** @throws RefusedException when a constant of the shape would have more values than there is room for, or than an array holds */
    static int size(final Call call, final List<Integer> dims) throws RefusedException {
        long size = 1;
        for (final int length : dims) {
            size *= length;
            if (size > Math.min(call.room(), LARGEST)) {
                throw new RefusedException("it makes a constant of the shape %s, larger than the model's weights can be".formatted(dims));
            }
        }
        return (int) size;
    }
}
