package org.filterscope.core.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One line of a table, with a field for each column.
 *
 * @param file   that it is from
 * @param number 1-based line of the file where it begins
 * @param header names of the columns
 * @param fields as many as columns
 */
public record TableLine(Path file, long number, List<String> header, List<String> fields) {

    /** The field of a column that the table has. */
    public String text(final String column) {
        return find(column).orElseThrow(() -> new IllegalArgumentException("the table has no column '%s'".formatted(column)));
    }

    /** Empty when the table has no such column. */
    public Optional<String> find(final String column) {
        final int index = header.indexOf(column);
        return index < 0 ? Optional.empty() : Optional.of(fields.get(index));
    }

    /** What is wrong with the line, told with file and line. */
    public InvalidTableException error(final String reason) {
        return new InvalidTableException(file, number, reason);
    }
}
