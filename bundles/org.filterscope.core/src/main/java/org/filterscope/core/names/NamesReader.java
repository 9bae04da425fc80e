package org.filterscope.core.names;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/** Reads a file with names of filters. It takes all of it or nothing: what it let pass, the next writing would lose. */
record NamesReader(Path file) {
    static final List<String> COLUMNS = List.of("fingerprint", "name", "verdict", "layer", "channel", "label", "note");
    private static final long LARGEST_FILE = 64 << 20;

    /** @return no names where there is no file */
    FilterNames read() throws InvalidNamesException {
        try {
            return Files.exists(file) ? names(text()) : FilterNames.NONE;
        } catch (final CharacterCodingException e) {
            throw new InvalidNamesException(file, 0, "is not a text in UTF-8");
        } catch (final CsvParseException e) {
            throw new InvalidNamesException(file, 0, "is not a CSV table: " + e.getMessage());
        } catch (final IOException e) {
            throw new InvalidNamesException(file, 0, "cannot be read (%s)".formatted(e.getClass().getSimpleName()));
        }
    }

    private String text() throws IOException, InvalidNamesException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE) {
            throw new InvalidNamesException(file, 0, "is no file, or larger than 64 MB; names of filters are a short table");
        }
        final String text = Files.readString(file);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private FilterNames names(final String text) throws IOException, InvalidNamesException {
        final List<FilterName> names = new ArrayList<>();
        final Map<String, Long> lines = new HashMap<>();
        CsvRecord last = null;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
            for (final CsvRecord record : reader) {
                if (last == null) {
                    checkHeader(record);
                } else {
                    final FilterName name = name(record);
                    final Long before = lines.put(name.fingerprint(), record.getStartingLineNumber());
                    if (before != null) {
                        throw error(record, "the filter %s has a line already, line %d; keep one of them".formatted(name.fingerprint(), before));
                    }
                    names.add(name);
                }
                last = record;
            }
        }
        // The reader lets an open one pass, and the lines that follow become part of the field.
        if (text.chars().filter(c -> c == '"').count() % 2 != 0) {
            throw error(last, "a quotation mark is opened and not closed");
        }
        return FilterNames.of(names);
    }

    private void checkHeader(final CsvRecord record) throws InvalidNamesException {
        if (!record.getFields().equals(COLUMNS)) {
            throw error(record, "expected the header %s".formatted(String.join(",", COLUMNS)));
        }
    }

    private FilterName name(final CsvRecord record) throws InvalidNamesException {
        if (record.getFieldCount() != COLUMNS.size()) {
            throw error(record, "%d fields, expected the %d of %s".formatted(record.getFieldCount(), COLUMNS.size(), String.join(",", COLUMNS)));
        }
        final String fingerprint = record.getField(0);
        if (fingerprint.isBlank()) {
            throw error(record, "'fingerprint' is missing: the filter that the line is about");
        }
        final FilterName name = new FilterName(fingerprint, record.getField(1), verdict(record), record.getField(3), channel(record),
                record.getField(5), record.getField(6));
        if (name.isEmpty()) {
            throw error(record, "neither name, verdict nor note; take the line away");
        }
        return name;
    }

    private Optional<Verdict> verdict(final CsvRecord record) throws InvalidNamesException {
        final String text = record.getField(2);
        for (final Verdict verdict : Verdict.values()) {
            if (verdict.key().equals(text)) {
                return Optional.of(verdict);
            }
        }
        if (!text.isEmpty()) {
            throw error(record, "'verdict' is '%s'; it may be right, wrong, unclear or empty".formatted(text));
        }
        return Optional.empty();
    }

    private int channel(final CsvRecord record) throws InvalidNamesException {
        final String text = record.getField(4);
        if (!text.matches("\\d{1,9}")) {
            throw error(record, "'channel' is '%s'; it must be a number from 0".formatted(text));
        }
        return Integer.parseInt(text);
    }

    private InvalidNamesException error(final CsvRecord record, final String reason) {
        return new InvalidNamesException(file, record.getStartingLineNumber(), reason);
    }
}
