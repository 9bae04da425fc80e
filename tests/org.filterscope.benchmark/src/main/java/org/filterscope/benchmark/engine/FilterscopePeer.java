package org.filterscope.benchmark.engine;

import java.util.Set;
import java.util.stream.Collectors;

import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.execution.ValueArrays;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;

/** Filterscope, on one of its executors. */
final class FilterscopePeer implements Peer {
    private final NetworkSession session;
    private final Target logit;
    private final String output;
    private final Set<String> layers;
    private final ValueArrays arrays = new ValueArrays();

    FilterscopePeer(final Executor executor, final NetworkGraph network) {
        session = executor.open(network);
        logit = Target.logit(network, 0);
        output = network.output().name();
        layers = network.nodes().stream().skip(1).map(Node::name).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public float[] forward(final FeatureMaps pictures) {
        return session.predict(pictures).values();
    }

    @Override
    public float[] gradient(final FeatureMaps pictures) {
        final String input = session.graph().nodes().getFirst().name();
        return session.gradients(Pass.of(session.graph(), pictures), logit, Set.of(input), ReluRule.GRADIENT).gradients().get(input).values();
    }

    @Override
    public float[] tapped(final FeatureMaps pictures) {
        return session.forward(pictures, layers, arrays).get(output).values();
    }

    @Override
    public void close() {
        session.close();
    }
}
