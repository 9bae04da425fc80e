package org.filterscope.core.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonParseException;

import org.filterscope.core.report.InvalidReportException;

/** Reads the structure of one graph file. Sizes are compared with those of the sections, which lie in the file, before anything is allocated. */
final class StructureReader {
    private final SectionReader reader;
    private final SectionReader.Table table;
    private final List<LayerNumbers> layers = new ArrayList<>();
    private int patternCount;
    private int edgeCount;

    StructureReader(final SectionReader reader) throws IOException, InvalidReportException {
        this.reader = reader;
        table = reader.table();
    }

    GraphStructure read() throws IOException, InvalidReportException {
        final StoredHeading stored = heading();
        for (final String name : stored.layers()) {
            layer(name, stored.pictures().size());
        }
        final PatternTable patterns = new PatternTable(patternCount);
        final EdgeTable edges = new EdgeTable(edgeCount);
        int edgesUntil = 0;
        for (int number = 0; number < layers.size(); number++) {
            edgesUntil += layers.get(number).edges();
            patterns(number, patterns, edgesUntil);
            edges(number, patterns, edges);
        }
        edges.index(patterns.firstEdge);
        final GraphHeading heading = new GraphHeading(stored.category(), stored.inputRows(), stored.inputCols(),
                layers.stream().map(LayerNumbers::layer).toList(), stored.pictures(), stored.parts());
        return new GraphStructure(stored, heading, patterns, edges, scores(stored.scores()), parts(stored.parts().size()),
                patchSides(), table);
    }

    private StoredHeading heading() throws IOException, InvalidReportException {
        try {
            return StoredHeading.read(StandardCharsets.UTF_8.decode(reader.whole(section(GraphFormat.HEADING), 0,
                    GraphFormat.MOST_HEADING_BYTES)).toString());
        } catch (final JsonParseException e) {
            throw reader.damaged("its heading cannot be understood", e);
        }
    }

    private Section section(final String name) throws InvalidReportException {
        final Section section = table.sections().get(name);
        reader.require(section != null, "section '%s' is missing", name);
        return section;
    }

    private Section sized(final String name, final long length) throws InvalidReportException {
        final Section section = section(name);
        reader.require(section.length() == length, "section '%s' has %d bytes, expected %d", name, section.length(), length);
        return section;
    }

    private void layer(final String name, final int pictures) throws IOException, InvalidReportException {
        final int number = layers.size();
        final LayerNumbers layer = LayerNumbers.decode(reader.whole(section(GraphFormat.LAYER + number), GraphFormat.LAYER_BYTES,
                GraphFormat.MOST_HEADING_BYTES), name, patternCount);
        reader.require(layer != null && layer.isSound() && (number > 0 || layer.edges() == 0), "the numbers of layer '%s' make no sense", name);
        final int patterns = layer.layer().patterns();
        reader.require(patterns <= GraphFormat.MOST_PATTERNS - patternCount && layer.edges() <= GraphFormat.MOST_EDGES - edgeCount,
                "layer '%s' has %d patterns and %d edges, expected at most %d and %d in all", name, patterns, layer.edges(),
                GraphFormat.MOST_PATTERNS, GraphFormat.MOST_EDGES);
        layers.add(layer);
        patternCount += patterns;
        edgeCount += layer.edges();
        sized(GraphFormat.PATTERNS + number, (long) patterns * GraphFormat.PATTERN_BYTES);
        sized(GraphFormat.EDGES + number, (long) layer.edges() * GraphFormat.EDGE_BYTES);
        sized(GraphFormat.PLACES + number, (long) patterns * pictures * GraphFormat.PLACE_BYTES);
    }

    private void patterns(final int number, final PatternTable patterns, final int edgesUntil) throws IOException, InvalidReportException {
        final GraphLayer layer = layers.get(number).layer();
        final int[] next = {layer.first()};
        reader.records(section(GraphFormat.PATTERNS + number), GraphFormat.PATTERN_BYTES, bytes -> {
            final int at = next[0]++;
            final int parents = patterns.decode(bytes, at);
            reader.require(patterns.isSound(at) && patterns.filters[at] >= (at == layer.first() ? 0 : patterns.filters[at - 1])
                    && patterns.filters[at] < layer.filters(), "pattern %d makes no sense", at);
            reader.require(parents >= 0 && parents <= edgesUntil - patterns.firstEdge[at], "pattern %d has more edges than its layer", at);
            patterns.firstEdge[at + 1] = patterns.firstEdge[at] + parents;
        });
        reader.require(patterns.firstEdge[next[0]] == edgesUntil, "the patterns of layer '%s' have fewer edges than the layer", layer.name());
    }

    private void edges(final int number, final PatternTable patterns, final EdgeTable edges) throws IOException, InvalidReportException {
        if (number == 0) {
            return;
        }
        final GraphLayer above = layers.get(number - 1).layer();
        final int[] next = {patterns.firstEdge[layers.get(number).layer().first()]};
        reader.records(section(GraphFormat.EDGES + number), GraphFormat.EDGE_BYTES, bytes -> {
            final int at = next[0]++;
            final int parent = edges.decode(bytes, at, above.first());
            reader.require(parent >= 0 && parent < above.patterns() && edges.isSound(at), "edge %d makes no sense", at);
        });
    }

    private Map<PatternScore, float[]> scores(final List<String> columns) throws IOException, InvalidReportException {
        final Map<PatternScore, float[]> scores = new EnumMap<>(PatternScore.class);
        if (columns.isEmpty()) {
            return scores;
        }
        final Section section = sized(GraphFormat.SCORES, (long) columns.size() * patternCount * Float.BYTES);
        final float[][] values = new float[columns.size()][];
        for (int i = 0; i < values.length; i++) {
            final Optional<PatternScore> known = PatternScore.of(columns.get(i));
            if (known.isPresent()) {
                values[i] = scores.computeIfAbsent(known.get(), score -> new float[patternCount]);
            }
        }
        final long[] next = {0};
        reader.records(section, Float.BYTES, bytes -> {
            final float value = bytes.getFloat();
            final float[] column = values[(int) (next[0] / patternCount)];
            if (column != null) {
                column[(int) (next[0] % patternCount)] = value;
            }
            next[0]++;
        });
        return scores;
    }

    private int[] parts(final int names) throws IOException, InvalidReportException {
        final int[] parts = new int[patternCount];
        if (!table.sections().containsKey(GraphFormat.PARTS)) {
            Arrays.fill(parts, GraphScores.NO_PART);
            return parts;
        }
        final int[] next = {0};
        reader.records(sized(GraphFormat.PARTS, (long) patternCount * Integer.BYTES), Integer.BYTES, bytes -> {
            final int part = bytes.getInt();
            reader.require(part >= GraphScores.NO_PART && part < names, "pattern %d follows landmark %d of %d", next[0], part, names);
            parts[next[0]++] = part;
        });
        return parts;
    }

    private List<Integer> patchSides() throws IOException, InvalidReportException {
        final List<Integer> sides = new ArrayList<>();
        for (int number = 0; number < layers.size(); number++) {
            final Section section = table.sections().get(GraphFormat.PATCHES + number);
            int side = 0;
            if (section != null) {
                side = reader.start(section, GraphFormat.PATCHES_BYTES).getInt();
                reader.require(side >= 1 && side <= GraphFormat.MOST_PATCH_SIDE, "patches of side %d, expected 1 to %d", side,
                        GraphFormat.MOST_PATCH_SIDE);
                sized(section.name(), GraphFormat.PATCHES_BYTES + (long) layers.get(number).layer().patterns() * GraphStructure.patchBytes(side));
            }
            sides.add(side);
        }
        return sides;
    }
}
