package org.filterscope.analysis.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapStoreTest {
    private static final Shape SHAPE = new Shape(3, 5, 7);
    private static final int VALUES = 105;
    private static final int BATCH = 4;
    private static final int ALL = 10;

    @TempDir
    Path folder;
    private NetworkGraph graph;
    private float[] maps;

    @BeforeEach
    void draw() throws Exception {
        graph = new NetworkGraph("test", List.of(new Node("in", new Input(SHAPE), List.of()),
                new Node("a", new Activation(Function.RELU), List.of("in")), new Node("b", new Activation(Function.RELU), List.of("in"))));
        final Random random = new Random(3);
        maps = new float[ALL * VALUES];
        for (int i = 0; i < maps.length; i++) {
            // Every picture has another share of zeros, so that both encodings occur.
            maps[i] = random.nextDouble() < i / VALUES / 10.0 ? 0 : (float) random.nextGaussian();
        }
    }

    @Test
    void whatWasStoredComesBackBitForBitInOrderAndInAnyOther() throws Exception {
        try (MapStore store = open()) {
            append(store, 0, ALL);
            final List<Integer> seen = new ArrayList<>();
            store.layer("a").forEach((picture, values) -> {
                seen.add(picture);
                assertThat(values).isEqualTo(picture(picture));
            });
            assertThat(seen).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            store.layer("a").forEachSparse((picture, sparse) -> assertSame(sparse, picture(picture)));
            final FeatureMaps some = store.layer("b").of(9, 2);
            assertThat(Arrays.copyOfRange(some.values(), 0, VALUES)).isEqualTo(picture(9));
            assertThat(Arrays.copyOfRange(some.values(), VALUES, 2 * VALUES)).isEqualTo(picture(2));
            assertThat(store.digest(7)).isEqualTo(digest(7));
        }
    }

    @Test
    void openedAgainItHoldsTheBatchesThatWereFinished() throws Exception {
        try (MapStore store = open()) {
            append(store, 0, BATCH);
            append(store, BATCH, BATCH);
        }
        try (MapStore store = open()) {
            assertThat(store.pictures()).isEqualTo(8);
            append(store, 8, 2);
        }
        try (MapStore store = open()) {
            assertThat(store.pictures()).isEqualTo(ALL);
            store.layer("a").forEach((picture, values) -> assertThat(values).isEqualTo(picture(picture)));
        }
    }

    @Test
    void aBatchThatAnyFileHoldsOnlyInPartIsForgotten() throws Exception {
        for (final String file : List.of("maps-0", "maps-1", "maps-0.index", "maps-1.index", "digests")) {
            try (MapStore store = open()) {
                append(store, store.pictures(), BATCH);
                append(store, store.pictures(), BATCH);
            }
            try (RandomAccessFile torn = new RandomAccessFile(folder.resolve(file).toFile(), "rw")) {
                torn.setLength(torn.length() - 5);
            }
            try (MapStore store = open()) {
                assertThat(store.pictures()).as(file).isEqualTo(BATCH);
                store.layer("a").forEach((picture, values) -> assertThat(values).isEqualTo(picture(picture)));
            }
            Files.delete(folder.resolve("digests"));
        }
    }

    @Test
    void aFlippedBitIsNeverReadAsAMap() throws Exception {
        try (MapStore store = open()) {
            append(store, 0, ALL);
            try (RandomAccessFile file = new RandomAccessFile(folder.resolve("maps-0").toFile(), "rw")) {
                file.seek(50);
                final int value = file.read();
                file.seek(50);
                file.write(value ^ 1);
            }
            assertThatThrownBy(() -> store.layer("a").forEach((picture, values) -> {
            })).isInstanceOf(IOException.class).hasMessageContaining("maps-0: what was stored there is damaged");
        }
    }

    /** Every value that is not zero is told once, under its channel, in order. */
    private static void assertSame(final SparseMaps sparse, final float[] maps) {
        final float[] told = new float[VALUES];
        for (int channel = 0; channel < SHAPE.channels(); channel++) {
            for (int i = sparse.start(channel); i < sparse.start(channel + 1); i++) {
                assertThat(sparse.index(i) / (VALUES / SHAPE.channels())).isEqualTo(channel);
                assertThat(i == 0 || sparse.index(i) > sparse.index(i - 1)).isTrue();
                assertThat(sparse.value(i)).isNotZero();
                told[sparse.index(i)] = sparse.value(i);
            }
        }
        assertThat(told).isEqualTo(maps);
        final float[] second = new float[VALUES];
        sparse.write(1, 2, second, 7);
        assertThat(Arrays.copyOfRange(second, 7, 42)).isEqualTo(Arrays.copyOfRange(maps, 35, 70));
    }

    /** Whatever number stands in the index, what is kept is whole, or the store says that it is damaged. */
    @Test
    void aDamagedIndexIsCutOffOrTold() throws Exception {
        try (MapStore store = open()) {
            append(store, 0, ALL);
        }
        final Path index = folder.resolve("maps-0.index");
        final byte[] whole = Files.readAllBytes(index);
        for (final long number : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 40}) {
            for (int at = 0; at < whole.length; at += Long.BYTES) {
                Files.write(index, ByteBuffer.wrap(whole.clone()).order(ByteOrder.LITTLE_ENDIAN).putLong(at, number).array());
                final Path copy = Files.createDirectory(folder.resolve("copy-%d-%d".formatted(number, at)));
                for (final String name : List.of("digests", "maps-0", "maps-0.index", "maps-1", "maps-1.index")) {
                    Files.copy(folder.resolve(name), copy.resolve(name));
                }
                try (MapStore store = new MapStore(copy, graph, List.of("a", "b"), BATCH, ALL)) {
                    store.layer("a").forEach((picture, values) -> assertThat(values).isEqualTo(picture(picture)));
                } catch (final IOException e) {
                    assertThat(e).hasMessageContaining("maps-0").hasMessageContaining("damaged; run again without resuming");
                }
            }
        }
    }

    private MapStore open() throws IOException {
        return new MapStore(folder, graph, List.of("a", "b"), BATCH, ALL);
    }

    private void append(final MapStore store, final int first, final int count) throws IOException {
        final FeatureMaps batch = new FeatureMaps(count, SHAPE, Arrays.copyOfRange(maps, first * VALUES, (first + count) * VALUES));
        final List<byte[]> digests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            digests.add(digest(first + i));
        }
        store.append(Map.of("a", batch, "b", batch), digests);
    }

    private float[] picture(final int index) {
        return Arrays.copyOfRange(maps, index * VALUES, (index + 1) * VALUES);
    }

    private static byte[] digest(final int picture) {
        final byte[] digest = new byte[32];
        Arrays.fill(digest, (byte) picture);
        return digest;
    }
}
