package org.filterscope.analysis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.filterscope.core.MemoryLimitException;
import org.filterscope.engine.execution.MemoryLimit;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;

class MemoryBoundTest {
    private static final long MEGABYTE = 1 << 20;
    private static final long GIGABYTE = 1 << 30;

    private static final long HEAP = Runtime.getRuntime().maxMemory();
    private static final long PROGRAM = 350 * MEGABYTE;
    /** The input has 3 · 100 · 100 values, the mean 3: 4 · 30000 + 2 · 3 + 30000 values a picture, twice. */
    private static final long MAPS = 2 * (4 * 30_000 + 2 * 3 + 30_000) * Float.BYTES;

    @Test
    void mapsAreThoseOfABatch() throws Exception {
        final MemoryBound bound = bound(1000 * GIGABYTE);
        assertThat(bound.maps()).isEqualTo(MAPS);
        assertThat(bound.pictures()).isEqualTo(32);
        assertThat(bound.total()).isEqualTo(HEAP + PROGRAM + 32 * MAPS);
    }

    @Test
    void weightsCountThreeTimesAndThoseOfOtherGraphsUpToAGigabyte() throws Exception {
        assertThat(weights(10 * MEGABYTE)).isEqualTo(100 * MEGABYTE);
        assertThat(weights(500 * MEGABYTE)).isEqualTo(1500 * MEGABYTE + GIGABYTE);
    }

    private static long weights(final long bytes) throws Exception {
        final NetworkGraph graph = graph();
        return MemoryBound.of(graph, graph.nodes(), List.of(), bytes, new MemoryLimit(GIGABYTE, true)).weights();
    }

    @Test
    void aLimitMakesBatchesSmallerUntilTheBoundIsBelowIt() throws Exception {
        final MemoryBound bound = bound(HEAP + PROGRAM + 6 * MAPS - 1);
        assertThat(bound.pictures()).isEqualTo(5);
        assertThat(bound.total()).isEqualTo(HEAP + PROGRAM + 5 * MAPS);
        bound.check(graph(), List.of("mean"));
    }

    @Test
    void aLimitThatOnePictureDoesNotFitIntoIsRefusedWithWhatIsNeeded() throws Exception {
        final MemoryBound bound = bound(HEAP + PROGRAM + MAPS - 1);
        assertThat(bound.pictures()).isOne();
        final MemoryLimitException refusal = catchThrowableOfType(MemoryLimitException.class, () -> bound.check(graph(), List.of("mean")));
        assertThat(refusal).hasMessageContaining("even with one picture at a time")
                .hasMessageContaining("350 MB the program, 0 MB weights, 2 MB maps");
        assertThat(refusal.bound()).isEqualTo(MemoryLimitException.Bound.ALL);
        // What is told to be enough is, and no more than is easy to remember.
        bound(refusal.megabytes() * MEGABYTE).check(graph(), List.of("mean"));
        assertThat(refusal.megabytes() % 50).isZero();
        assertThat(refusal.megabytes() * MEGABYTE).isLessThan(HEAP + PROGRAM + MAPS + 50 * MEGABYTE);
    }

    @Test
    void theMachinesMemoryMakesBatchesSmallerButRefusesNothing() throws Exception {
        final MemoryBound bound = MemoryBound.of(graph(), List.of("mean"), new MemoryLimit(4 * 8 * MAPS, false));
        assertThat(bound.pictures()).isEqualTo(4);
        bound.check(graph(), List.of("mean"));
    }

    @Test
    void layersWhoseMapsOfOnePictureDoNotFitIntoTheHeapAreRefused() throws Exception {
        final long side = (long) Math.sqrt(HEAP / 4.0 / 3 / Float.BYTES) + 1;
        final NetworkGraph large = new NetworkGraph("large", List.of(new Node("input", new Input(new Shape(3, (int) side, (int) side)), List.of()),
                new Node("copy", new Operator.Identity(), List.of("input"))));
        final MemoryBound bound = MemoryBound.of(large, List.of("copy"), MemoryLimit.ofMachine());
        final MemoryLimitException refusal = catchThrowableOfType(MemoryLimitException.class, () -> bound.check(large, List.of("copy")));
        assertThat(refusal).hasMessageContaining("of Java's heap even with one picture at a time");
        assertThat(refusal.bound()).isEqualTo(MemoryLimitException.Bound.HEAP);
        assertThat(refusal.megabytes() * MEGABYTE).isGreaterThan(HEAP);
    }

    @Test
    void whoeverHasLessThanThatIsTold() {
        final MemoryBound bound = new MemoryBound(GIGABYTE, GIGABYTE / 2, 0, GIGABYTE / 8, 4, new MemoryLimit(8 * GIGABYTE, true));
        assertThat(bound.text(8 * GIGABYTE)).isEqualTo("at most 2.0 GB of memory, 1.0 GB of it Java's heap; pictures at once: 4");
        assertThat(bound.text(GIGABYTE))
                .isEqualTo("at most 2.0 GB of memory, 1.0 GB of it Java's heap; pictures at once: 4; this machine has 1.0 GB");
    }

    private static MemoryBound bound(final long limit) throws Exception {
        return MemoryBound.of(graph(), List.of("mean"), new MemoryLimit(limit, true));
    }

    private static NetworkGraph graph() throws Exception {
        return new NetworkGraph("test", List.of(new Node("input", new Input(new Shape(3, 100, 100)), List.of()),
                new Node("mean", new GlobalPooling(Reduction.AVERAGE), List.of("input"))));
    }
}
