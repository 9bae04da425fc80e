package org.filterscope.engine.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Rearrangement.Reshape;

/**
 * A network ready to run: its nodes in an order in which each comes after its inputs, and the shape of each. Immutable. The last node is the
 * output.
 */
public final class NetworkGraph {
    /** No layer of one image may hold more values: 1 GiB of float32. Beyond that a file is broken or hostile. */
    public static final long LARGEST_LAYER = 1L << 28;

    private final String format;
    private final SequencedMap<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    /**
     * @param format what the network was read from, for people
     * @param nodes  in order; the first is the input, the last the output
     * @throws InvalidNetworkException when names clash, an input is missing or shapes do not fit
     */
    public NetworkGraph(final String format, final List<Node> nodes) throws InvalidNetworkException {
        this.format = format;
        if (nodes.isEmpty() || !(nodes.get(0).operator() instanceof Input)) {
            throw new InvalidNetworkException("the network has no input layer");
        }
        for (final Node node : nodes) {
            add(node);
        }
    }

    private void add(final Node node) throws InvalidNetworkException {
        final List<Shape> inputs = new ArrayList<>();
        for (final String input : node.inputs()) {
            if (!shapes.containsKey(input)) {
                throw new InvalidNetworkException("layer '%s' takes '%s', which no earlier layer makes".formatted(node.name(), input));
            }
            inputs.add(shapes.get(input));
        }
        if (inputs.isEmpty() != node.operator() instanceof Input) {
            throw new InvalidNetworkException("layer '%s' has no input".formatted(node.name()));
        }
        try {
            final Shape shape = node.operator().shape(inputs);
            if (shape.size() > LARGEST_LAYER) {
                throw new IllegalArgumentException("one image would have %s values".formatted(shape));
            }
            if (shapes.put(node.name(), shape) != null) {
                throw new IllegalArgumentException("there are two layers of that name");
            }
        } catch (final IllegalArgumentException | ArithmeticException e) {
            throw new InvalidNetworkException("layer '%s' (%s): %s".formatted(node.name(), node.operator().kind(), e.getMessage()), e);
        }
        nodes.put(node.name(), node);
    }

    /**
     * The same network with other operators in some places.
     *
     * @param operators by the names of their nodes
     * @throws IllegalArgumentException when there is no such node, or shapes do not fit
     */
    public NetworkGraph with(final Map<String, Operator> operators) {
        operators.keySet().forEach(this::shape);
        try {
            return new NetworkGraph(format, nodes.values().stream()
                    .map(node -> new Node(node.name(), operators.getOrDefault(node.name(), node.operator()), node.inputs())).toList());
        } catch (final InvalidNetworkException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** What the network was read from, for people: {@code Keras HDF5}. */
    public String format() {
        return format;
    }

    /** In an order in which each node comes after its inputs. */
    public List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    public Optional<Node> node(final String name) {
        return Optional.ofNullable(nodes.get(name));
    }

    /**
     * Shape of one image's result of a node.
     *
     * @throws IllegalArgumentException when there is no such node
     */
    public Shape shape(final String name) {
        final Shape shape = shapes.get(name);
        if (shape == null) {
            throw new IllegalArgumentException("no layer '%s'".formatted(name));
        }
        return shape;
    }

    public Shape input() {
        return shapes.values().iterator().next();
    }

    public Node output() {
        return nodes.lastEntry().getValue();
    }

    /**
     * The node that makes the output's numbers: the output, or what lies below it where the last layers only pass values on under another shape
     * (identity, flatten, reshape).
     */
    public Node deciding() {
        Node node = output();
        while (node.operator() instanceof Identity || node.operator() instanceof Flatten || node.operator() instanceof Reshape) {
            node = nodes.get(node.inputs().get(0));
        }
        return node;
    }

    /** The node with the classes' logits: the input of the softmax or sigmoid that decides; the output itself where there is none. */
    public Node logits() {
        final Node node = deciding();
        return isProbability(node.operator()) ? nodes.get(node.inputs().get(0)) : output();
    }

    private static boolean isProbability(final Operator operator) {
        return operator instanceof Softmax || operator instanceof final Activation activation && activation.function() == Function.SIGMOID;
    }
}
