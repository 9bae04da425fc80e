package org.filterscope.reference.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Window;

/**
 * A network run on one image in double precision; gradients by central differences of every single operator. Maxima over windows have rules of
 * their own: behind a rectifier many values are 0 at once, and a difference would share the gradient among them.
 */
final class DefinedNetwork {
    /** Central differences of smooth functions of size 1 are then good to about 1e-10. */
    private static final double STEP = 1e-5;

    private final NetworkGraph graph;

    DefinedNetwork(final NetworkGraph graph) {
        this.graph = graph;
    }

    /** The values of all layers that what is given suffices for. */
    Map<String, Values> run(final Map<String, Values> given, final List<Edit> edits) {
        final Map<String, Values> values = new LinkedHashMap<>();
        for (final Node node : graph.nodes()) {
            Values value = given.get(node.name());
            if (value == null && !node.inputs().isEmpty() && node.inputs().stream().allMatch(values::containsKey)) {
                value = Definitions.compute(node.operator(), node.inputs().stream().map(values::get).toList());
            }
            for (final Edit edit : edits) {
                if (value != null && edit.layer().equals(node.name())) {
                    value = edited(value, edit);
                }
            }
            if (value != null) {
                values.put(node.name(), value);
            }
        }
        return values;
    }

    private static Values edited(final Values h, final Edit edit) {
        final Values a = Values.of(edit.amount(), 0).spread(h.shape());
        final Values v = Values.of(edit.value(), 0).spread(h.shape());
        return Values.of(h.shape(), (c, row, col) -> (1 - a.at(c, row, col)) * h.at(c, row, col) + a.at(c, row, col) * v.at(c, row, col));
    }

    /** Gradients of seed times value of a layer by every layer's edited value; layers that do not matter are missing. */
    Map<String, Values> gradients(final Map<String, Values> given, final List<Edit> edits, final String target, final Values seed,
            final ReluRule rule) {
        final Map<String, Values> values = run(given, edits);
        final Map<String, Values> gradients = new HashMap<>(Map.of(target, seed));
        for (final Node node : graph.nodes().reversed()) {
            Values gradient = gradients.get(node.name());
            if (gradient == null || given.containsKey(node.name())) {
                continue;
            }
            for (final Edit edit : edits) {
                if (edit.layer().equals(node.name())) {
                    gradient = shareLeft(gradient, edit);
                }
            }
            final List<Values> inputs = node.inputs().stream().map(values::get).toList();
            for (int i = 0; i < inputs.size(); i++) {
                final Values share = backward(node, inputs, i, gradient, rule);
                gradients.merge(node.inputs().get(i), share, (a, b) -> a.plus(1, b));
            }
        }
        return gradients;
    }

    private static Values shareLeft(final Values gradient, final Edit edit) {
        final Values a = Values.of(edit.amount(), 0).spread(gradient.shape());
        return Values.of(gradient.shape(), (c, row, col) -> (1 - a.at(c, row, col)) * gradient.at(c, row, col));
    }

    private static Values backward(final Node node, final List<Values> inputs, final int which, final Values gradient, final ReluRule rule) {
        final Values x = inputs.get(which);
        if (rule != ReluRule.GRADIENT && node.operator() instanceof final Activation activation && isRectifier(activation)) {
            final double highest = activation.function() == Function.CLIP ? activation.second() : Double.POSITIVE_INFINITY;
            return Values.of(x.shape(), (c, row, col) -> {
                final double value = x.at(c, row, col);
                final boolean passes = rule == ReluRule.DECONVOLUTION || value > 0 && value < highest;
                return passes ? Math.max(0, gradient.at(c, row, col)) : 0;
            });
        }
        if (node.operator() instanceof Pooling(Reduction reduction, Window window, var counted) && reduction == Reduction.MAXIMUM) {
            return Sliding.backThroughMaxima(window, x, gradient);
        }
        if (node.operator() instanceof GlobalPooling(Reduction reduction) && reduction == Reduction.MAXIMUM) {
            return Sliding.backThroughMaxima(new Window(x.shape().rows(), x.shape().cols(), 1, 1, 1, 1, Padding.NONE), x, gradient);
        }
        return differences(node, inputs, which, gradient);
    }

    private static Values differences(final Node node, final List<Values> inputs, final int which, final Values gradient) {
        // A copy, because a node may take the same layer twice.
        final Shape shape = inputs.get(which).shape();
        final double[] moved = inputs.get(which).values().clone();
        final List<Values> others = new ArrayList<>(inputs);
        others.set(which, new Values(shape, moved));
        final double[] result = new double[moved.length];
        for (int i = 0; i < result.length; i++) {
            final double at = moved[i];
            moved[i] = at + STEP;
            final double above = Definitions.compute(node.operator(), others).times(gradient);
            moved[i] = at - STEP;
            final double below = Definitions.compute(node.operator(), others).times(gradient);
            moved[i] = at;
            result[i] = (above - below) / (2 * STEP);
        }
        return new Values(shape, result);
    }

    private static boolean isRectifier(final Activation activation) {
        return activation.function() == Function.RELU || activation.function() == Function.CLIP && activation.first() == 0;
    }
}
