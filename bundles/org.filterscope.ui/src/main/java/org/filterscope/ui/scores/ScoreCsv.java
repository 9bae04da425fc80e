package org.filterscope.ui.scores;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.TopRow;

/** Filters as CSV for a spreadsheet or script: the report's own column names, numbers in full, pictures of one filter with | between. */
final class ScoreCsv {

    private ScoreCsv() {
    }

    static String write(final String layer, final List<FilterScore> filters) {
        final StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord("layer", "channel", "top_pictures", "strongest_class", "strongest_class_mean", "mean", "std", "max", "fires",
                    "dead");
            for (final FilterScore score : filters) {
                final FilterRow numbers = score.numbers();
                csv.writeRecord(layer, Integer.toString(score.channel()),
                        score.tops().stream().map(TopRow::picture).collect(Collectors.joining("|")),
                        score.strongest().map(ClassRow::className).orElse(""),
                        score.strongest().map(row -> Double.toString(row.mean())).orElse(""), Double.toString(numbers.mean()),
                        Double.toString(numbers.std()), Double.toString(numbers.max()), Double.toString(numbers.fires()),
                        Boolean.toString(numbers.dead()));
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
