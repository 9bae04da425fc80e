package org.filterscope.engine.dl4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.read.RefusedException;

/** The nodes made so far, with what Deeplearning4j's arrays would be there. */
final class Dl4jNodes {
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Shape> shapes = new HashMap<>();
    /** Arrays of two dimensions in Deeplearning4j; all others have four. */
    private final Set<String> vectors = new HashSet<>();
    /** Vectors in the order row, column, channel, and the shape of the maps they were; ours have the order channel, row, column. */
    private final Map<String, Shape> turned = new HashMap<>();

    void append(final String name, final Operator operator, final List<String> inputs) throws RefusedException {
        for (final String input : inputs) {
            if (!shapes.containsKey(input)) {
                throw new RefusedException("it takes '%s', which no earlier layer makes".formatted(input));
            }
        }
        final Shape shape = operator.shape(inputs.stream().map(shapes::get).toList());
        if (shape.size() > NetworkGraph.LARGEST_LAYER) {
            // Before the next layer allocates a number for each of its channels.
            throw new RefusedException("one image would have %s values".formatted(shape));
        }
        shapes.put(name, shape);
        nodes.add(new Node(name, operator, inputs));
        final boolean vector = switch (operator) {
            case Dense dense -> true;
            case Flatten flatten -> true;
            case GlobalPooling pooling -> true;
            case Input input -> false;
            default -> vectors.contains(inputs.get(0));
        };
        if (vector) {
            vectors.add(name);
        }
        if (vector && inputs.size() == 1 && turned.containsKey(inputs.get(0)) && !(operator instanceof Dense)) {
            turned.put(name, turned.get(inputs.get(0)));
        }
    }

    /** @throws RefusedException when there is no such node yet */
    Shape shape(final String name) throws RefusedException {
        if (!shapes.containsKey(name)) {
            throw new RefusedException("it takes '%s', which no earlier layer makes".formatted(name));
        }
        return shapes.get(name);
    }

    boolean isVector(final String name) {
        return vectors.contains(name);
    }

    /** Of one position, perhaps, but with four dimensions. */
    void markMaps(final String name) {
        vectors.remove(name);
    }

    void markTurned(final String flattened, final Shape maps) {
        turned.put(flattened, maps);
    }

    /** Whether Deeplearning4j has the vector's values in another order than we. */
    boolean isTurned(final String name) {
        return turned.containsKey(name);
    }

    /** The maps that a turned vector was made of. */
    Shape maps(final String name) {
        return turned.get(name);
    }

    /** The graph up to the output; what does not lead there is left out. */
    NetworkGraph upTo(final String output) throws InvalidNetworkException {
        final Set<String> wanted = new HashSet<>(Set.of(output));
        final List<Node> kept = new ArrayList<>();
        for (final Node node : nodes.reversed()) {
            if (wanted.contains(node.name())) {
                wanted.addAll(node.inputs());
                kept.add(node);
            }
        }
        return new NetworkGraph(Dl4jReader.FORMAT, kept.reversed());
    }
}
