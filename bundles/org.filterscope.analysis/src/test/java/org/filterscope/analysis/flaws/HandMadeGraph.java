package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.filterscope.analysis.graph.Inferences;
import org.filterscope.analysis.graph.MapGrid;
import org.filterscope.analysis.graph.Pattern;
import org.filterscope.analysis.graph.PatternLayer;
import org.filterscope.analysis.graph.StoredLayer;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.graph.GraphScores;
import org.filterscope.core.graph.GraphSubject;
import org.filterscope.core.graph.GraphWriter;
import org.filterscope.core.graph.PatternScore;
import org.filterscope.core.report.InvalidReportException;

/** Explanatory graphs of the layer 'maps' of {@link HandMade}, with patterns that always fire at their places. */
final class HandMadeGraph {
    private static final int PICTURES = 4;

    private final String kind;
    private final int filters;
    private final List<Pattern> patterns = new ArrayList<>();
    private final List<Float> explained = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private final List<Integer> part = new ArrayList<>();

    HandMadeGraph(final String kind, final int filters) {
        this.kind = kind;
        this.filters = filters;
    }

    /** One more pattern, of the same filter or a later one; without a landmark where its name is empty. */
    HandMadeGraph pattern(final int filter, final int place, final double share, final String landmark) {
        final int index = (int) patterns.stream().filter(pattern -> pattern.filter() == filter).count();
        patterns.add(new Pattern(filter, index, place, place, 1, 1, List.of(), 0));
        explained.add((float) share);
        if (!landmark.isEmpty() && !parts.contains(landmark)) {
            parts.add(landmark);
        }
        part.add(landmark.isEmpty() ? GraphScores.NO_PART : parts.indexOf(landmark));
        return this;
    }

    GraphFile write(final Path folder) throws IOException, InvalidReportException {
        final float[] places = new float[patterns.size() * PICTURES];
        final float[] activations = new float[places.length];
        final float[] scores = new float[places.length];
        Arrays.fill(activations, 1);
        Arrays.fill(scores, 2);
        for (int i = 0; i < places.length; i++) {
            places[i] = (float) patterns.get(i / PICTURES).row();
        }
        final float[] scales = new float[filters];
        Arrays.fill(scales, 1);
        final PatternLayer layer = new PatternLayer("maps", new MapGrid(HandMade.SIDE, HandMade.SIDE, 0, 0, 1, 1), scales, 0.01,
                Double.POSITIVE_INFINITY, false, patterns, new Inferences(PICTURES, places, places.clone(), scores, activations,
                        new boolean[PICTURES]));
        final float[] shares = new float[explained.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = explained.get(i);
        }
        final Path file = folder.resolve(kind + ".fsg");
        try (GraphWriter writer = new GraphWriter(folder.resolve(kind + ".partial"), new GraphSubject(kind, HandMade.SIDE, HandMade.SIDE,
                IntStream.range(0, PICTURES).mapToObj("picture-%d"::formatted).toList()))) {
            writer.append(StoredLayer.of(layer, 0, null));
            writer.finish(new GraphScores(Map.of(PatternScore.EXPLAINED, shares), parts, part.stream().mapToInt(Integer::intValue).toArray()), file);
        }
        return GraphFile.open(file);
    }
}
