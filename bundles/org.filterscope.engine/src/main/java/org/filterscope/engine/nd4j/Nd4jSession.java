package org.filterscope.engine.nd4j;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.execution.ValueArrays;
import org.filterscope.engine.graph.NetworkGraph;

/** A network whose weights are loaded when they are first needed and stay until closed; each pass is a walk along its own route. */
final class Nd4jSession implements NetworkSession {
    private final NetworkGraph graph;
    private final Nd4jOperations operations;
    private final Nd4jPool pool = new Nd4jPool();
    private boolean closed;

    Nd4jSession(final NetworkGraph graph) {
        this.graph = graph;
        operations = new Nd4jOperations(graph);
    }

    @Override
    public NetworkGraph graph() {
        return graph;
    }

    @Override
    public Map<String, FeatureMaps> run(final Pass pass, final Set<String> layers, final ValueArrays arrays) {
        checkOpen();
        final Route route = new Route(graph, pass, layers);
        try (Nd4jForward forward = new Nd4jForward(graph, route, pass.images(), operations, pool)) {
            return forward.run(layers, arrays);
        }
    }

    @Override
    public Gradients gradients(final Pass pass, final Target target, final Set<String> layers, final ReluRule rule) {
        checkOpen();
        final Set<String> looked = new HashSet<>(layers);
        looked.add(target.layer());
        final Route route = new Route(graph, pass, looked);
        target.check(graph, pass.images());
        try (Nd4jForward forward = new Nd4jForward(graph, route, pass.images(), operations, pool);
                Nd4jBackward backward = new Nd4jBackward(graph, route, pass.images(), forward, target.layer(), layers, rule, pool)) {
            backward.announce();
            final Map<String, FeatureMaps> values = forward.run(looked, new ValueArrays());
            return new Gradients(values, backward.run(target));
        }
    }

    @Override
    public void close() {
        closed = true;
        operations.close();
        pool.close();
    }

    /** Weights would be loaded again, and nobody would free them. */
    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the session is closed");
        }
    }
}
