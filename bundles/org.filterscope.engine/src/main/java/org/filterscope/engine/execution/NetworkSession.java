package org.filterscope.engine.execution;

import java.util.Map;
import java.util.Set;

import org.filterscope.engine.graph.NetworkGraph;

/**
 * A network loaded into an executor. Used by one thread at a time; holds native memory until closed.
 */
public interface NetworkSession extends AutoCloseable {

    NetworkGraph graph();

    /**
     * Runs a batch and hands out the values of some layers.
     *
     * @param batch  the network's input, already prepared
     * @param layers names of layers of {@link #graph()}
     * @return the values of exactly these layers, on the Java heap
     * @throws IllegalArgumentException when the batch has another shape than the network's input, or a layer does not exist
     */
    Map<String, FeatureMaps> forward(FeatureMaps batch, Set<String> layers);

    /** Runs a batch; the values of the network's output. */
    default FeatureMaps predict(final FeatureMaps batch) {
        final String output = graph().output().name();
        return forward(batch, Set.of(output)).get(output);
    }

    @Override
    void close();
}
