package org.filterscope.core.report;

import java.io.Closeable;
import java.io.IOException;
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
    private final CsvWriter writer;
    private final int columns;

    /** Creates the file, and its folder, and writes the header. */
    public TableWriter(final Path file, final List<String> columns) throws IOException {
        Files.createDirectories(file.getParent());
        this.columns = columns.size();
        writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
        writer.writeRecord(columns);
    }

    /** @throws java.io.UncheckedIOException when it cannot be written */
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

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
