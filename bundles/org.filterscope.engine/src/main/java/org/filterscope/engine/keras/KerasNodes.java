package org.filterscope.engine.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.read.RefusedException;

/** The nodes made so far, with what Keras's arrays would be there. */
final class KerasNodes {
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Shape> shapes = new HashMap<>();
    /** Arrays of two dimensions in Keras; all others have four. */
    private final Set<String> vectors = new HashSet<>();
    /** Vectors made of maps, and the maps' shape: Keras flattens row, column, channel; we flatten channel, row, column. */
    private final Map<String, Shape> flattened = new HashMap<>();
    /** Single channels without a dimension for channels. */
    private final Set<String> slices = new HashSet<>();

    void append(final String name, final Operator operator, final List<String> inputs) throws RefusedException {
        if (inputs.stream().anyMatch(slices::contains)) {
            throw new RefusedException("it works on a single channel cut out of maps; only putting such together again is supported");
        }
        add(name, operator, inputs);
    }

    /** Maps of single channels that were cut out of maps. */
    void stack(final String name, final List<String> inputs) throws RefusedException {
        if (!slices.containsAll(inputs)) {
            throw new RefusedException("it stacks something else than single channels");
        }
        add(name, new Concatenate(), inputs);
    }

    private void add(final String name, final Operator operator, final List<String> inputs) throws RefusedException {
        final List<Shape> given = new ArrayList<>();
        for (final String input : inputs) {
            given.add(shape(input));
        }
        try {
            final Shape shape = operator.shape(given);
            if (shape.size() > NetworkGraph.LARGEST_LAYER) {
                // Before the next layer allocates a number for each of its channels.
                throw new IllegalArgumentException("one image would have %s values".formatted(shape));
            }
            shapes.put(name, shape);
        } catch (final IllegalArgumentException | ArithmeticException e) {
            throw new RefusedException(e.getMessage());
        }
        nodes.add(new Node(name, operator, inputs));
        if (operator instanceof Flatten || operator instanceof Dense || !inputs.isEmpty() && vectors.contains(inputs.get(0))) {
            vectors.add(name);
        }
        if (!(operator instanceof Input) && !(operator instanceof Dense)) {
            keepOrder(name, inputs);
        }
    }

    private void keepOrder(final String name, final List<String> inputs) throws RefusedException {
        final List<Optional<Shape>> orders = inputs.stream().map(input -> Optional.ofNullable(flattened.get(input))).distinct().toList();
        if (orders.size() > 1) {
            throw new RefusedException("it combines flattened maps with something else");
        }
        orders.get(0).ifPresent(maps -> flattened.put(name, maps));
    }

    /** @throws RefusedException when there is no such node */
    Shape shape(final String name) throws RefusedException {
        final Shape shape = shapes.get(name);
        if (shape == null) {
            throw new RefusedException("it takes '%s', which no earlier layer makes".formatted(name));
        }
        return shape;
    }

    boolean isVector(final String name) {
        return vectors.contains(name);
    }

    void markVector(final String name) {
        vectors.add(name);
    }

    void markMaps(final String name) {
        vectors.remove(name);
        flattened.remove(name);
    }

    void markFlattened(final String name, final Shape maps) {
        if (maps.hasMaps()) {
            flattened.put(name, maps);
        }
    }

    /** The maps that a vector was made of, when Keras has its values in another order than we. */
    Optional<Shape> flattened(final String name) {
        return Optional.ofNullable(flattened.get(name));
    }

    void markSlice(final String name) {
        slices.add(name);
    }

    NetworkGraph graph(final String format) throws InvalidNetworkException {
        final String last = nodes.isEmpty() ? "" : nodes.getLast().name();
        if (flattened.containsKey(last)) {
            throw new InvalidNetworkException("the model ends with flattened maps; only models that end with classes or maps can be read");
        }
        if (slices.contains(last)) {
            throw new InvalidNetworkException("the model ends with a single channel cut out of maps");
        }
        return new NetworkGraph(format, nodes);
    }
}
