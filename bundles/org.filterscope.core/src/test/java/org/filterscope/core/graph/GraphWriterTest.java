package org.filterscope.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphWriterTest {
    @TempDir
    Path folder;
    private Path working;
    private Path file;
    private Path whole;
    private final RandomGraph graph = new RandomGraph(1, 5, 4, 6, 3);

    @BeforeEach
    void write() throws Exception {
        working = folder.resolve("working.fsg");
        file = folder.resolve("graph.fsg");
        whole = folder.resolve("whole.fsg");
        graph.write(working, whole);
    }

    @Test
    void aWriterThatWasKilledAnywhereIsGoneOnWithToTheSameBytes() throws Exception {
        final byte[][] states = new byte[4][];
        try (GraphWriter writer = new GraphWriter(working, graph.subject)) {
            for (int i = 0; i < graph.layers.size(); i++) {
                writer.append(graph.layers.get(i));
                states[i + 1] = Files.readAllBytes(working);
            }
        }
        states[0] = new byte[0];
        for (int kept = 0; kept < states.length; kept++) {
            final byte[] next = kept + 1 < states.length ? states[kept + 1] : states[kept];
            for (int length = states[kept].length; length <= next.length; length += 61) {
                // The header comes last, so that until then the one from before stands.
                final byte[] killed = Arrays.copyOf(next, length);
                System.arraycopy(states[kept], 0, killed, 0, Math.min(length, Math.min(states[kept].length, GraphFormat.HEADER_BYTES)));
                if (kept == 0) {
                    Arrays.fill(killed, 0, Math.min(length, GraphFormat.HEADER_BYTES), (byte) 0);
                }
                Files.write(working, killed);
                try (GraphWriter writer = new GraphWriter(working, graph.subject)) {
                    assertThat(writer.layers()).isEqualTo(kept);
                    graph.finish(writer, file);
                }
                assertThat(file).hasSameBinaryContentAs(whole);
            }
        }
    }

    @Test
    void afterTheLastStepAWriterStillGoesOn() throws Exception {
        Files.copy(whole, working);
        try (GraphWriter writer = new GraphWriter(working, graph.subject)) {
            assertThat(writer.layers()).isEqualTo(3);
            RandomGraph.assertSame(writer.layer(1), graph.layers.get(1));
            graph.finish(writer, file);
        }
        assertThat(file).hasSameBinaryContentAs(whole);
    }

    @Test
    void whatIsDamagedOrOfOtherPicturesIsBegunAnew() throws Exception {
        final byte[] bytes = Files.readAllBytes(whole);
        bytes[(int) GraphFile.open(whole).sections().get("places.1").offset() + 5] ^= 1;
        Files.write(working, bytes);
        try (GraphWriter writer = new GraphWriter(working, graph.subject)) {
            assertThat(writer.layers()).isZero();
        }
        Files.copy(whole, folder.resolve("other.fsg"));
        final GraphSubject other = new GraphSubject("river", 60, 80, List.of("a", "b", "c", "d", "e"));
        try (GraphWriter writer = new GraphWriter(folder.resolve("other.fsg"), other)) {
            assertThat(writer.layers()).isZero();
        }
    }

    @Test
    void aGraphWithoutPatternsOrLayersIsAGraph() throws Exception {
        for (final RandomGraph empty : List.of(new RandomGraph(3, 2, 0), new RandomGraph(3, 0, 2, 2))) {
            empty.write(working, file);
            try (GraphFile read = GraphFile.open(file)) {
                read.verify();
                assertThat(read.patterns()).isEqualTo(empty.patterns());
                assertThat(read.edges()).isEqualTo(empty.edges().size());
            }
        }
        try (GraphWriter writer = new GraphWriter(working, graph.subject)) {
            writer.finish(new GraphScores(Map.of(), List.of(), new int[0]), file);
        }
        try (GraphFile read = GraphFile.open(file)) {
            assertThat(read.onPicture(4).rows()).isEmpty();
        }
        Files.move(file, working);
        try (GraphWriter writer = new GraphWriter(working, graph.subject)) {
            graph.finish(writer, file);
        }
        assertThat(file).hasSameBinaryContentAs(whole);
    }

    @Test
    void aLayerThatDoesNotFitIsRefused() throws Exception {
        try (GraphWriter writer = new GraphWriter(working, graph.subject)) {
            assertRefused(writer, graph.layers.get(1), "its first pattern is 4, expected 0");
            writer.append(graph.layers.getFirst());
            final LayerContent second = graph.layers.get(1);
            assertRefused(writer, new LayerContent(second.layer(), second.patterns(), second.edges(), new boolean[4], second.places()),
                    "4 pictures, expected 5");
            final boolean[] otherwise = second.mirrored().clone();
            otherwise[2] = !otherwise[2];
            assertRefused(writer, new LayerContent(second.layer(), second.patterns(), second.edges(), otherwise, second.places()), "mirrored");
            assertRefused(writer, new LayerContent(second.layer(), second.patterns().subList(1, 6), second.edges(), second.mirrored(),
                    second.places()), "5 patterns, said to be 6");
            assertRefused(writer, new LayerContent(second.layer(), second.patterns(), List.of(new GraphEdge(4, 4, 0, 0, 0, 0)),
                    second.mirrored(), second.places()), "pattern 4 is not of the layer above");
            writer.append(second);
        }
    }

    private static void assertRefused(final GraphWriter writer, final LayerContent content, final String reason) {
        assertThatThrownBy(() -> writer.append(content)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(content.layer().name())
                .hasMessageContaining(reason);
    }
}
