package org.filterscope.ui.trace;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.filterscope.core.trace.ContributionTrace;
import org.filterscope.core.trace.TraceText;
import org.filterscope.ui.display.FactTable.Fact;

/** A trace for other programs: as CSV, one line for each row of the tree, and as sentences. */
record TraceTable(ContributionTrace trace) {

    String csv() {
        final StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(List.of("picture", "class", "kind", "layer", "filter", "pattern", "name", "amount", "logit_change",
                    "probability_change"));
            TraceRows.of(trace).forEach(row -> write(csv, row));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    String text() {
        return trace.picture().path() + "\n" + String.join("\n", new TraceText(trace).lines()) + "\n";
    }

    private void write(final CsvWriter csv, final TraceRow row) {
        final Double nothing = Double.NaN;
        csv.writeRecord(Fact.raw(trace.picture().path(), trace.tracedClass().name(), row.kind().name().toLowerCase(Locale.ROOT),
                row.place().layer(), row.place().filter() < 0 ? "" : row.place().filter(), row.place().pattern() < 0 ? "" : row.place().pattern(),
                row.name(), row.amount().isPresent() ? row.amount().getAsDouble() : nothing,
                row.ablation().isPresent() ? row.ablation().get().logit() : nothing,
                row.ablation().isPresent() ? row.ablation().get().probability().orElse(nothing) : nothing));
        row.children().forEach(child -> write(csv, child));
    }
}
