package org.filterscope.analysis.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.MemoryLimit;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.junit.jupiter.api.Test;

class DividedExecutorTest {

    @Test
    void reportsNameWhatReallyComputesAndOnWhat() {
        final Executor executor = new DividedExecutor(new OnGpu(), new MemoryLimit(1L << 30, true));
        assertThat(executor.name()).isEqualTo("some");
        assertThat(executor.device()).isEqualTo("cuda: a GPU");
        assertThat(executor.software()).containsExactly(Map.entry("some", "1"));
    }

    private static final class OnGpu implements Executor {
        @Override
        public String name() {
            return "some";
        }

        @Override
        public String device() {
            return "cuda: a GPU";
        }

        @Override
        public Map<String, String> software() {
            return Map.of("some", "1");
        }

        @Override
        public NetworkSession open(final NetworkGraph graph) {
            throw new UnsupportedOperationException("nothing is computed here");
        }
    }
}
