package org.filterscope.fuzz.seed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

/** An explanatory graph of two layers. */
public final class GraphSeeds {
    private static final int PATTERNS = 4;
    private static final boolean[] MIRRORED = {false, true, false};

    private GraphSeeds() {
    }

    /** Writes it. */
    public static void write(final Path working, final Path file) throws IOException {
        try (GraphWriter writer = new GraphWriter(working, new GraphSubject("river", 60, 80, List.of("river/1.png", "river/2.png", "river/3.png")))) {
            writer.append(layer(0));
            writer.append(layer(1));
            writer.patches(1, 2, pattern -> pattern % 2 == 0 ? Optional.empty() : Optional.of(new AveragePatch(2, 3.5f, new byte[12])));
            final Map<PatternScore, float[]> scores = new EnumMap<>(PatternScore.class);
            scores.put(PatternScore.STRENGTH, new float[2 * PATTERNS]);
            scores.put(PatternScore.PURITY, new float[2 * PATTERNS]);
            writer.finish(new GraphScores(scores, List.of("bend"), new int[] {0, -1, 0, -1, 0, -1, 0, -1}), file);
        }
    }

    private static LayerContent layer(final int number) {
        final int first = number * PATTERNS;
        final GraphLayer layer = new GraphLayer("conv" + number, 7, 9, 3.5, 3, 8, 9, new float[] {1, 2}, 0.5, 12.5, number > 0, first, PATTERNS);
        final List<GraphPattern> patterns = new ArrayList<>();
        final List<GraphEdge> edges = new ArrayList<>();
        for (int i = 0; i < PATTERNS; i++) {
            patterns.add(new GraphPattern(number, i / 2, i % 2, 10 + i, 20 - i, 1.5, 2.5, 0, 0.25f));
            if (number > 0) {
                edges.add(new GraphEdge(first + i, i, 0.5f, -0.5f, 0.75f, 0.125f));
            }
        }
        final float[] values = new float[PATTERNS * MIRRORED.length];
        Arrays.fill(values, 0.5f);
        return new LayerContent(layer, patterns, edges, MIRRORED.clone(), new Places(values, values, values, values));
    }
}
