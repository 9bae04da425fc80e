package org.filterscope.core.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** Reads one CSV table of a report, or of what is made of reports, into records; whatever is wrong is told with file and line. */
public final class TableReader {

    /** One line of a table as a typed record. */
    public interface Row<T> {
        T from(Line line);
    }

    /** The fields of one line by column name. */
    public record Line(NamedCsvRecord fields) {
        /** As it is written. */
        public String text(final String column) {
            return fields.getField(column);
        }

        /** A whole number. */
        public int whole(final String column) {
            return Integer.parseInt(text(column));
        }

        /** Any number. */
        public double number(final String column) {
            return Double.parseDouble(text(column));
        }

        /** Not a number where the field is empty. */
        public double numberIfGiven(final String column) {
            return text(column).isEmpty() ? Double.NaN : number(column);
        }

        /** The scores whose columns the table has. */
        Scores scores() {
            Scores scores = Scores.NONE;
            for (final Score score : Score.values()) {
                final String text = fields.findField(score.key()).orElse("");
                if (!text.isEmpty()) {
                    check(score, text);
                    scores = scores.with(score, text);
                }
            }
            return scores;
        }

        private static void check(final Score score, final String text) {
            final boolean good = switch (score.kind()) {
                case TEXT -> true;
                case FLAG -> text.equals("true") || text.equals("false");
                case COUNT -> text.matches("\\d{1,9}");
                case NUMBER, SHARE -> isNumber(text);
            };
            if (!good) {
                throw new IllegalArgumentException("'%s' is '%s'; expected %s".formatted(score.key(), text, switch (score.kind()) {
                    case FLAG -> "true or false";
                    case COUNT -> "a whole number";
                    default -> "a number";
                }));
            }
        }

        private static boolean isNumber(final String text) {
            try {
                return !Double.isNaN(Double.parseDouble(text));
            } catch (final NumberFormatException e) {
                return false;
            }
        }

        /** {@code true} or {@code false}. */
        public boolean truth(final String column) {
            return switch (text(column)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException("'%s' is neither true nor false".formatted(text(column)));
            };
        }
    }

    private TableReader() {
    }

    /**
     * @param columns that the table must have; more are left alone
     * @throws InvalidReportException when the file cannot be read, lacks a column, or a line says something else than expected
     */
    public static <T> List<T> read(final Path file, final List<String> columns, final Row<T> row) throws InvalidReportException {
        final List<T> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (final NamedCsvRecord fields : reader) {
                if (rows.isEmpty() && !fields.getHeader().containsAll(columns)) {
                    throw new InvalidReportException("%s: expected the columns %s".formatted(file, String.join(",", columns)));
                }
                rows.add(row(file, fields, row));
            }
        } catch (final CsvParseException | UncheckedIOException e) {
            throw new InvalidReportException("%s: is not a CSV table: %s".formatted(file, e.getMessage()), e);
        } catch (final IOException e) {
            throw new InvalidReportException("%s: cannot be read (%s)".formatted(file, e.getClass().getSimpleName()), e);
        }
        return rows;
    }

    private static <T> T row(final Path file, final NamedCsvRecord fields, final Row<T> row) throws InvalidReportException {
        try {
            return row.from(new Line(fields));
        } catch (final IllegalArgumentException | NoSuchElementException e) {
            throw new InvalidReportException("%s:%d: %s".formatted(file, fields.getStartingLineNumber(), e.getMessage()), e);
        }
    }
}
