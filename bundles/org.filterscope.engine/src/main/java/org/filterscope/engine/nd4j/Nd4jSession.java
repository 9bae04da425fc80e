package org.filterscope.engine.nd4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bytedeco.javacpp.FloatPointer;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Shape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Walks the graph once a batch. Every native array has one owner, this class, and is closed after its last use: waiting for Java's garbage
 * collector would let native memory grow, because the small Java objects never fill the heap.
 */
final class Nd4jSession implements NetworkSession {
    private final NetworkGraph graph;
    private final Map<String, Nd4jOperation> operations = new LinkedHashMap<>();

    Nd4jSession(final NetworkGraph graph) {
        this.graph = graph;
        try {
            graph.nodes().forEach(this::load);
        } catch (final RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private void load(final Node node) {
        if (!(node.operator() instanceof Input) && !(node.operator() instanceof Identity)) {
            operations.put(node.name(), Nd4jOperation.of(node.operator(), node.inputs().stream().map(graph::shape).toList()));
        }
    }

    @Override
    public NetworkGraph graph() {
        return graph;
    }

    @Override
    public Map<String, FeatureMaps> run(final Pass pass, final Set<String> layers) {
        final FeatureMaps batch = pass.given().values().iterator().next();
        if (!batch.shape().equals(graph.input())) {
            throw new IllegalArgumentException("the network takes %s, not %s".formatted(graph.input(), batch.shape()));
        }
        layers.forEach(graph::shape);
        final Map<String, INDArray> live = new HashMap<>();
        try {
            return walk(batch, layers, live);
        } finally {
            live.values().forEach(INDArray::close);
        }
    }

    @Override
    public Gradients gradients(final Pass pass, final Target target, final Set<String> layers, final ReluRule rule) {
        throw new UnsupportedOperationException("gradients");
    }

    private Map<String, FeatureMaps> walk(final FeatureMaps batch, final Set<String> layers, final Map<String, INDArray> live) {
        final Map<String, Integer> uses = uses(layers);
        final Map<String, FeatureMaps> taken = new LinkedHashMap<>();
        for (final Node node : graph.nodes()) {
            final String source = source(node.name());
            if (uses.getOrDefault(source, 0) == 0) {
                continue;
            }
            if (node.operator() instanceof Input) {
                live.put(source, load(batch));
            } else if (source.equals(node.name())) {
                run(node, batch.images(), uses, live);
            }
            if (layers.contains(node.name())) {
                taken.put(node.name(), copy(live.get(source), batch.images(), graph.shape(node.name())));
                release(source, uses, live);
            }
        }
        return taken;
    }

    private void run(final Node node, final int images, final Map<String, Integer> uses, final Map<String, INDArray> live) {
        final List<INDArray> inputs = new ArrayList<>();
        for (final String input : node.inputs()) {
            inputs.add(live.get(source(input)));
        }
        final Nd4jOperation operation = operations.get(node.name());
        final String first = source(node.inputs().get(0));
        if (operation.inPlace() && uses.get(first) == 1) {
            live.put(node.name(), operation.run(inputs, inputs.get(0)));
            live.remove(first);
            uses.put(first, 0);
            return;
        }
        final Shape shape = graph.shape(node.name());
        final INDArray result = Nd4j.createUninitialized(DataType.FLOAT, images, shape.channels(), shape.rows(), shape.cols());
        live.put(node.name(), result);
        operation.run(inputs, result);
        node.inputs().forEach(input -> release(source(input), uses, live));
    }

    /** How often each result is still wanted: by later nodes that are themselves wanted, and by the caller. */
    private Map<String, Integer> uses(final Set<String> layers) {
        final Map<String, Integer> uses = new HashMap<>();
        layers.forEach(layer -> uses.merge(source(layer), 1, Integer::sum));
        for (final Node node : graph.nodes().reversed()) {
            if (!(node.operator() instanceof Identity) && uses.containsKey(node.name())) {
                node.inputs().forEach(input -> uses.merge(source(input), 1, Integer::sum));
            }
        }
        return uses;
    }

    /** The node that really computes a result: identities are looked through. */
    private String source(final String name) {
        Node node = graph.node(name).orElseThrow();
        while (node.operator() instanceof Identity) {
            node = graph.node(node.inputs().get(0)).orElseThrow();
        }
        return node.name();
    }

    private static void release(final String name, final Map<String, Integer> uses, final Map<String, INDArray> live) {
        if (uses.merge(name, -1, Integer::sum) == 0) {
            live.remove(name).close();
        }
    }

    private static INDArray load(final FeatureMaps batch) {
        final Shape shape = batch.shape();
        final INDArray array = Nd4j.createUninitialized(DataType.FLOAT, batch.images(), shape.channels(), shape.rows(), shape.cols());
        floats(array).put(batch.values(), 0, batch.values().length);
        return array;
    }

    private static FeatureMaps copy(final INDArray array, final int images, final Shape shape) {
        final float[] values = new float[Math.toIntExact(images * shape.size())];
        floats(array).get(values, 0, values.length);
        return new FeatureMaps(images, shape, values);
    }

    private static FloatPointer floats(final INDArray array) {
        return new FloatPointer(array.data().addressPointer());
    }

    @Override
    public void close() {
        operations.values().forEach(Nd4jOperation::close);
        operations.clear();
    }
}
