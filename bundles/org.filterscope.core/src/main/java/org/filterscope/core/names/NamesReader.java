package org.filterscope.core.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.filterscope.core.table.HandwrittenTable;
import org.filterscope.core.table.InvalidTableException;
import org.filterscope.core.table.TableLine;

/** Reads a file with names of filters. It takes all of it or nothing: what it let pass, the next writing would lose. */
record NamesReader(Path file) {
    static final List<String> COLUMNS = List.of("fingerprint", "name", "verdict", "layer", "channel", "label", "note");
    private static final long LARGEST_FILE = 64 << 20;

    /** @return no names where there is no file */
    FilterNames read() throws InvalidNamesException {
        try {
            return Files.exists(file) ? names() : FilterNames.NONE;
        } catch (final InvalidTableException e) {
            throw new InvalidNamesException(file, e.line(), e.reason());
        } catch (final IOException e) {
            throw new InvalidNamesException(file, 0, "cannot be read (%s)".formatted(e.getClass().getSimpleName()));
        }
    }

    private FilterNames names() throws IOException, InvalidTableException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE) {
            throw new InvalidTableException(file, 0, "is no file, or larger than 64 MB; names of filters are a short table");
        }
        final List<FilterName> names = new ArrayList<>();
        final Map<String, Long> lines = new HashMap<>();
        try (HandwrittenTable table = HandwrittenTable.open(file)) {
            if (!table.header().isEmpty() && !table.header().equals(COLUMNS)) {
                throw new InvalidTableException(file, 1, "expected the header %s".formatted(String.join(",", COLUMNS)));
            }
            for (Optional<TableLine> line = table.next(); line.isPresent(); line = table.next()) {
                final FilterName name = name(line.get());
                final Long before = lines.put(name.fingerprint(), line.get().number());
                if (before != null) {
                    throw line.get().error("the filter %s has a line already, line %d; keep one of them".formatted(name.fingerprint(), before));
                }
                names.add(name);
            }
        }
        return FilterNames.of(names);
    }

    private static FilterName name(final TableLine line) throws InvalidTableException {
        final String fingerprint = line.text("fingerprint");
        if (fingerprint.isBlank()) {
            throw line.error("'fingerprint' is missing: the filter that the line is about");
        }
        final FilterName name = new FilterName(fingerprint, line.text("name"), verdict(line), line.text("layer"), channel(line),
                line.text("label"), line.text("note"));
        if (name.isEmpty()) {
            throw line.error("neither name, verdict nor note; take the line away");
        }
        return name;
    }

    private static Optional<Verdict> verdict(final TableLine line) throws InvalidTableException {
        final String text = line.text("verdict");
        for (final Verdict verdict : Verdict.values()) {
            if (verdict.key().equals(text)) {
                return Optional.of(verdict);
            }
        }
        if (!text.isEmpty()) {
            throw line.error("'verdict' is '%s'; it may be right, wrong, unclear or empty".formatted(text));
        }
        return Optional.empty();
    }

    private static int channel(final TableLine line) throws InvalidTableException {
        final String text = line.text("channel");
        if (!text.matches("\\d{1,9}")) {
            throw line.error("'channel' is '%s'; it must be a number from 0".formatted(text));
        }
        return Integer.parseInt(text);
    }
}
