package org.filterscope.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphFileTest {
    private static final int PICTURES = 37;

    @TempDir
    Path folder;
    private Path file;
    private final RandomGraph graph = new RandomGraph(1, PICTURES, 11, 30, 17);

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("graph.fsg");
        graph.write(folder.resolve("working.fsg"), file);
    }

    private List<GraphFile> bothWays() throws Exception {
        // Pieces of 256 bytes, so that everything crosses their borders.
        return List.of(GraphFile.open(file, new MappedBytes(file, 8)), GraphFile.open(file, new ReopenedBytes(file)), GraphFile.open(file));
    }

    @Test
    void theStructureComesBackAsItWasGiven() throws Exception {
        for (final GraphFile read : bothWays()) {
            assertThat(read.heading().category()).isEqualTo("river");
            assertThat(read.heading().inputRows()).isEqualTo(60);
            assertThat(read.heading().inputCols()).isEqualTo(80);
            assertThat(read.heading().parts()).containsExactly("bow", "stern");
            assertThat(read.heading().layers()).hasSameSizeAs(graph.layers);
            for (int i = 0; i < graph.layers.size(); i++) {
                RandomGraph.assertSame(read.heading().layers().get(i), graph.layers.get(i).layer());
            }
            assertThat(read.heading().pictures()).map(GraphPicture::path).isEqualTo(graph.subject.pictures());
            assertThat(read.patterns()).isEqualTo(58);
            for (int v = 0; v < read.patterns(); v++) {
                final int pattern = v;
                assertThat(read.pattern(v)).isEqualTo(graph.pattern(v));
                assertThat(read.parents(v)).isEqualTo(graph.edges().stream().filter(edge -> edge.child() == pattern).toList());
                assertThat(read.children(v)).isEqualTo(graph.edges().stream().filter(edge -> edge.parent() == pattern).toList());
                assertThat(read.part(v)).isEqualTo(graph.scores.part()[v] < 0 ? Optional.empty()
                        : Optional.of(graph.scores.parts().get(graph.scores.part()[v])));
                assertThat(read.score(PatternScore.PURITY, v)).isEqualTo(Float.valueOf(graph.scores.scores().get(PatternScore.PURITY)[v]));
                assertThat(read.score(PatternScore.STRENGTH, v)).isEqualTo(graph.scores.scores().get(PatternScore.STRENGTH)[v]);
            }
            assertThat(read.edges()).isEqualTo(graph.edges().size());
            assertThat(read.scores()).containsExactly(PatternScore.STRENGTH, PatternScore.PURITY);
            assertThatThrownBy(() -> read.score(PatternScore.PRESENCE, 0)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("presence");
        }
    }

    @Test
    void layersComeBackToTheLastBit() throws Exception {
        for (final GraphFile read : bothWays()) {
            read.verify();
            for (int i = 0; i < graph.layers.size(); i++) {
                RandomGraph.assertSame(read.layer(i), graph.layers.get(i));
            }
        }
    }

    @Test
    void picturesAndPatternsTellTheSamePlaces() throws Exception {
        for (final GraphFile read : bothWays()) {
            final List<Places> pictures = new ArrayList<>();
            for (int picture = 0; picture < PICTURES; picture++) {
                pictures.add(read.onPicture(picture));
            }
            for (int v = 0; v < read.patterns(); v++) {
                final Places places = read.ofPattern(v);
                final LayerContent layer = graph.layers.get(read.pattern(v).layer());
                for (int picture = 0; picture < PICTURES; picture++) {
                    final int at = (v - layer.layer().first()) * PICTURES + picture;
                    assertThat(place(places, picture)).containsExactly(place(pictures.get(picture), v)).containsExactly(place(layer.places(), at));
                }
            }
        }
    }

    private static float[] place(final Places places, final int number) {
        return new float[] {places.rows()[number], places.cols()[number], places.scores()[number], places.activations()[number]};
    }

    @Test
    void patchesComeBackWhereThereAreSome() throws Exception {
        for (final GraphFile read : bothWays()) {
            for (int v = 0; v < read.patterns(); v++) {
                assertThat(read.patch(v)).usingRecursiveComparison()
                        .isEqualTo(read.pattern(v).layer() == 2 ? RandomGraph.patch(v) : Optional.empty());
            }
        }
    }

    @Test
    void theSameGraphGivesTheSameBytes() throws Exception {
        final Path other = folder.resolve("other.fsg");
        new RandomGraph(1, PICTURES, 11, 30, 17).write(folder.resolve("again.fsg"), other);
        assertThat(other).hasSameBinaryContentAs(file);
    }

    @Test
    void aDamagedPlaceIsOneWhereThePatternDoesNotFire() throws Exception {
        final byte[] bytes = Files.readAllBytes(file);
        final int start = (int) GraphFile.open(file).sections().get("places.0").offset();
        final ByteBuffer places = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        places.putFloat(start, Float.NaN);
        places.putFloat(start + 16 + 4, 1e30f);
        places.putFloat(start + 32 + 8, -1);
        places.putFloat(start + 48 + 12, Float.POSITIVE_INFINITY);
        Files.write(file, bytes);
        for (final GraphFile read : bothWays()) {
            for (int v = 0; v < 4; v++) {
                final float[] place = {(float) graph.pattern(v).row(), (float) graph.pattern(v).col(), 0, 0};
                assertThat(place(read.onPicture(0), v)).containsExactly(place).containsExactly(place(read.ofPattern(v), 0));
            }
            assertThatThrownBy(read::verify).hasMessageContaining("graph.fsg").hasMessageContaining("places.0");
        }
    }

    @Test
    void anOpenFileCanBeMovedAwayAndANewOnePutInItsPlace() throws Exception {
        final List<GraphFile> open = bothWays();
        final Places before = open.getFirst().onPicture(3);
        Files.move(file, folder.resolve("old.fsg"));
        new RandomGraph(2, PICTURES, 5).write(folder.resolve("working.fsg"), file);
        assertThat(open.get(0).onPicture(3)).usingRecursiveComparison().isEqualTo(before);
        assertThatThrownBy(() -> open.get(1).onPicture(3)).isInstanceOf(IOException.class).hasMessageContaining("replaced");
        assertThat(GraphFile.open(file).patterns()).isEqualTo(5);
    }

    @Test
    void whatIsClosedIsNotReadAnyMore() throws Exception {
        for (final GraphFile read : bothWays()) {
            read.close();
            assertThatThrownBy(() -> read.onPicture(0)).isInstanceOf(IOException.class);
            assertThat(read.pattern(0)).isEqualTo(graph.pattern(0));
        }
    }
}
