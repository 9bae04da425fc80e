package org.filterscope.ui.scores;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/**
 * Filters as CSV for a spreadsheet or script: the columns that are shown, under the report's own names, numbers in full, pictures of one filter
 * with | between. Layer and channel are always there: without them nobody knows what a line is about.
 */
final class ScoreCsv {

    private ScoreCsv() {
    }

    static String write(final String layer, final List<ScoreColumn> shown, final List<FilterScore> filters) {
        final List<ScoreColumn> columns = new ArrayList<>(shown);
        columns.remove(StatisticColumn.FILTER);
        columns.addFirst(StatisticColumn.FILTER);
        final StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(line("layer", columns.stream().map(ScoreColumn::fields).toList()));
            for (final FilterScore score : filters) {
                csv.writeRecord(line(layer, columns.stream().map(column -> column.values(score)).toList()));
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> line(final String first, final List<List<String>> others) {
        final List<String> fields = new ArrayList<>();
        fields.add(first);
        others.forEach(fields::addAll);
        return fields;
    }
}
