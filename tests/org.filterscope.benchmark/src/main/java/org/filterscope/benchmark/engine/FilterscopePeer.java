package org.filterscope.benchmark.engine;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.execution.ValueArrays;
import org.filterscope.engine.graph.NetworkGraph;

/** Filterscope, on one of its executors. */
final class FilterscopePeer implements Peer {
    private final NetworkSession session;
    private final Target logit;
    private final String output;
    private final Map<Taps, Set<String>> layers = new EnumMap<>(Taps.class);
    private final ValueArrays arrays = new ValueArrays();

    FilterscopePeer(final Executor executor, final NetworkGraph network) {
        session = executor.open(network);
        logit = Target.logit(network, 0);
        output = network.output().name();
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
    public float[] tapped(final FeatureMaps pictures, final Taps taps) {
        return session.forward(pictures, layers.computeIfAbsent(taps, this::layers), arrays).get(output).values();
    }

    private Set<String> layers(final Taps taps) {
        final Set<String> names = new HashSet<>(taps.of(session.graph()));
        names.add(output);
        return Set.copyOf(names);
    }

    @Override
    public void close() {
        session.close();
    }
}
