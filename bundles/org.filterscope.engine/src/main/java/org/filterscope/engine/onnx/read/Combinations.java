package org.filterscope.engine.onnx.read;

import static java.util.Map.entry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;

import org.filterscope.engine.graph.Arithmetic.Affine;
import org.filterscope.engine.graph.Arithmetic.Maximum;
import org.filterscope.engine.graph.Arithmetic.Mean;
import org.filterscope.engine.graph.Arithmetic.Multiply;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.onnx.read.Constant.Floats;
import org.filterscope.engine.read.RefusedException;

/** Sums, products and the like: of maps, and of maps and constants. */
final class Combinations {
    static final Map<String, Build> OPERATORS = Map.ofEntries(
            entry("Add", Build.one(Combinations::add)), entry("Sum", Build.one(Combinations::add)),
            entry("Sub", Build.one(Combinations::subtract)),
            entry("Mul", Build.one(Combinations::multiply)),
            entry("Div", Build.one(Combinations::divide)),
            entry("Neg", Build.one(call -> affine(call, call.view(0), -1, 0))),
            entry("Max", Build.one(call -> limit(call, true))), entry("Min", Build.one(call -> limit(call, false))),
            entry("Mean", Build.one(call -> combined(call, new Mean(), views(call)))));

    private Combinations() {
    }

    private static View add(final Call call) throws RefusedException {
        if (!hasConstant(call)) {
            return combined(call, new Add(), views(call));
        }
        final View input = pureWithConstant(call);
        final float[] summand = constant(call, input);
        if (call.isBias() && BiasAddition.fits(call, input)) {
            return BiasAddition.into(call, input, summand);
        }
        return affine(call, input, Activations.filled(summand.length, 1), summand);
    }

    /** Of two maps, the second is turned round first, as {@code NAME/negative}. */
    private static View subtract(final Call call) throws RefusedException {
        if (hasConstant(call)) {
            final View input = pureWithConstant(call);
            final float[] constant = constant(call, input);
            return call.input(0).orElseThrow() instanceof Constant
                    ? affine(call, input, Activations.filled(constant.length, -1), constant)
                    : affine(call, input, Activations.filled(constant.length, 1), each(constant, value -> -value));
        }
        final View second = call.view(1);
        final int channels = second.shape().channels();
        final String negative = call.layers().append(call.name() + "/negative",
                new Affine(Tensor.vector(Activations.filled(channels, -1)), Tensor.vector(new float[channels])), second.layer());
        return combined(call, new Add(), List.of(call.view(0), second.over(negative)));
    }

    private static View multiply(final Call call) throws RefusedException {
        if (!hasConstant(call)) {
            return combined(call, new Multiply(), views(call));
        }
        final View input = pureWithConstant(call);
        final float[] factor = constant(call, input);
        return affine(call, input, factor, new float[factor.length]);
    }

    private static View divide(final Call call) throws RefusedException {
        if (call.constant(1).isEmpty()) {
            throw new RefusedException("it has no divisor");
        }
        final View input = pureWithConstant(call);
        final float[] divisor = constant(call, input);
        return affine(call, input, each(divisor, value -> (float) (1.0 / value)), new float[divisor.length]);
    }

    private static View limit(final Call call, final boolean maximum) throws RefusedException {
        if (hasConstant(call)) {
            final View input = pureWithConstant(call);
            final float[] bounds = constant(call, input);
            if (Arrays.equals(bounds, Activations.filled(bounds.length, bounds[0]))) {
                return call.appendOver(maximum ? Activations.clip(bounds[0], Double.MAX_VALUE) : Activations.clip(-Double.MAX_VALUE, bounds[0]),
                        input);
            }
            throw new RefusedException("bounds that differ between channels are not supported");
        }
        if (!maximum && call.inputs() > 1) {
            throw new RefusedException("the minimum of maps is not supported");
        }
        return combined(call, new Maximum(), views(call));
    }

    private static List<View> views(final Call call) throws RefusedException {
        if (call.inputs() == 0) {
            throw new RefusedException("it has no inputs");
        }
        final List<View> views = new ArrayList<>();
        for (int i = 0; i < call.inputs(); i++) {
            views.add(call.view(i));
        }
        return views;
    }

    private static boolean hasConstant(final Call call) {
        return call.inputs() == 2 && (call.input(0).orElse(null) instanceof Constant || call.input(1).orElse(null) instanceof Constant);
    }

    private static View pureWithConstant(final Call call) throws RefusedException {
        final int index = call.input(0).orElse(null) instanceof Constant ? 1 : 0;
        final boolean single = call.constant(1 - index).map(constant -> constant.size() == 1).orElse(false);
        return single ? call.view(index) : call.pure(index);
    }

    private static float[] constant(final Call call, final View input) throws RefusedException {
        final Floats constant = call.floats(call.input(0).orElse(null) instanceof Constant ? 0 : 1)
                .orElseThrow(() -> new RefusedException("an input is missing"));
        return Spread.overChannels(constant, input, constant.size() == 1 ? List.of() : call.axes(input));
    }

    /** Changes a single value. */
    private interface Change {
        float of(float value);
    }

    private static float[] each(final float[] values, final Change change) {
        final float[] changed = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            changed[i] = change.of(values[i]);
        }
        return changed;
    }

    private static View affine(final Call call, final View input, final float factor, final float summand) throws RefusedException {
        final int channels = input.shape().channels();
        return affine(call, input, Activations.filled(channels, factor), Activations.filled(channels, summand));
    }

    private static View affine(final Call call, final View input, final float[] factor, final float[] summand) throws RefusedException {
        return call.appendOver(new Affine(Tensor.vector(factor), Tensor.vector(summand)), input);
    }

    /** Several results, position by position; dimensions of length 1 spread. */
    private static View combined(final Call call, final Operator operator, final List<View> given) throws RefusedException {
        if (given.size() == 1) {
            return call.appendOver(new Identity(), given.get(0));
        }
        final View first = given.get(0);
        if (given.stream().allMatch(view -> view.dims().equals(first.dims()) && view.shape().equals(first.shape()))) {
            return first.over(call.append(operator, layers(given)));
        }
        final List<View> views = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            final View view = given.get(i);
            views.add(view.axes().isPresent() ? view : view.dims().size() == 1 ? call.layers().vector(view) : call.layers().maps(view));
        }
        final List<Axis> axes = common(call, views);
        final String layer = call.append(operator, layers(views));
        return View.pure(layer, call.layers().shape(layer), axes);
    }

    /** What the dimensions of the result are. */
    private static List<Axis> common(final Call call, final List<View> views) throws RefusedException {
        final int rank = views.get(0).dims().size();
        if (views.stream().anyMatch(view -> view.dims().size() != rank)) {
            throw new RefusedException("it combines arrays with different numbers of dimensions");
        }
        final List<Axis> common = new ArrayList<>(Collections.nCopies(rank, null));
        for (final View view : views) {
            final List<Axis> axes = call.axes(view);
            final Shape shape = view.shape();
            for (int i = 0; i < rank; i++) {
                if (axes.get(i).length(shape) > 1) {
                    if (common.get(i) != null && common.get(i) != axes.get(i)) {
                        throw new RefusedException("it combines maps that are transposed in different ways");
                    }
                    common.set(i, axes.get(i));
                }
            }
        }
        if (common.stream().filter(Objects::nonNull).distinct().count() != common.stream().filter(Objects::nonNull).count()) {
            throw new RefusedException("it combines maps that are transposed in different ways");
        }
        final Queue<Axis> free = new ArrayDeque<>(EnumSet.allOf(Axis.class));
        free.removeAll(common);
        common.replaceAll(axis -> axis == null ? free.remove() : axis);
        return common;
    }

    private static String[] layers(final List<View> views) {
        return views.stream().map(View::layer).toArray(String[]::new);
    }
}
