package org.filterscope.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.core.graph.AveragePatch;
import org.filterscope.core.graph.GraphEdge;
import org.filterscope.core.graph.GraphLayer;
import org.filterscope.core.graph.GraphPattern;
import org.filterscope.core.graph.GraphScores;
import org.filterscope.core.graph.GraphSubject;
import org.filterscope.core.graph.GraphWriter;
import org.filterscope.core.graph.LayerContent;
import org.filterscope.core.graph.PatternScore;
import org.filterscope.core.graph.Places;
import org.filterscope.core.report.ReportFiles;

/**
 * Graphs as mining writes them, of made-up birds. A pattern follows the part {@code (filter + index) mod 6}, where the sixth is none, and lies
 * near the part's place; it is on picture p when {@code (pattern + p) mod 3} is 0, and every second picture was taken mirrored. The same numbers
 * give the same graph.
 *
 * @param filters  of each layer
 * @param patterns of each filter, by layer, top layer first
 * @param parents  of each pattern below the top layer
 * @param patch    side of the average patches, in pixels
 */
record SampleGraph(List<String> layers, int filters, List<Integer> patterns, int parents, int patch, List<String> pictures) {
    static final List<String> PARTS = List.of("beak", "eye", "wing", "tail", "leg");
    static final int INPUT = SampleReport.INPUT;
    private static final int SPREAD = 5;

    /** Small: 2 layers of 8 filters with 4 and 3 patterns, on the pictures of {@link SampleReport}. */
    static SampleGraph small() {
        return new SampleGraph(List.of("deep", "early"), 8, List.of(4, 3), 3, 16, samplePictures());
    }

    /** As large as the authors' graph of VGG-16: 61,440 patterns and 0.77 million edges. */
    static SampleGraph large() {
        return new SampleGraph(List.of("conv5_3", "conv5_1", "conv4_3", "conv4_1"), 512, List.of(20, 20, 40, 40), 15, 16, samplePictures());
    }

    private static List<String> samplePictures() {
        return IntStream.range(0, SampleReport.PICTURES).mapToObj(SampleReport::picture).toList();
    }

    /** As the graph of a category in a report. */
    void write(final Path report, final String category) throws IOException {
        final Path file = new ReportFiles(report).graph(category);
        Files.createDirectories(file.getParent());
        try (GraphWriter writer = new GraphWriter(file.resolveSibling("graph.partial"), new GraphSubject(category, INPUT, INPUT, pictures))) {
            int first = 0;
            for (int layer = 0; layer < layers.size(); layer++) {
                writer.append(content(layer, first));
                first += count(layer);
            }
            for (int layer = 0; layer < layers.size(); layer++) {
                writer.patches(layer, patch, this::patch);
            }
            writer.finish(scores(first), file);
        }
    }

    private int count(final int layer) {
        return filters * patterns.get(layer);
    }

    private int layerOf(final int pattern) {
        int layer = 0;
        int end = count(0);
        while (pattern >= end) {
            layer++;
            end += count(layer);
        }
        return layer;
    }

    private int first(final int layer) {
        return IntStream.range(0, layer).map(this::count).sum();
    }

    private int part(final int pattern) {
        final int layer = layerOf(pattern);
        final int inLayer = pattern - first(layer);
        final int part = (inLayer / patterns.get(layer) + inLayer % patterns.get(layer)) % (PARTS.size() + 1);
        return part == PARTS.size() ? GraphScores.NO_PART : part;
    }

    private double row(final int pattern) {
        return INPUT * (0.2 + 0.12 * Math.max(0, part(pattern))) + pattern * 7 % 11 - SPREAD;
    }

    private double col(final int pattern) {
        return INPUT * (0.25 + 0.13 * Math.max(0, part(pattern))) + pattern * 5 % 11 - SPREAD;
    }

    private LayerContent content(final int layer, final int first) {
        final int count = count(layer);
        final float[] scales = new float[filters];
        Arrays.fill(scales, 1);
        final GraphLayer head = new GraphLayer(layers.get(layer), 6, 6, 8, 8, 16, 16, scales, 1e-4, Double.POSITIVE_INFINITY, false, first, count);
        final List<GraphPattern> nodes = new ArrayList<>();
        final List<GraphEdge> edges = new ArrayList<>();
        final Random random = new Random(layer);
        for (int number = 0; number < count; number++) {
            final int pattern = first + number;
            nodes.add(new GraphPattern(layer, number / patterns.get(layer), number % patterns.get(layer), row(pattern), col(pattern), SPREAD, SPREAD,
                    0, 0.5f));
            if (layer > 0) {
                edges(edges, layer, pattern, random);
            }
        }
        final boolean[] mirrored = new boolean[pictures.size()];
        IntStream.range(0, mirrored.length).forEach(picture -> mirrored[picture] = picture % 2 == 1);
        return new LayerContent(head, nodes, edges, mirrored, places(first, count));
    }

    /** To patterns of filters near the mirror image of its own number: ordering by edges has something to find. */
    private void edges(final List<GraphEdge> edges, final int layer, final int pattern, final Random random) {
        final int filter = (pattern - first(layer)) / patterns.get(layer);
        for (int rank = 0; rank < parents; rank++) {
            final int reach = Math.max(1, filters / 20);
            final int above = Math.clamp(filters - 1L - filter + random.nextInt(2 * reach + 1) - reach, 0, filters - 1);
            final int parent = first(layer - 1) + above * patterns.get(layer - 1) + random.nextInt(patterns.get(layer - 1));
            edges.add(new GraphEdge(pattern, parent, (float) (row(pattern) - row(parent)), (float) (col(pattern) - col(parent)),
                    0.95f - 0.8f * rank / parents, 2));
        }
    }

    private Places places(final int first, final int count) {
        final int size = count * pictures.size();
        final Places places = new Places(new float[size], new float[size], new float[size], new float[size]);
        for (int number = 0; number < count; number++) {
            for (int picture = 0; picture < pictures.size(); picture++) {
                final int index = number * pictures.size() + picture;
                final int pattern = first + number;
                final boolean there = (pattern + picture) % 3 == 0;
                places.rows()[index] = (float) row(pattern) + picture % 5;
                places.cols()[index] = (float) col(pattern) + picture % 7;
                places.scores()[index] = there ? 2 + (pattern + 3 * picture) % 17 / 4f : 0;
                places.activations()[index] = there ? 1 : 0;
            }
        }
        return places;
    }

    private GraphScores scores(final int count) {
        final Map<PatternScore, float[]> scores = new EnumMap<>(PatternScore.class);
        for (final PatternScore score : List.of(PatternScore.STRENGTH, PatternScore.PRESENCE, PatternScore.CONCENTRATION, PatternScore.PURITY)) {
            final Random random = new Random(score.ordinal());
            final float[] numbers = new float[count];
            IntStream.range(0, count).forEach(pattern -> numbers[pattern] = part(pattern) == GraphScores.NO_PART && score == PatternScore.PURITY
                    ? Float.NaN : (float) (0.5 + 0.3 * Math.sin(pattern * 0.002 * (1 + score.ordinal())) + 0.2 * (random.nextDouble() - 0.5)));
            scores.put(score, numbers);
        }
        return new GraphScores(scores, PARTS, IntStream.range(0, count).map(this::part).toArray());
    }

    /** A bright spot on a ground, both of colors that belong to the part. */
    private Optional<AveragePatch> patch(final int pattern) {
        final int part = part(pattern);
        final byte[] rgb = new byte[patch * patch * 3];
        for (int row = 0; row < patch; row++) {
            for (int col = 0; col < patch; col++) {
                final double distance = Math.hypot(row - patch / 2.0 - pattern % 3, (col - patch / 2.0) * (1 + pattern % 4 * 0.3)) / patch;
                final double light = Math.exp(-distance * distance * 14);
                for (int channel = 0; channel < 3; channel++) {
                    final int ground = 70 + (part + 2) * 37 * (channel + 1) % 90;
                    rgb[(row * patch + col) * 3 + channel] = (byte) Math.clamp((int) (ground + light * (90 + (part + channel) * 53 % 70)), 0, 255);
                }
            }
        }
        return Optional.of(new AveragePatch(patch, 40, rgb));
    }
}
