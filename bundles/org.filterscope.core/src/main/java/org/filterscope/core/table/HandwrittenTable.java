package org.filterscope.core.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * A CSV table that a person has written, read line by line: UTF-8, with or without a byte order mark, a header, and in every line as many fields
 * as columns. Whatever is wrong is told with file and line.
 */
public final class HandwrittenTable implements AutoCloseable {
    private final Path file;
    private final QuoteReader text;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> header = new ArrayList<>();

    private HandwrittenTable(final Path file, final QuoteReader text) {
        this.file = file;
        this.text = text;
        reader = CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text);
        records = reader.iterator();
    }

    /** @throws InvalidTableException when it cannot be read, or has a column twice */
    public static HandwrittenTable open(final Path file) throws InvalidTableException {
        if (!Files.isRegularFile(file)) {
            throw new InvalidTableException(file, 0, "there is no such file");
        }
        final HandwrittenTable table;
        try {
            table = new HandwrittenTable(file, new QuoteReader(Files.newBufferedReader(file)));
        } catch (final IOException e) {
            throw unreadable(file, e);
        }
        try {
            table.readHeader();
        } catch (final InvalidTableException e) {
            table.close();
            throw e;
        }
        return table;
    }

    private void readHeader() throws InvalidTableException {
        final Optional<CsvRecord> first = record();
        if (first.isPresent()) {
            for (final String column : first.get().getFields()) {
                if (header.contains(column)) {
                    throw new InvalidTableException(file, first.get().getStartingLineNumber(), "the column '%s' is there twice".formatted(column));
                }
                header.add(column);
            }
        }
    }

    /** Names of the columns; none when the file is empty. */
    public List<String> header() {
        return Collections.unmodifiableList(header);
    }

    /** @return the next line; empty behind the last one */
    public Optional<TableLine> next() throws InvalidTableException {
        final Optional<CsvRecord> record = record();
        if (record.isEmpty()) {
            return Optional.empty();
        }
        final TableLine line = new TableLine(file, record.get().getStartingLineNumber(), header, record.get().getFields());
        if (line.fields().size() != header.size()) {
            throw line.error("%d fields, expected the %d of %s".formatted(line.fields().size(), header.size(), String.join(",", header)));
        }
        return Optional.of(line);
    }

    private Optional<CsvRecord> record() throws InvalidTableException {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            final CsvRecord record = records.next();
            // The parser lets an open one pass; only then is the record the last one, and the end of the text read.
            if (text.endedWithinQuotes() && !records.hasNext()) {
                throw new InvalidTableException(file, record.getStartingLineNumber(), "a quotation mark is opened and not closed");
            }
            return Optional.of(record);
        } catch (final CsvParseException e) {
            throw new InvalidTableException(file, 0, "is not a CSV table: " + e.getMessage());
        } catch (final UncheckedIOException e) {
            throw unreadable(file, e.getCause());
        }
    }

    private static InvalidTableException unreadable(final Path file, final IOException cause) {
        return new InvalidTableException(file, 0, cause instanceof CharacterCodingException ? "is not a text in UTF-8"
                : "cannot be read (%s)".formatted(cause.getClass().getSimpleName()));
    }

    /** Gives the file free. */
    @Override
    public void close() throws InvalidTableException {
        try {
            reader.close();
        } catch (final IOException e) {
            throw unreadable(file, e);
        }
    }
}
