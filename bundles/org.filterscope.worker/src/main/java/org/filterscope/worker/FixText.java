package org.filterscope.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.filterscope.analysis.repair.RepairTable;
import org.filterscope.analysis.repair.RepairTable.Confusion;
import org.filterscope.analysis.repair.RepairTable.Row;
import org.filterscope.analysis.run.FixResult;
import org.filterscope.core.report.TableWriter;

/** What became of a model's answers, for the screen and as a table. */
final class FixText {
    private static final List<String> COLUMNS = List.of("class", "taken_for", "pictures", "before", "after", "change_low", "change_high");
    private static final List<String> HEADER = List.of("class", "pictures", "right before", "after", "change", "95 % interval");
    private static final int MOST = 8;

    private final FixResult result;

    FixText(final FixResult result) {
        this.result = result;
    }

    List<String> lines() {
        final List<String> lines = new ArrayList<>(result.done());
        if (result.table().isEmpty()) {
            lines.add("no picture is in a folder named like an output of the network: nothing can be said of its answers");
            return lines;
        }
        final RepairTable table = result.table().get();
        final TextTable text = new TextTable(Set.of(0), HEADER);
        table.rows().forEach(row -> text.add(fields(row.label(), row)));
        text.add(fields("all", table.all()));
        lines.addAll(text.lines());
        table.confusions().stream().filter(confusion -> confusion.before() != confusion.after()).limit(MOST)
                .forEach(confusion -> lines.add("takes %s for %s: %d of %d times before, %d after".formatted(confusion.label(), confusion.taken(),
                        confusion.before(), confusion.pictures(), confusion.after())));
        result.flaws().ifPresent(flaws -> lines.addAll(new FlawComparisonText(flaws).lines()));
        return lines;
    }

    /** Shares, 0 to 1. A row with a class in {@code taken_for} tells how often that wrong answer came. */
    void write(final Path file) throws IOException {
        try (TableWriter writer = new TableWriter(file, COLUMNS)) {
            if (result.table().isPresent()) {
                final RepairTable table = result.table().get();
                table.rows().forEach(row -> write(writer, row));
                write(writer, table.all());
                for (final Confusion confusion : table.confusions()) {
                    writer.write(confusion.label(), confusion.taken(), confusion.pictures(), (double) confusion.before() / confusion.pictures(),
                            (double) confusion.after() / confusion.pictures(), "", "");
                }
            }
        }
    }

    private static void write(final TableWriter writer, final Row row) {
        writer.write(row.label(), "", row.pictures(), row.before(), row.after(), row.low(), row.high());
    }

    private static List<String> fields(final String label, final Row row) {
        return List.of(label, Integer.toString(row.pictures()), percent(row.before()), percent(row.after()), points(row.after() - row.before()),
                points(row.low()) + " to " + points(row.high()));
    }

    private static String percent(final double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String points(final double change) {
        return String.format(Locale.ROOT, "%+.1f", 100 * change);
    }
}
