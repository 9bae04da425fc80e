package org.filterscope.core.suppression;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.report.SharedText;
import org.filterscope.core.table.HandwrittenTable;
import org.filterscope.core.table.InvalidTableException;

/**
 * The file with the suppressions of a configuration: a CSV table in UTF-8 that people write, to which lines are added and from which lines are taken.
 */
public final class SuppressionsFile {
    private static final String CONFIGURATION = ".filterscope";

    private final Path file;

    private SuppressionsFile(final Path file) {
        this.file = file;
    }

    /** {@code NAME.suppressions.csv} beside {@code NAME.filterscope}. */
    public static SuppressionsFile beside(final Path configuration) {
        final String name = configuration.getFileName().toString();
        final String stem = name.endsWith(CONFIGURATION) ? name.substring(0, name.length() - CONFIGURATION.length()) : name;
        return new SuppressionsFile(configuration.toAbsolutePath().normalize().resolveSibling(stem + ".suppressions.csv"));
    }

    public Path file() {
        return file;
    }

    /**
     * @return in the file's order; none where there is no file
     * @throws InvalidTableException with file and line, when anything in it cannot be used
     */
    public List<Suppression> read() throws InvalidTableException {
        return new SuppressionReader(file).read().stream().map(SuppressionReader.Placed::suppression).toList();
    }

    /**
     * Adds lines at the end; what is there stays as it is, letter by letter.
     *
     * @throws InvalidTableException when the file cannot be used as it is; it is left as it is
     * @throws InvalidInputException when it cannot be written
     */
    public void add(final List<Suppression> suppressions) throws InvalidInputException {
        new SharedText(file).replace(() -> {
            read();
            return content() + lines(suppressions, header());
        }, UnaryOperator.identity());
    }

    /**
     * Takes out all lines that say one of these; what else is there stays as it is, letter by letter.
     *
     * @param suppressions whatever lines they were read from: others may have changed the file meanwhile
     * @throws InvalidTableException when the file cannot be used as it is; it is left as it is
     * @throws InvalidInputException when it cannot be written
     */
    public void remove(final Collection<Suppression> suppressions) throws InvalidInputException {
        if (!Files.exists(file)) {
            return;
        }
        final Set<Suppression> unwanted = suppressions.stream().map(suppression -> suppression.at(0)).collect(Collectors.toSet());
        new SharedText(file).replace(() -> {
            final BitSet lines = new BitSet();
            for (final SuppressionReader.Placed placed : new SuppressionReader(file).read()) {
                if (unwanted.contains(placed.suppression().at(0))) {
                    lines.set((int) placed.suppression().line(), (int) placed.suppression().line() + placed.lines());
                }
            }
            return without(text(), lines);
        }, UnaryOperator.identity());
    }

    /** @param unwanted numbers of lines, 1-based */
    private static String without(final String text, final BitSet unwanted) {
        final StringBuilder kept = new StringBuilder();
        final Matcher end = SuppressionReader.LINE_END.matcher(text);
        int from = 0;
        for (int line = 1; from < text.length(); line++) {
            final int to = end.find() ? end.end() : text.length();
            if (!unwanted.get(line)) {
                kept.append(text, from, to);
            }
            from = to;
        }
        return kept.toString();
    }

    /** What is there, ready for another line. */
    private String content() throws InvalidTableException {
        if (header().isEmpty()) {
            return csv(columns().toArray(String[]::new));
        }
        final String text = text();
        return text.endsWith("\n") || text.endsWith("\r") ? text : text + lineEnd(text);
    }

    /** Nothing where there is no file. */
    private String text() throws InvalidTableException {
        try {
            if (Files.exists(file) && Files.size(file) > SuppressionReader.LARGEST_FILE) {
                throw new InvalidTableException(file, 0, "is larger than 16 MB; suppressions are a short table");
            }
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (final IOException e) {
            throw new InvalidTableException(file, 0, "cannot be read (%s)".formatted(e.getClass().getSimpleName()));
        }
    }

    /** As the file's other lines end. */
    private static String lineEnd(final String text) {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    private List<String> header() throws InvalidTableException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (HandwrittenTable table = HandwrittenTable.open(file)) {
            return List.copyOf(table.header());
        }
    }

    private static List<String> columns() {
        return Stream.concat(SuppressionReader.NEEDED.stream(), SuppressionReader.OPTIONAL.stream()).toList();
    }

    private static String lines(final List<Suppression> suppressions, final List<String> header) {
        final List<String> columns = header.isEmpty() ? columns() : header;
        final StringBuilder lines = new StringBuilder();
        for (final Suppression suppression : suppressions) {
            lines.append(csv(columns.stream().map(column -> field(suppression, column)).toArray(String[]::new)));
        }
        return lines.toString();
    }

    private static String field(final Suppression suppression, final String column) {
        return switch (column) {
            case "finding" -> suppression.finding();
            case "kind" -> suppression.kind().map(FindingKind::key).orElse("");
            case "fingerprint" -> suppression.fingerprint();
            case "reason" -> suppression.reason();
            case "expires" -> suppression.expires().map(Object::toString).orElse("");
            case "who" -> suppression.who();
            case "when" -> suppression.when();
            default -> throw new IllegalArgumentException(column);
        };
    }

    private static String csv(final String... fields) {
        final StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(fields);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
