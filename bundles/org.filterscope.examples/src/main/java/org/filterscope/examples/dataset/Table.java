package org.filterscope.examples.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/** One CSV table of a data set. */
final class Table implements Closeable {
    private final CsvWriter writer;

    Table(final Path file, final String... columns) throws IOException {
        Files.createDirectories(file.getParent());
        writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
        writer.writeRecord(columns);
    }

    void row(final Object... fields) {
        writer.writeRecord(Arrays.stream(fields).map(String::valueOf).toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
