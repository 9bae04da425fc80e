package org.filterscope.engine.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.filterscope.engine.graph.Arithmetic.Cropping;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.ZeroPadding;

/**
 * The theoretical receptive field of every layer of a network, along rows and columns.
 * Source: the usual recursion (docs/methods/receptive-fields.md), kept as first and last pixel instead of size and centre. One value a
 * channel that multiplies a whole map (squeeze and excitation) does not widen the map's field: it carries no position.
 */
public final class ReceptiveFields {
    private final Map<String, ReceptiveField> vertical = new HashMap<>();
    private final Map<String, ReceptiveField> horizontal = new HashMap<>();

    /** @throws InvalidNetworkException when branches of different stride meet */
    public ReceptiveFields(final NetworkGraph graph) throws InvalidNetworkException {
        for (final Node node : graph.nodes()) {
            try {
                final Shape in = node.inputs().isEmpty() ? graph.input() : graph.shape(node.inputs().get(0));
                final List<String> placed = placed(graph, node);
                vertical.put(node.name(), field(node, placed, vertical, in.rows(), Window::spanRows, Window::strideRows, Padding::top));
                horizontal.put(node.name(), field(node, placed, horizontal, in.cols(), Window::spanCols, Window::strideCols, Padding::left));
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
            final int positions, final Function<Window, Integer> span, final Function<Window, Integer> stride,
            final Function<Padding, Integer> before) {
        final List<ReceptiveField> inputs = placed.stream().map(fields::get).toList();
        return switch (node.operator()) {
            case Input input -> ReceptiveField.PIXEL;
            case Convolution(var weights, var bias, Window window, var groups) ->
                inputs.get(0).through(span.apply(window), stride.apply(window), before.apply(window.padding()));
            case Pooling(var reduction, Window window, var counted) ->
                inputs.get(0).through(span.apply(window), stride.apply(window), before.apply(window.padding()));
            case ZeroPadding(Padding padding) -> inputs.get(0).through(1, 1, before.apply(padding));
            case GlobalPooling global -> inputs.get(0).whole(positions);
            case Flatten flatten -> inputs.get(0).whole(positions);
            case Cropping(Padding amounts) -> inputs.get(0).later(before.apply(amounts));
            case Dense dense -> inputs.get(0);
            default -> inputs.stream().reduce((a, b) -> a.union(b, positions)).orElseThrow();
        };
    }
}
