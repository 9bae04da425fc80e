package org.filterscope.core.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.filterscope.core.report.InvalidReportException;

/**
 * A graph in a file, see docs/graph-file.md. Patterns and edges lie in memory, about 120 bytes a pattern and 28 an edge; places and patches are read
 * when asked for. Where a place is damaged, the pattern is said not to fire. A new file may take the place of this one while it is open.
 */
public final class GraphFile implements ExplanatoryGraph {
    private final StoredBytes bytes;
    private final Path file;
    private final GraphStructure structure;
    private final PlaceReader places;

    private GraphFile(final Path file, final StoredBytes bytes, final GraphStructure structure) {
        this.file = file;
        this.bytes = bytes;
        this.structure = structure;
        places = new PlaceReader(structure);
    }

    /** @throws InvalidReportException when it is no graph file that this version can read, or a damaged one */
    public static GraphFile open(final Path file) throws InvalidReportException {
        try {
            return open(file, StoredBytes.open(file));
        } catch (final IOException e) {
            throw new InvalidReportException("%s: cannot be read (%s)".formatted(file, e.getClass().getSimpleName()), e);
        }
    }

    static GraphFile open(final Path file, final StoredBytes bytes) throws IOException, InvalidReportException {
        try (StoredBytes.Reading reading = bytes.begin()) {
            return new GraphFile(file, bytes, new StructureReader(new SectionReader(file, bytes.length(), reading)).read());
        }
    }

    /** Reads all that opening did not read. @throws InvalidReportException when places or patches are not what was written */
    public void verify() throws IOException, InvalidReportException {
        try (StoredBytes.Reading reading = bytes.begin()) {
            final SectionReader reader = new SectionReader(file, bytes.length(), reading);
            for (final Section section : sections().values()) {
                reader.verify(section);
            }
        }
    }

    StoredHeading stored() {
        return structure.stored();
    }

    Map<String, Section> sections() {
        return structure.table().sections();
    }

    /** Of all that belongs to the graph. */
    long end() {
        return structure.table().end();
    }

    @Override
    public GraphHeading heading() {
        return structure.heading();
    }

    @Override
    public int patterns() {
        return structure.patterns().size();
    }

    @Override
    public int edges() {
        return structure.edges().size();
    }

    @Override
    public GraphPattern pattern(final int number) {
        return structure.patterns().pattern(layerOf(number), number);
    }

    private int layerOf(final int pattern) {
        Objects.checkIndex(pattern, patterns());
        final List<GraphLayer> layers = heading().layers();
        int layer = 0;
        while (pattern >= layers.get(layer).first() + layers.get(layer).patterns()) {
            layer++;
        }
        return layer;
    }

    @Override
    public List<GraphEdge> parents(final int pattern) {
        final int[] first = structure.patterns().firstEdge;
        return structure.edges().range(first[pattern], first[pattern + 1]);
    }

    @Override
    public List<GraphEdge> children(final int pattern) {
        return structure.edges().children(pattern);
    }

    @Override
    public List<PatternScore> scores() {
        return List.copyOf(structure.scores().keySet());
    }

    @Override
    public float score(final PatternScore score, final int pattern) {
        final float[] values = structure.scores().get(score);
        if (values == null) {
            throw new IllegalArgumentException("the graph does not have '%s' of its patterns".formatted(score.column()));
        }
        return values[pattern];
    }

    @Override
    public Optional<String> part(final int pattern) {
        final int part = structure.parts()[pattern];
        return part == GraphScores.NO_PART ? Optional.empty() : Optional.of(heading().parts().get(part));
    }

    @Override
    public Places onPicture(final int picture) throws IOException {
        Objects.checkIndex(picture, heading().pictures().size());
        try (StoredBytes.Reading reading = bytes.begin()) {
            return places.onPicture(reading, picture);
        }
    }

    @Override
    public Places ofPattern(final int pattern) throws IOException {
        final int layer = layerOf(pattern);
        try (StoredBytes.Reading reading = bytes.begin()) {
            return places.ofPattern(reading, layer, pattern);
        }
    }

    @Override
    public Optional<AveragePatch> patch(final int pattern) throws IOException {
        final int number = layerOf(pattern);
        final Section section = structure.section(GraphFormat.PATCHES + number);
        if (section == null) {
            return Optional.empty();
        }
        final GraphLayer layer = heading().layers().get(number);
        final int record = GraphStructure.patchBytes(structure.patchSides().get(number));
        final ByteBuffer patch = ByteBuffer.allocate(record).order(ByteOrder.LITTLE_ENDIAN);
        try (StoredBytes.Reading reading = bytes.begin()) {
            reading.read(section.offset() + GraphFormat.PATCHES_BYTES + (long) (pattern - layer.first()) * record, patch);
        }
        final float width = patch.flip().getFloat();
        if (!(width > 0 && width <= GraphFormat.FARTHEST)) {
            return Optional.empty();
        }
        final byte[] rgb = new byte[patch.remaining()];
        patch.get(rgb);
        return Optional.of(new AveragePatch(structure.patchSides().get(number), width, rgb));
    }

    /** A whole layer, with every value as it was given to the writer, to go on mining with; {@link #verify()} tells whether it can be trusted. */
    public LayerContent layer(final int number) throws IOException {
        final GraphLayer layer = heading().layers().get(number);
        final List<GraphPattern> patterns = new ArrayList<>(layer.patterns());
        for (int i = layer.first(); i < layer.first() + layer.patterns(); i++) {
            patterns.add(pattern(i));
        }
        final int[] first = structure.patterns().firstEdge;
        final List<GraphPicture> pictures = heading().pictures();
        final boolean[] mirrored = new boolean[pictures.size()];
        for (int i = 0; i < mirrored.length; i++) {
            mirrored[i] = pictures.get(i).mirrored();
        }
        try (StoredBytes.Reading reading = bytes.begin()) {
            return new LayerContent(layer, patterns, structure.edges().range(first[layer.first()], first[layer.first() + layer.patterns()]), mirrored,
                    new PlaceOrder(layer.patterns(), mirrored.length).read(reading, structure.section(GraphFormat.PLACES + number).offset()));
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
