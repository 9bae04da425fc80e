package org.filterscope.analysis.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;

class MemoryBoundTest {
    private static final long MEGABYTE = 1 << 20;
    private static final long GIGABYTE = 1 << 30;

    /** The input has 3 · 100 · 100 values, the mean 3: 4 · 30000 + 2 · 3 + 30000 values a picture, 32 pictures, twice. */
    @Test
    void mapsAreThoseOfABatchTwice() throws Exception {
        final MemoryBound bound = MemoryBound.of(graph(), List.of("mean"), 0);
        assertThat(bound.maps()).isEqualTo(2L * 32 * (4 * 30_000 + 2 * 3 + 30_000) * Float.BYTES);
        assertThat(bound.heap()).isEqualTo(Runtime.getRuntime().maxMemory());
        assertThat(bound.weights()).isZero();
    }

    @Test
    void weightsCountThreeTimesAndThoseOfOtherGraphsUpToAGigabyte() throws Exception {
        assertThat(MemoryBound.of(graph(), List.of(), 10 * MEGABYTE).weights()).isEqualTo(100 * MEGABYTE);
        assertThat(MemoryBound.of(graph(), List.of(), 500 * MEGABYTE).weights()).isEqualTo(1500 * MEGABYTE + GIGABYTE);
    }

    @Test
    void whoeverHasLessThanThatIsTold() {
        final MemoryBound bound = new MemoryBound(GIGABYTE, GIGABYTE / 2, 0, GIGABYTE / 2);
        assertThat(bound.text(8 * GIGABYTE)).isEqualTo("at most 2.0 GB of memory, 1.0 GB of it Java's heap");
        assertThat(bound.text(GIGABYTE)).isEqualTo("at most 2.0 GB of memory, 1.0 GB of it Java's heap; this machine has 1.0 GB");
    }

    private static NetworkGraph graph() throws Exception {
        return new NetworkGraph("test", List.of(new Node("input", new Input(new Shape(3, 100, 100)), List.of()),
                new Node("mean", new GlobalPooling(Reduction.AVERAGE), List.of("input"))));
    }
}
