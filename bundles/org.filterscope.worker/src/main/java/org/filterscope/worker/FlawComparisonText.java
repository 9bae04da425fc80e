package org.filterscope.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.filterscope.analysis.run.FlawComparison;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingChange;
import org.filterscope.core.finding.FindingChange.Fate;
import org.filterscope.core.report.TableWriter;

/** What became of a model's findings, for the screen and as a table. */
final class FlawComparisonText {
    private static final List<String> COLUMNS = List.of("finding", "id", "kind", "severity_before", "harm_before", "severity_after", "harm_after",
            "text", "note");
    private static final List<String> HEADER = List.of("finding", "before", "after", "");
    private static final double MILLISECONDS = 1000;

    private final FlawComparison flaws;

    FlawComparisonText(final FlawComparison flaws) {
        this.flaws = flaws;
    }

    List<String> lines() {
        final List<String> lines = new ArrayList<>();
        final String where = "on the same %d pictures".formatted(flaws.pictures());
        if (flaws.changes().changes().isEmpty()) {
            lines.add("no findings %s, neither before nor after".formatted(where));
        } else {
            lines.add("findings %s, with severity and harm:".formatted(where));
            final TextTable text = new TextTable(Set.of(0, 1, 2, HEADER.size() - 1), HEADER);
            flaws.changes().changes().forEach(change -> text.add(List.of(change.fate().key(), words(change.before(), change.fate()),
                    words(change.after(), change.fate()), change.finding().text())));
            lines.addAll(text.lines());
            flaws.changes().changes().stream().map(FindingChange::note).filter(note -> !note.isEmpty()).distinct()
                    .forEach(note -> lines.add("unknown: " + note));
        }
        if (!flaws.missed().isEmpty()) {
            lines.add("looked for neither before nor after: " + flaws.missed().stream().map(search -> search.kind().title().toLowerCase(Locale.ROOT))
                    .distinct().collect(Collectors.joining(", ")));
        }
        lines.add(String.format(Locale.ROOT, "looking for flaws took %.1f s", flaws.took().toMillis() / MILLISECONDS));
        return lines;
    }

    /** Harms from 0 to 1. */
    void write(final Path file) throws IOException {
        TableWriter.write(file, COLUMNS, flaws.changes().changes(), (table, change) -> table.write(change.fate().key(), change.finding().id(),
                change.finding().kind().key(), severity(change.before()), harm(change.before()), severity(change.after()), harm(change.after()),
                change.finding().text(), change.note()));
    }

    private static String severity(final Optional<Finding> finding) {
        return finding.map(found -> found.severity().key()).orElse("");
    }

    private static Object harm(final Optional<Finding> finding) {
        return finding.<Object>map(Finding::harm).orElse("");
    }

    private static String words(final Optional<Finding> finding, final Fate fate) {
        return finding.map(found -> String.format(Locale.ROOT, "%s %.2f", found.severity().key(), found.harm()))
                .orElse(fate == Fate.UNKNOWN ? "?" : "none");
    }
}
