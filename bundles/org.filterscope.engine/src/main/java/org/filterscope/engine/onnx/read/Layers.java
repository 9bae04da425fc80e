package org.filterscope.engine.onnx.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
import org.filterscope.engine.graph.Rearrangement.Reshape;
import org.filterscope.engine.graph.Rearrangement.Reshape.Order;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.read.RefusedException;

/** The layers made so far. */
final class Layers {
    /** Of all layers together; operators keep a few numbers for each, and a small file could ask for any number of them. */
    private static final int MOST_CHANNELS = 1 << 25;
    /** Longer selections are no shuffled channels, but transposed maps that were flattened. */
    static final int LONGEST_SELECTION = 1 << 20;

    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Shape> shapes = new HashMap<>();
    /** Layers made of views, so that two nodes that take the same value share one. */
    private final Map<View, String> made = new HashMap<>();
    private int channels;

    /**
     * Adds a layer.
     *
     * @param wanted its name; a number is added when there is such a layer already
     * @return its name
     */
    String append(final String wanted, final Operator operator, final String... inputs) throws RefusedException {
        final Shape shape;
        try {
            shape = operator.shape(Arrays.stream(inputs).map(shapes::get).toList());
            if (shape.size() > NetworkGraph.LARGEST_LAYER) {
                throw new IllegalArgumentException("one image would have %s values".formatted(shape));
            }
            channels = Math.addExact(channels, shape.channels());
            if (channels > MOST_CHANNELS) {
                throw new IllegalArgumentException("with it, the layers have more than %d channels together".formatted(MOST_CHANNELS));
            }
        } catch (final IllegalArgumentException | ArithmeticException e) {
            throw new RefusedException(e.getMessage());
        }
        String name = wanted;
        for (int i = 2; shapes.containsKey(name); i++) {
            name = wanted + "_" + i;
        }
        shapes.put(name, shape);
        places.put(name, nodes.size());
        nodes.add(new Node(name, operator, List.of(inputs)));
        return name;
    }

    Shape shape(final String layer) {
        return shapes.get(layer);
    }

    Operator operator(final String layer) {
        return nodes.get(places.get(layer)).operator();
    }

    /** Puts another operator, of the same shape, in a layer's place. */
    void replace(final String layer, final Operator operator) {
        nodes.set(places.get(layer), new Node(layer, operator, nodes.get(places.get(layer)).inputs()));
    }

    /** A view as {@code [image, channel, row, col]}. */
    View maps(final View view) throws RefusedException {
        if (view.dims().size() != 3) {
            throw new RefusedException("it wants maps, its input has %d dimensions".formatted(view.dims().size() + 1));
        }
        final String layer = made(view, view.dims().get(1), view.dims().get(2));
        return View.maps(layer, shapes.get(layer));
    }

    /** A view as {@code [image, value]}. */
    View vector(final View view) throws RefusedException {
        if (view.dims().size() != 1) {
            throw new RefusedException("it wants vectors, its input has %d dimensions".formatted(view.dims().size() + 1));
        }
        final String layer = made(view, List.of(), List.of());
        return View.vector(layer, shapes.get(layer));
    }

    /** The graph up to the output; what does not lead there is left out. */
    NetworkGraph upTo(final String format, final String output) throws InvalidNetworkException {
        final Set<String> wanted = new HashSet<>(Set.of(output));
        final List<Node> kept = new ArrayList<>();
        for (final Node node : nodes.reversed()) {
            if (wanted.contains(node.name())) {
                wanted.addAll(node.inputs());
                kept.add(node);
            }
        }
        return new NetworkGraph(format, kept.reversed());
    }

    private String made(final View view, final List<Factor> rows, final List<Factor> cols) throws RefusedException {
        if (!made.containsKey(view)) {
            made.put(view, arranged(view, view.dims().get(0), rows, cols));
        }
        return made.get(view);
    }

    /** The layer whose channels, rows and columns are these digits of the view's layer; made where there is none yet. */
    private String arranged(final View view, final List<Factor> channels, final List<Factor> rows, final List<Factor> cols)
            throws RefusedException {
        final Shape from = view.shape();
        final Shape to = new Shape(length(channels), length(rows), length(cols));
        if (Factor.joined(rows).equals(whole(Axis.ROWS, from)) && Factor.joined(cols).equals(whole(Axis.COLS, from))) {
            if (Factor.joined(channels).equals(whole(Axis.CHANNELS, from))) {
                return view.layer();
            }
            if (to.channels() > LONGEST_SELECTION) {
                throw new RefusedException("it reorders %d channels".formatted(to.channels()));
            }
            return append(view.origin(), new ChannelSelection(Arrays.stream(Factor.indices(channels)).boxed().toList()), view.layer());
        }
        final List<Factor> first = chain(channels, rows, cols);
        final List<Factor> last = chain(rows, cols, channels);
        final List<Factor> fromFirst = chain(whole(Axis.CHANNELS, from), whole(Axis.ROWS, from), whole(Axis.COLS, from));
        final List<Factor> fromLast = chain(whole(Axis.ROWS, from), whole(Axis.COLS, from), whole(Axis.CHANNELS, from));
        if (first.equals(fromFirst)) {
            return append(view.origin(), to.hasMaps() ? new Reshape(to, Order.CHANNELS_FIRST) : new Flatten(), view.layer());
        }
        if (last.equals(fromLast)) {
            return append(view.origin(), new Reshape(to, Order.CHANNELS_LAST), view.layer());
        }
        final Shape vector = Shape.vector(Math.toIntExact(from.size()));
        if (first.equals(fromLast)) {
            final String flat = append(view.origin() + "/flattened", new Reshape(vector, Order.CHANNELS_LAST), view.layer());
            return append(view.origin(), new Reshape(to, Order.CHANNELS_FIRST), flat);
        }
        if (last.equals(fromFirst)) {
            final String flat = append(view.origin() + "/flattened", new Flatten(), view.layer());
            return append(view.origin(), new Reshape(to, Order.CHANNELS_LAST), flat);
        }
        throw new RefusedException("its input was transposed so that it is neither channels-first nor channels-last");
    }

    private static List<Factor> whole(final Axis axis, final Shape shape) {
        return Factor.joined(List.of(axis.whole(shape)));
    }

    private static List<Factor> chain(final List<Factor> first, final List<Factor> second, final List<Factor> third) {
        return Factor.joined(Stream.of(first, second, third).flatMap(List::stream).toList());
    }

    private static int length(final List<Factor> digits) {
        return digits.stream().mapToInt(Factor::length).reduce(1, Math::multiplyExact);
    }
}
