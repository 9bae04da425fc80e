package org.filterscope.analysis.batch;

import java.util.Map;

import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.MemoryLimit;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;

/**
 * Computes what another executor computes in parts that stay below a limit of memory.
 *
 * @param executor that computes
 * @param limit    of the process
 */
public record DividedExecutor(Executor executor, MemoryLimit limit) implements Executor {

    @Override
    public String name() {
        return executor.name();
    }

    @Override
    public String device() {
        return executor.device();
    }

    @Override
    public Map<String, String> software() {
        return executor.software();
    }

    @Override
    public NetworkSession open(final NetworkGraph graph) {
        return new DividedSession(executor.open(graph), limit);
    }
}
