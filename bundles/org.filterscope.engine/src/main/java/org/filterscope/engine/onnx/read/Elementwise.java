package org.filterscope.engine.onnx.read;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.engine.onnx.read.Constant.Floats;
import org.filterscope.engine.onnx.read.Constant.Integers;
import org.filterscope.engine.read.RefusedException;

/** Arithmetic on constants. What is computed from the number of images is unknown; that is no error until somebody needs it. */
final class Elementwise {
    static final long UNKNOWN = Long.MIN_VALUE + 1;

    private Elementwise() {
    }

    static boolean isKnown(final long value) {
        return value != UNKNOWN && value != Integers.IMAGES;
    }

    static Constant binary(final Call call) throws RefusedException {
        final Constant a = call.constant(0).orElseThrow(() -> new RefusedException("its first input is missing"));
        final Constant b = call.constant(1).orElseThrow(() -> new RefusedException("its second input is missing"));
        final List<Integer> dims = Places.common(a.dims(), b.dims());
        Folding.size(call, dims);
        final Constant first = a.pick(dims, new Places(a.dims()).spread(dims));
        final Constant second = b.pick(dims, new Places(b.dims()).spread(dims));
        if (first instanceof Floats(var shape, var x) && second instanceof Floats(var other, var y)) {
            final float[] values = new float[x.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = real(call.operator(), x[i], y[i]);
            }
            return new Floats(dims, values);
        }
        if (first instanceof Integers(var shape, var x) && second instanceof Integers(var other, var y)) {
            final long[] values = new long[x.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = isKnown(x[i]) && isKnown(y[i]) ? whole(call.operator(), x[i], y[i]) : UNKNOWN;
            }
            return new Integers(dims, values);
        }
        throw new RefusedException("it mixes whole and real numbers");
    }

    static Constant unary(final Call call) throws RefusedException {
        final Constant value = call.constant(0).orElseThrow(() -> new RefusedException("its input is missing"));
        return switch (value) {
            case Floats(var dims, var values) -> {
                final float[] changed = new float[values.length];
                for (int i = 0; i < changed.length; i++) {
                    changed[i] = (float) changed(call.operator(), values[i]);
                }
                yield new Floats(dims, changed);
            }
            case Integers(var dims, var values) -> {
                final long[] changed = new long[values.length];
                for (int i = 0; i < changed.length; i++) {
                    changed[i] = isKnown(values[i]) ? (long) changed(call.operator(), values[i]) : UNKNOWN;
                }
                yield new Integers(dims, changed);
            }
        };
    }

    /** Arrays one after the other along a dimension. */
    static Constant joined(final List<Constant> parts, final int axis) {
        final List<Integer> dims = new ArrayList<>(parts.get(0).dims());
        dims.set(axis, parts.stream().mapToInt(part -> part.dims().get(axis)).reduce(0, Math::addExact));
        final int size = parts.stream().mapToInt(Constant::size).reduce(0, Math::addExact);
        final Constant chain;
        if (parts.get(0) instanceof Floats) {
            final float[] values = new float[size];
            int next = 0;
            for (final Constant part : parts) {
                System.arraycopy(((Floats) part).values(), 0, values, next, part.size());
                next += part.size();
            }
            chain = new Floats(List.of(size), values);
        } else {
            final long[] values = new long[size];
            int next = 0;
            for (final Constant part : parts) {
                System.arraycopy(((Integers) part).values(), 0, values, next, part.size());
                next += part.size();
            }
            chain = new Integers(List.of(size), values);
        }
        return chain.pick(dims, places(parts, axis, size));
    }

    /** The parts lie in a chain; the result takes a stretch of each in turn. */
    private static int[] places(final List<Constant> parts, final int axis, final int size) {
        final int outer = parts.get(0).dims().subList(0, axis).stream().reduce(1, Math::multiplyExact);
        final int[] places = new int[size];
        int next = 0;
        for (int o = 0; o < outer; o++) {
            int start = 0;
            for (final Constant part : parts) {
                final int stretch = part.size() / outer;
                for (int i = 0; i < stretch; i++) {
                    places[next++] = start + o * stretch + i;
                }
                start += part.size();
            }
        }
        return places;
    }

    private static float real(final String operator, final float a, final float b) {
        return switch (operator) {
            case "Add" -> a + b;
            case "Sub" -> a - b;
            case "Mul" -> a * b;
            case "Div" -> a / b;
            case "Pow" -> (float) Math.pow(a, b);
            case "Max" -> Math.max(a, b);
            default -> Math.min(a, b);
        };
    }

    private static long whole(final String operator, final long a, final long b) throws RefusedException {
        if (operator.equals("Div") && b == 0) {
            throw new RefusedException("it divides by zero");
        }
        return switch (operator) {
            case "Add" -> a + b;
            case "Sub" -> a - b;
            case "Mul" -> a * b;
            case "Div" -> a / b;
            case "Pow" -> (long) Math.pow(a, b);
            case "Max" -> Math.max(a, b);
            default -> Math.min(a, b);
        };
    }

    private static double changed(final String operator, final double value) {
        return switch (operator) {
            case "Floor" -> Math.floor(value);
            case "Ceil" -> Math.ceil(value);
            case "Neg" -> -value;
            case "Abs" -> Math.abs(value);
            case "Sqrt" -> Math.sqrt(value);
            case "Exp" -> Math.exp(value);
            default -> 1 / value;
        };
    }
}
