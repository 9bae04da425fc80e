package org.filterscope.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A graph of random numbers. */
final class RandomGraph {
    static final int SIDE = 3;

    final GraphSubject subject;
    final List<LayerContent> layers = new ArrayList<>();
    final GraphScores scores;

    /** @param sizes patterns by layer */
    RandomGraph(final long seed, final int pictures, final int... sizes) {
        final Random random = new Random(seed);
        subject = new GraphSubject("river", 60, 80, IntStream.range(0, pictures).mapToObj(i -> "river/ü " + i + ".jpg").toList());
        final boolean[] mirrored = new boolean[pictures];
        for (int i = 0; i < pictures; i++) {
            mirrored[i] = random.nextBoolean();
        }
        int first = 0;
        for (final int size : sizes) {
            layers.add(layer(random, first, size, mirrored));
            first += size;
        }
        final Map<PatternScore, float[]> columns = new EnumMap<>(PatternScore.class);
        columns.put(PatternScore.PURITY, floats(random, first));
        columns.put(PatternScore.STRENGTH, floats(random, first));
        if (first > 0) {
            columns.get(PatternScore.PURITY)[0] = Float.NaN;
        }
        scores = new GraphScores(columns, List.of("bow", "stern"), IntStream.range(0, first).map(i -> random.nextInt(3) - 1).toArray());
    }

    private LayerContent layer(final Random random, final int first, final int size, final boolean[] mirrored) {
        final int number = layers.size();
        final GraphLayer layer = new GraphLayer("conv" + number + "/relu", 7, 9, 3.5 + number / 3.0, -0.1, 8.7, 1 / 3.0, floats(random, 5),
                random.nextDouble(), number == 0 ? Double.POSITIVE_INFINITY : 12.3, number > 0, first, size);
        final List<GraphPattern> patterns = new ArrayList<>();
        final List<GraphEdge> edges = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            patterns.add(new GraphPattern(number, i * 5 / size, i - (i * 5 / size * size + 4) / 5, 60 * random.nextDouble(), 80 * random.nextDouble(),
                    random.nextDouble(), random.nextDouble(), random.nextInt(3), random.nextFloat()));
            if (number > 0) {
                final GraphLayer above = layers.getLast().layer();
                for (int k = random.nextInt(4); k > 0; k--) {
                    edges.add(new GraphEdge(first + i, above.first() + random.nextInt(above.patterns()), random.nextFloat(), -random.nextFloat(),
                            random.nextFloat(), k == 1 ? Float.NaN : random.nextFloat()));
                }
            }
        }
        final int places = size * mirrored.length;
        return new LayerContent(layer, patterns, edges, mirrored,
                new Places(floats(random, places), floats(random, places), floats(random, places), floats(random, places)));
    }

    private static float[] floats(final Random random, final int size) {
        final float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    int patterns() {
        return scores.part().length;
    }

    /** Every third pattern has none. */
    static Optional<AveragePatch> patch(final int pattern) {
        final byte[] rgb = new byte[SIDE * SIDE * GraphFormat.COLOURS];
        new Random(pattern).nextBytes(rgb);
        return pattern % 3 == 0 ? Optional.empty() : Optional.of(new AveragePatch(SIDE, pattern + 0.5f, rgb));
    }

    GraphPattern pattern(final int number) {
        return layers.stream().flatMap(layer -> layer.patterns().stream()).skip(number).findFirst().orElseThrow();
    }

    List<GraphEdge> edges() {
        return layers.stream().flatMap(layer -> layer.edges().stream()).toList();
    }

    void write(final Path working, final Path file) throws IOException {
        try (GraphWriter writer = new GraphWriter(working, subject)) {
            finish(writer, file);
        }
    }

    /** Appends the layers that are missing, patches for the last layer, and the rest. */
    void finish(final GraphWriter writer, final Path file) throws IOException {
        for (final LayerContent layer : layers.subList(writer.layers(), layers.size())) {
            writer.append(layer);
        }
        writer.patches(layers.size() - 1, SIDE, RandomGraph::patch);
        writer.finish(scores, file);
    }

    /** To the last bit: the library's own comparison of records allows for rounding. */
    static void assertSame(final LayerContent actual, final LayerContent expected) {
        assertSame(actual.layer(), expected.layer());
        assertThat(actual.patterns()).isEqualTo(expected.patterns());
        assertThat(actual.edges()).isEqualTo(expected.edges());
        assertThat(actual.mirrored()).isEqualTo(expected.mirrored());
        assertThat(Arrays.equals(actual.places().rows(), expected.places().rows())).as("rows").isTrue();
        assertThat(Arrays.equals(actual.places().cols(), expected.places().cols())).as("columns").isTrue();
        assertThat(Arrays.equals(actual.places().scores(), expected.places().scores())).as("scores").isTrue();
        assertThat(Arrays.equals(actual.places().activations(), expected.places().activations())).as("activations").isTrue();
    }

    static void assertSame(final GraphLayer actual, final GraphLayer expected) {
        assertThat(Arrays.equals(actual.scales(), expected.scales())).as("scales").isTrue();
        assertThat(new GraphLayer(actual.name(), actual.rows(), actual.cols(), actual.firstRow(), actual.firstCol(), actual.rowStep(),
                actual.colStep(), expected.scales(), actual.noise(), actual.window(), actual.following(), actual.first(), actual.patterns()))
                        .isEqualTo(expected);
    }
}
