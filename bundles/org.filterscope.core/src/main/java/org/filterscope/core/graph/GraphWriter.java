package org.filterscope.core.graph;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

import org.filterscope.core.report.InvalidReportException;

/**
 * Writes a graph file layer by layer under a name of its own; {@link #finish} gives it the final one. Every finished layer is kept when the process is
 * killed: opened again, the writer goes on behind it, and the finished file has the same bytes as one without interruption. Until then
 * {@link GraphFile} reads the file as a graph of fewer layers. Not for use by several threads at once.
 */
public final class GraphWriter implements Closeable {
    private final Path working;
    private final GraphSubject subject;
    private final FileChannel channel;
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final List<GraphLayer> layers = new ArrayList<>();
    private boolean[] mirrored;
    private long end = GraphFormat.HEADER_BYTES;

    /** @param working goes on with the layers that it holds when it is a whole file of the same subject; anything else there is overwritten */
    public GraphWriter(final Path working, final GraphSubject subject) throws IOException {
        this.working = working;
        this.subject = subject;
        mirrored = new boolean[subject.pictures().size()];
        Files.createDirectories(working.toAbsolutePath().getParent());
        final Optional<GraphFile> stored = stored(working, subject);
        channel = FileChannel.open(working, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (stored.isPresent()) {
                goOn(stored.get());
            } else {
                channel.truncate(0);
                SectionOutput.writeFully(channel, ByteBuffer.allocate(GraphFormat.HEADER_BYTES), 0);
            }
        } catch (final IOException e) {
            channel.close();
            throw e;
        }
    }

    private static Optional<GraphFile> stored(final Path working, final GraphSubject subject) {
        try (GraphFile file = GraphFile.open(working)) {
            file.verify();
            return file.stored().isOf(subject) && !file.heading().layers().isEmpty() ? Optional.of(file) : Optional.empty();
        } catch (final InvalidReportException | IOException e) {
            return Optional.empty();
        }
    }

    private void goOn(final GraphFile file) throws IOException {
        layers.addAll(file.heading().layers());
        for (int i = 0; i < mirrored.length; i++) {
            mirrored[i] = file.heading().pictures().get(i).mirrored();
        }
        sections.putAll(file.sections());
        if (sections.containsKey(GraphFormat.PARTS)) {
            // It was finished, but not renamed.
            sections.keySet().removeIf(name -> name.startsWith(GraphFormat.PATCHES) || name.equals(GraphFormat.SCORES)
                    || name.equals(GraphFormat.PARTS));
            sections.remove(GraphFormat.HEADING);
            end = sections.values().stream().mapToLong(Section::end).max().orElse(GraphFormat.HEADER_BYTES);
            commit(List.of(), List.of());
        } else {
            end = file.end();
        }
        channel.truncate(end);
    }

    /** How many are there, top layer first. */
    public int layers() {
        return layers.size();
    }

    /** A layer that is there, with every value as it was given. */
    public LayerContent layer(final int number) throws IOException, InvalidReportException {
        try (GraphFile file = GraphFile.open(working)) {
            return file.layer(number);
        }
    }

    /**
     * Appends the next layer; afterwards it is kept.
     *
     * @throws IllegalArgumentException when its parts do not fit each other, or the layers above
     */
    public void append(final LayerContent content) throws IOException {
        final int number = layers.size();
        final GraphLayer above = number == 0 ? null : layers.getLast();
        new LayerCheck(subject, above, number).check(content);
        if (above != null && !Arrays.equals(mirrored, content.mirrored())) {
            throw new IllegalArgumentException("layer '%s': other pictures were mirrored than above".formatted(content.layer().name()));
        }
        if (sections.containsKey(GraphFormat.PATCHES + (number - 1))) {
            throw new IllegalStateException("layer '%s': patches were added before the last layer".formatted(content.layer().name()));
        }
        mirrored = content.mirrored().clone();
        layers.add(content.layer());
        final GraphLayer layer = content.layer();
        final SectionOutput numbers = begin(GraphFormat.LAYER + number);
        final LayerNumbers fixed = new LayerNumbers(layer, content.edges().size());
        final ByteBuffer bytes = ByteBuffer.allocate(fixed.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        fixed.encode(bytes);
        numbers.write(bytes.flip());
        end(numbers);
        patterns(number, content);
        final SectionOutput edges = begin(GraphFormat.EDGES + number);
        for (final GraphEdge edge : content.edges()) {
            EdgeTable.encode(edge, above.first(), edges.room(GraphFormat.EDGE_BYTES));
        }
        end(edges);
        final SectionOutput places = begin(GraphFormat.PLACES + number);
        new PlaceOrder(layer.patterns(), mirrored.length).write(content.places(), places);
        end(places);
        commit(List.of(), List.of());
    }

    private void patterns(final int number, final LayerContent content) throws IOException {
        final int first = content.layer().first();
        final int[] parents = new int[content.patterns().size()];
        content.edges().forEach(edge -> parents[edge.child() - first]++);
        final SectionOutput output = begin(GraphFormat.PATTERNS + number);
        for (int i = 0; i < parents.length; i++) {
            PatternTable.encode(content.patterns().get(i), parents[i], output.room(GraphFormat.PATTERN_BYTES));
        }
        end(output);
    }

    /**
     * Adds the average patches of a layer, after the last layer was appended.
     *
     * @param side of all, in pixels of the patch, at most 1024
     * @throws IllegalArgumentException when a patch is of another size
     */
    public void patches(final int layer, final int side, final PatchSource source) throws IOException {
        final GraphLayer patterns = layers.get(layer);
        if (side < 1 || side > GraphFormat.MOST_PATCH_SIDE) {
            throw new IllegalArgumentException("patches of side %d, expected 1 to %d".formatted(side, GraphFormat.MOST_PATCH_SIDE));
        }
        final SectionOutput output = begin(GraphFormat.PATCHES + layer);
        output.room(GraphFormat.PATCHES_BYTES).putInt(side).putInt(0);
        final byte[] none = new byte[side * side * GraphFormat.COLOURS];
        for (int pattern = patterns.first(); pattern < patterns.first() + patterns.patterns(); pattern++) {
            final AveragePatch patch = source.patch(pattern).orElse(new AveragePatch(side, 0, none));
            if (patch.side() != side || patch.rgb().length != none.length) {
                throw new IllegalArgumentException("pattern %d: a patch of side %d, expected %d".formatted(pattern, patch.side(), side));
            }
            output.room(Float.BYTES).putFloat(patch.width());
            output.write(ByteBuffer.wrap(patch.rgb()));
        }
        end(output);
    }

    /**
     * Adds what is known of the patterns, and gives the file its name; a file of that name is replaced.
     *
     * @throws IllegalArgumentException when an array is not of the graph's patterns
     */
    public void finish(final GraphScores scores, final Path file) throws IOException {
        final int patterns = layers.stream().mapToInt(GraphLayer::patterns).sum();
        final Map<PatternScore, float[]> ordered = new EnumMap<>(PatternScore.class);
        ordered.putAll(scores.scores());
        final SectionOutput columns = begin(GraphFormat.SCORES);
        for (final Map.Entry<PatternScore, float[]> column : ordered.entrySet()) {
            requireOnePerPattern(column.getKey().column(), column.getValue().length, patterns);
            for (final float value : column.getValue()) {
                columns.room(Float.BYTES).putFloat(value);
            }
        }
        end(columns);
        requireOnePerPattern("part", scores.part().length, patterns);
        final SectionOutput parts = begin(GraphFormat.PARTS);
        for (final int part : scores.part()) {
            if (part < GraphScores.NO_PART || part >= scores.parts().size()) {
                throw new IllegalArgumentException("part %d of %d".formatted(part, scores.parts().size()));
            }
            parts.room(Integer.BYTES).putInt(part);
        }
        end(parts);
        commit(scores.parts(), ordered.keySet().stream().map(PatternScore::column).toList());
        channel.close();
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            Files.move(working, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (final AtomicMoveNotSupportedException e) {
            Files.move(working, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void requireOnePerPattern(final String column, final int values, final int patterns) {
        if (values != patterns) {
            throw new IllegalArgumentException("%s: %d values for %d patterns".formatted(column, values, patterns));
        }
    }

    private SectionOutput begin(final String name) throws IOException {
        if (sections.containsKey(name)) {
            throw new IllegalStateException("'%s' was written before".formatted(name));
        }
        return new SectionOutput(channel, name, end);
    }

    private void end(final SectionOutput output) throws IOException {
        final Section section = output.end();
        sections.put(section.name(), section);
        end = section.end();
    }

    /** Writes heading and table behind all else, then lets the header point there: whoever is killed before leaves the table of the time before. */
    private void commit(final List<String> parts, final List<String> scores) throws IOException {
        sections.remove(GraphFormat.HEADING);
        final SectionOutput heading = begin(GraphFormat.HEADING);
        heading.write(ByteBuffer.wrap(StoredHeading.of(subject, layers.stream().map(GraphLayer::name).toList(), mirrored, parts, scores).text()
                .getBytes(StandardCharsets.UTF_8)));
        end(heading);
        final SectionOutput table = new SectionOutput(channel, "", end);
        for (final Section section : sections.values()) {
            section.encode(table.room(GraphFormat.ENTRY_BYTES));
        }
        final Section written = table.end();
        end = written.end();
        final ByteBuffer header = ByteBuffer.allocate(GraphFormat.HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(GraphFormat.MAGIC).putInt(GraphFormat.VERSION).putInt(sections.size()).putLong(written.offset())
                .putInt(written.checksum());
        final CRC32C checksum = new CRC32C();
        checksum.update(header.array(), 0, GraphFormat.CHECKED_BYTES);
        SectionOutput.writeFully(channel, header.putInt((int) checksum.getValue()).flip(), 0);
    }

    /** What was appended stays in the working file, to go on with. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
