package org.filterscope.engine.onnx.read;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

import onnx.Onnx.TensorProto.DataType;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.onnx.read.Constant.Integers;
import org.filterscope.engine.read.RefusedException;

/** Nodes that show the same values under another shape; most make no layer at all, see {@link View}. */
final class Reshapings {
    static final Map<String, Build> OPERATORS = Map.ofEntries(
            entry("Flatten", Build.one(Reshapings::flatten)), entry("Reshape", Build.one(Reshapings::reshape)),
            entry("Squeeze", Build.one(Reshapings::squeeze)), entry("Unsqueeze", Build.one(Reshapings::unsqueeze)),
            entry("Transpose", Build.one(Reshapings::transpose)), entry("Expand", Build.one(Reshapings::expand)),
            entry("Identity", Build.one(call -> call.view(0))), entry("Cast", Build.one(Reshapings::cast)),
            entry("Dropout", Build.one(Reshapings::dropout)), entry("Shape", Build.one(Reshapings::shape)));

    private static final Set<DataType> REAL = Set.of(DataType.FLOAT, DataType.FLOAT16, DataType.BFLOAT16, DataType.DOUBLE);

    private Reshapings() {
    }

    private static View flatten(final Call call) throws RefusedException {
        final View input = call.view(0);
        final int axis = call.attributes().integer("axis", 1);
        if (axis != 1 && axis != -input.dims().size()) {
            throw new RefusedException("it flattens from dimension %d on; only whole images can be flattened".formatted(axis));
        }
        final View flat = input.arranged(List.of(Factor.joined(input.digits())), call.name());
        if (input.dims().size() > 1 && !input.shape().hasMaps() && isWhole(flat)) {
            final String layer = call.append(new Flatten(), input.layer());
            return View.vector(layer, call.layers().shape(layer));
        }
        return call.layers().vector(flat);
    }

    private static boolean isWhole(final View flat) {
        return flat.dims().get(0).equals(Factor.joined(List.of(Axis.CHANNELS.whole(flat.shape()))));
    }

    private static View reshape(final Call call) throws RefusedException {
        final View input = call.view(0);
        final long[] target = call.integers("shape", 1).orElseThrow(() -> new RefusedException("it has no shape"));
        final List<Integer> lengths = lengths(call, input, target);
        if (lengths.equals(input.lengths())) {
            return input;
        }
        final View flat = input.arranged(List.of(Factor.joined(input.digits())), call.name());
        if (lengths.size() == 1) {
            return call.layers().vector(flat);
        }
        final var direct = input.reshaped(lengths, call.name());
        if (direct.isPresent()) {
            return direct.get();
        }
        final View vector = call.layers().vector(input.arranged(flat.dims(), call.name() + "/flattened"));
        return vector.reshaped(lengths, call.name())
                .orElseThrow(() -> new RefusedException("%s cannot be reshaped to %s".formatted(input.lengths(), lengths)));
    }

    /** The wanted lengths without the images, with 0 (as before) and −1 (what is left) worked out. */
    private static List<Integer> lengths(final Call call, final View input, final long... target) throws RefusedException {
        final boolean zeroIsEmpty = call.attributes().integer("allowzero", 0) != 0;
        final List<Integer> lengths = new ArrayList<>();
        int open = -1;
        long known = 1;
        for (int i = 1; i < target.length; i++) {
            long length = target[i];
            if (length == 0 && !zeroIsEmpty && i <= input.dims().size()) {
                length = input.lengths().get(i - 1);
            }
            if (length == -1 && open < 0) {
                open = i - 1;
            } else if (length < 1 || length > input.shape().size()) {
                throw new RefusedException("it reshapes to a dimension of length %s".formatted(length == Integers.IMAGES ? "'images'" : length));
            } else {
                known = Math.multiplyExact(known, length);
            }
            lengths.add((int) length);
        }
        if (open >= 0) {
            lengths.set(open, (int) (input.shape().size() / known));
            known *= lengths.get(open);
        }
        final boolean images = target.length > 0 && (target[0] == Integers.IMAGES || target[0] == -1 && open < 0 || target[0] == 0
                || target[0] == 1 || target[0] == call.images());
        if (!images || known != input.shape().size()) {
            throw new RefusedException("it reshapes across images: one image's %s values become %s".formatted(input.lengths(), lengths));
        }
        return lengths;
    }

    private static View squeeze(final Call call) throws RefusedException {
        final View input = call.view(0);
        final long[] axes = call.integers("axes", 1).orElse(null);
        if (axes == null && call.images() == 1) {
            throw new RefusedException("it drops the dimension of the images");
        }
        final List<List<Factor>> dims = new ArrayList<>(input.dims());
        if (axes == null) {
            dims.removeIf(dim -> Factor.joined(dim).isEmpty());
        } else {
            for (final int dimension : Call.dimensions(axes, input).reversed()) {
                if (!Factor.joined(dims.remove(dimension)).isEmpty()) {
                    throw new RefusedException("it drops a dimension of length %d".formatted(input.lengths().get(dimension)));
                }
            }
        }
        return input.arranged(dims, call.name());
    }

    private static View unsqueeze(final Call call) throws RefusedException {
        final View input = call.view(0);
        final long[] axes = call.integers("axes", 1).orElseThrow(() -> new RefusedException("it has no dimensions"));
        if (axes.length > 4) {
            throw new RefusedException("it adds %d dimensions".formatted(axes.length));
        }
        final List<List<Factor>> dims = new ArrayList<>(input.dims());
        final View wider = input.arranged(new ArrayList<>(Collections.nCopies(dims.size() + axes.length, List.of())), call.name());
        for (final int dimension : Call.dimensions(axes, wider)) {
            dims.add(Math.min(dimension, dims.size()), List.of());
        }
        return input.arranged(dims, call.name());
    }

    private static View transpose(final Call call) throws RefusedException {
        final View input = call.view(0);
        final int[] order = call.attributes().integers("perm").orElse(new int[0]);
        if (order.length != input.dims().size() + 1 || order[0] != 0 || Arrays.stream(order).distinct().count() != order.length) {
            throw new RefusedException("it moves the dimension of the images");
        }
        final List<List<Factor>> dims = new ArrayList<>();
        for (int i = 1; i < order.length; i++) {
            dims.add(input.dims().get(Call.dimension(order[i], input)));
        }
        return input.arranged(dims, call.name());
    }

    private static View expand(final Call call) throws RefusedException {
        final View input = call.view(0);
        final long[] target = call.integers(1).orElseThrow(() -> new RefusedException("it has no shape"));
        final List<Integer> lengths = input.lengths();
        boolean same = target.length <= lengths.size() + 1;
        for (int i = 0; same && i < target.length; i++) {
            final int dimension = lengths.size() - target.length + i;
            same = dimension < 0 || target[i] == 1 || target[i] == lengths.get(dimension);
        }
        if (!same) {
            throw new RefusedException("repeating values over a map is not supported");
        }
        return input;
    }

    private static View cast(final Call call) throws RefusedException {
        final DataType type = DataType.forNumber(call.attributes().integer("to", 0));
        if (!REAL.contains(type)) {
            throw new RefusedException("values of the type %s are not supported".formatted(type));
        }
        return call.view(0);
    }

    private static View dropout(final Call call) throws RefusedException {
        final boolean training = call.inputs() > 2 && call.integers(2).map(mode -> mode.length == 1 && mode[0] != 0).orElse(false);
        if (training) {
            throw new RefusedException("it was exported in training mode; export the model in evaluation mode");
        }
        return call.appendOver(new Identity(), call.view(0));
    }

    private static Constant shape(final Call call) throws RefusedException {
        final List<Integer> lengths = call.view(0).lengths();
        final long[] shape = new long[lengths.size() + 1];
        shape[0] = call.images();
        for (int i = 1; i < shape.length; i++) {
            shape[i] = lengths.get(i - 1);
        }
        final int start = place(call.attributes().integer("start", 0), shape.length);
        final int end = Math.max(start, place(call.attributes().integer("end", shape.length), shape.length));
        return Integers.vector(Arrays.copyOfRange(shape, start, end));
    }

    private static int place(final int given, final int length) {
        return Math.clamp(given < 0 ? given + length : given, 0, length);
    }
}
