package org.filterscope.core.suppression;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.table.HandwrittenTable;
import org.filterscope.core.table.InvalidTableException;
import org.filterscope.core.table.TableLine;

/** Reads a file of suppressions. It takes all of it or nothing: a line that is misread could hide what nobody meant to hide, or show it again. */
record SuppressionReader(Path file) {
    static final List<String> NEEDED = List.of("finding", "kind", "fingerprint", "reason", "expires");
    static final List<String> OPTIONAL = List.of("who", "when");
    static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");
    static final long LARGEST_FILE = 16 << 20;

    /**
     * A suppression and the lines that it takes.
     *
     * @param lines one or more; from {@link Suppression#line()} on
     */
    record Placed(Suppression suppression, int lines) {
    }

    /** @return none where there is no file */
    List<Placed> read() throws InvalidTableException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE) {
                throw new InvalidTableException(file, 0, "is no file, or larger than 16 MB; suppressions are a short table");
            }
        } catch (final IOException e) {
            throw new InvalidTableException(file, 0, "cannot be read (%s)".formatted(e.getClass().getSimpleName()));
        }
        final List<Placed> suppressions = new ArrayList<>();
        try (HandwrittenTable table = HandwrittenTable.open(file)) {
            check(table.header());
            for (Optional<TableLine> line = table.next(); line.isPresent(); line = table.next()) {
                suppressions.add(new Placed(suppression(line.get()), lines(line.get())));
            }
        }
        return suppressions;
    }

    /** Fields in quotation marks may go over several. */
    private static int lines(final TableLine line) {
        return 1 + line.fields().stream().mapToInt(field -> (int) LINE_END.matcher(field).results().count()).sum();
    }

    private void check(final List<String> header) throws InvalidTableException {
        final List<String> unknown = new ArrayList<>(header);
        unknown.removeAll(NEEDED);
        unknown.removeAll(OPTIONAL);
        if (!header.isEmpty() && (!header.containsAll(NEEDED) || !unknown.isEmpty())) {
            throw new InvalidTableException(file, 1, "expected the header %s and, if wanted, %s".formatted(String.join(",", NEEDED),
                    String.join(",", OPTIONAL)));
        }
    }

    private static Suppression suppression(final TableLine line) throws InvalidTableException {
        final Suppression suppression = new Suppression(line.text("finding").strip(), kind(line), line.text("fingerprint").strip(),
                line.text("reason").strip(), expires(line), line.find("who").orElse(""), line.find("when").orElse(""), line.number());
        if (suppression.finding().isEmpty() && (suppression.kind().isEmpty() || suppression.fingerprint().isEmpty())) {
            throw line.error("names neither a finding nor a kind and a filter's fingerprint");
        }
        if (suppression.reason().isEmpty()) {
            throw line.error("'reason' is missing: why the finding does not count");
        }
        return suppression;
    }

    private static Optional<FindingKind> kind(final TableLine line) throws InvalidTableException {
        final String text = line.text("kind").strip();
        final Optional<FindingKind> kind = FindingKind.of(text);
        if (kind.isEmpty() && !text.isEmpty()) {
            throw line.error("'kind' is '%s'; it may be %s or empty".formatted(text,
                    String.join(", ", Arrays.stream(FindingKind.values()).map(FindingKind::key).toList())));
        }
        return kind;
    }

    private static Optional<LocalDate> expires(final TableLine line) throws InvalidTableException {
        final String text = line.text("expires").strip();
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (final DateTimeParseException e) {
            throw line.error("'expires' is '%s'; it must be a day like 2027-01-31, or empty".formatted(text));
        }
    }
}
