package org.filterscope.core.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/**
 * Writes one CSV table of a report, or of what is made of reports, line by line. Numbers are written so that reading them gives the same number
 * again.
 */
public final class TableWriter implements Closeable {
    /** Writes one row as one line. */
    public interface Line<T> {
        void write(TableWriter table, T row);
    }

    private final CsvWriter writer;
    private final int columns;

    /** Creates the file, and its folder, and writes the header. */
    public TableWriter(final Path file, final List<String> columns) throws IOException {
        Files.createDirectories(file.getParent());
        this.columns = columns.size();
        writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
        writer.writeRecord(columns);
    }

    /** @throws UncheckedIOException when it cannot be written */
    public void write(final Object... fields) {
        if (fields.length != columns) {
            throw new IllegalArgumentException("%d fields for %d columns".formatted(fields.length, columns));
        }
        final String[] texts = new String[fields.length];
        for (int i = 0; i < fields.length; i++) {
            texts[i] = String.valueOf(fields[i]);
        }
        writer.writeRecord(texts);
    }

    /** Writes a whole table. */
    public static <T> void write(final Path file, final List<String> columns, final List<T> rows, final Line<T> line) throws IOException {
        try (TableWriter table = new TableWriter(file, columns)) {
            for (final T row : rows) {
                line.write(table, row);
            }
        } catch (final UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A field; empty when the number is none. */
    public static Object number(final double value) {
        return Double.isNaN(value) ? "" : value;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
