package org.filterscope.engine.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.ZeroPadding;
import org.filterscope.engine.graph.Rearrangement.Cropping;
import org.filterscope.engine.graph.Rearrangement.Reshape;
import org.filterscope.engine.graph.Rearrangement.Resize;

/**
 * The theoretical receptive field of every layer of a network, along rows and columns.
 * Source: the usual recursion (docs/methods/receptive-fields.md), kept as first and last pixel instead of size and centre. One value a
 * channel that multiplies a whole map (squeeze and excitation) does not widen the map's field: it carries no position.
 */
public final class ReceptiveFields {
    private final Map<String, ReceptiveField> vertical = new HashMap<>();
    private final Map<String, ReceptiveField> horizontal = new HashMap<>();

    /** What of an operator concerns rows, or columns; with the positions of input and result. */
    private record Axis(int positions, int results, Function<Window, Integer> span, Function<Window, Integer> stride,
            Function<Padding, Integer> before, Function<Resize, Sampling> sampling) {
    }

    /** @throws InvalidNetworkException when a field is too large for any real network */
    public ReceptiveFields(final NetworkGraph graph) throws InvalidNetworkException {
        for (final Node node : graph.nodes()) {
            try {
                final Shape in = node.inputs().isEmpty() ? graph.input() : graph.shape(node.inputs().get(0));
                final List<String> placed = placed(graph, node);
                vertical.put(node.name(), field(node, placed, vertical, new Axis(in.rows(), graph.shape(node.name()).rows(),
                        Window::spanRows, Window::strideRows, Padding::top, Resize::rows)));
                horizontal.put(node.name(), field(node, placed, horizontal, new Axis(in.cols(), graph.shape(node.name()).cols(),
                        Window::spanCols, Window::strideCols, Padding::left, Resize::cols)));
            } catch (final IllegalArgumentException | ArithmeticException e) {
                throw new InvalidNetworkException("layer '%s': %s".formatted(node.name(), e.getMessage()), e);
            }
        }
    }

    /** Along the rows. */
    public ReceptiveField vertical(final String layer) {
        return vertical.get(layer);
    }

    /** Along the columns. */
    public ReceptiveField horizontal(final String layer) {
        return horizontal.get(layer);
    }

    /** The inputs whose positions are the node's. */
    private static List<String> placed(final NetworkGraph graph, final Node node) {
        final boolean maps = node.inputs().stream().anyMatch(input -> graph.shape(input).hasMaps());
        return node.inputs().stream().filter(input -> graph.shape(input).hasMaps() == maps).toList();
    }

    private static ReceptiveField field(final Node node, final List<String> placed, final Map<String, ReceptiveField> fields,
            final Axis axis) {
        final List<ReceptiveField> inputs = placed.stream().map(fields::get).toList();
        return switch (node.operator()) {
            case Input input -> ReceptiveField.PIXEL;
            case Convolution convolution -> through(inputs.get(0), convolution.window(), axis);
            case Pooling pooling -> through(inputs.get(0), pooling.window(), axis);
            case TransposedConvolution(var weights, var bias, Window window, var extraRows, var extraCols, var groups) ->
                inputs.get(0).painted(axis.span.apply(window), axis.stride.apply(window), axis.before.apply(window.padding()));
            case ZeroPadding(Padding padding) -> inputs.get(0).through(1, 1, axis.before.apply(padding));
            case GlobalPooling global -> inputs.get(0).whole(axis.positions);
            case Flatten flatten -> inputs.get(0).whole(axis.positions);
            case Reshape reshape -> reshaped(inputs.get(0), axis);
            case Resize resize -> sampled(inputs.get(0), axis.sampling.apply(resize));
            case Cropping(Padding amounts) -> inputs.get(0).later(axis.before.apply(amounts));
            case Dense dense -> inputs.get(0);
            default -> inputs.stream().reduce((a, b) -> a.union(b, axis.positions)).orElseThrow();
        };
    }

    private static ReceptiveField through(final ReceptiveField input, final Window window, final Axis axis) {
        return input.through(axis.span.apply(window), axis.stride.apply(window), axis.before.apply(window.padding()));
    }

    private static ReceptiveField reshaped(final ReceptiveField input, final Axis axis) {
        if (axis.positions == axis.results) {
            return input;
        }
        return axis.results == 1 ? input.whole(axis.positions) : input.everywhere(axis.positions);
    }

    /** The narrowest bounds with the slope of the resize around what every new position is read from. */
    private static ReceptiveField sampled(final ReceptiveField input, final Sampling sampling) {
        final double step = sampling.step();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int o = 0; o < sampling.to(); o++) {
            low = Math.min(low, sampling.first(o) - o * step);
            high = Math.max(high, sampling.last(o) - o * step);
        }
        return input.sampled(low, high, step);
    }
}
