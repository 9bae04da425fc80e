package org.filterscope.fuzz.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.filterscope.analysis.maps.MapStore;
import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Shape;

/**
 * The reader of feature maps that a run keeps on disk, and goes on with.
 *
 * @param folder to write good files in
 */
record MapSubject(Path folder) {
    private static final String LAYER = "input";
    private static final int PICTURES = 4;
    private static final Shape SHAPE = new Shape(2, 3, 3);
    private static final Allowance SMALL = new Allowance(64 * Subjects.MEGABYTE, 256);

    Subject subject() throws IOException, InvalidInputException {
        final Path place = folder.resolve("maps");
        final NetworkGraph graph = new NetworkGraph("test", List.of(new Node(LAYER, new Operator.Input(SHAPE), List.of())));
        try (MapStore store = open(place, graph)) {
            for (int picture = store.pictures(); picture < PICTURES; picture++) {
                final float[] values = new float[(int) SHAPE.size()];
                for (int i = 0; i < values.length; i += 1 + picture) {
                    values[i] = i + 1;
                }
                store.append(Map.of(LAYER, new FeatureMaps(1, SHAPE, values)), List.of(new byte[32]));
            }
        }
        final List<Seed> seeds = Subjects.tree(place);
        return new Subject("stored maps", seeds, Subjects.BYTES, SMALL, (where, file) -> {
            try (MapStore store = open(where, graph)) {
                final int count = store.pictures();
                store.layer(LAYER).forEach((picture, maps) -> {
                    if (maps.length != SHAPE.size()) {
                        throw new AssertionError("maps of %d values".formatted(maps.length));
                    }
                });
                for (int picture = 0; picture < count; picture++) {
                    store.digest(picture);
                    store.layer(LAYER).of(picture);
                }
            } finally {
                // Whatever is behind the damage was cut off.
                for (final Seed seed : seeds) {
                    Files.write(where.resolve(seed.path()), seed.bytes());
                }
            }
        });
    }

    private static MapStore open(final Path place, final NetworkGraph graph) throws IOException {
        return new MapStore(place, graph, List.of(LAYER), 1, PICTURES);
    }
}
