package org.filterscope.engine.execution;

import java.util.Map;
import java.util.Set;

import org.filterscope.engine.graph.NetworkGraph;

/**
 * A network loaded into an executor. Used by one thread at a time; holds native memory until closed. All methods throw
 * {@link IllegalArgumentException} when a layer does not exist, values have the wrong shape, or a layer is asked for that what is given does not
 * suffice to compute, and {@link IllegalStateException} when the session is closed.
 */
public interface NetworkSession extends AutoCloseable {

    NetworkGraph graph();

    /**
     * Runs the network, or the part of it above what is given.
     *
     * @param layers names of layers of {@link #graph()}
     * @param arrays for the values
     * @return the values of exactly these layers, edited where the pass edits them, on the Java heap
     */
    Map<String, FeatureMaps> run(Pass pass, Set<String> layers, ValueArrays arrays);

    /** The same with the values in new arrays. */
    default Map<String, FeatureMaps> run(final Pass pass, final Set<String> layers) {
        return run(pass, layers, new ValueArrays());
    }

    /**
     * Runs forwards, then backwards from the target.
     *
     * @param layers by whose values the target is differentiated; the network's input may be among them. A layer that the pass gives hides the
     *               layers below it, whose gradients along that way are zero.
     * @param rule   for rectifiers
     */
    Gradients gradients(Pass pass, Target target, Set<String> layers, ReluRule rule);

    /** Runs a batch of prepared inputs and hands out the values of some layers. */
    default Map<String, FeatureMaps> forward(final FeatureMaps batch, final Set<String> layers) {
        return run(Pass.of(graph(), batch), layers);
    }

    /** The same with the values in given arrays. */
    default Map<String, FeatureMaps> forward(final FeatureMaps batch, final Set<String> layers, final ValueArrays arrays) {
        return run(Pass.of(graph(), batch), layers, arrays);
    }

    /** Runs a batch; the values of the network's output. */
    default FeatureMaps predict(final FeatureMaps batch) {
        final String output = graph().output().name();
        return forward(batch, Set.of(output)).get(output);
    }

    @Override
    void close();
}
