package org.filterscope.worker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.filterscope.core.comparison.CategoryRow;
import org.filterscope.core.comparison.ComparedReport;
import org.filterscope.core.comparison.Comparison;
import org.filterscope.core.comparison.EventRow;
import org.filterscope.core.comparison.FilterPairRow;
import org.filterscope.core.comparison.LayerPairRow;
import org.filterscope.core.comparison.Pairing;

/** A comparison as a short text: how alike the layers are, what stands for what, what happened to whom. */
record ComparisonText(Comparison comparison) {
    private static final int MOST_EVENTS = 20;

    /** One line. */
    String summary() {
        final List<FilterPairRow> numbered = comparison.filters().stream().filter(row -> row.pairing() == Pairing.NUMBER).toList();
        final long unchanged = numbered.stream().filter(row -> row.sameWeights().orElse(false)).count();
        final String weights = numbered.stream().noneMatch(row -> row.sameWeights().isPresent()) ? ""
                : ", %d of %d filters with unchanged weights".formatted(unchanged, numbered.size());
        return "%d reports, %s%s".formatted(comparison.manifest().reports().size(),
                comparison.events().size() == 1 ? "1 event" : comparison.events().size() + " events", weights);
    }

    List<String> lines() {
        final List<String> lines = new ArrayList<>();
        lines.add(summary());
        for (final ComparedReport report : comparison.manifest().reports()) {
            lines.add("  %s: %d pictures, %s".formatted(report.name(), report.pictures(), report.directory()));
        }
        section(lines, "Detectors by category (different labels among them)", categories());
        section(lines, "Layers", layers());
        events(lines);
        if (!comparison.manifest().notes().isEmpty()) {
            lines.add("");
            lines.addAll(comparison.manifest().notes());
        }
        return lines;
    }

    private static void section(final List<String> lines, final String title, final TextTable table) {
        if (!table.isEmpty()) {
            lines.add("");
            lines.add(title);
            lines.addAll(table.lines());
        }
    }

    /** One line a layer and report, one column a category. */
    private TextTable categories() {
        final Set<String> names = new TreeSet<>();
        final Set<String> layers = new LinkedHashSet<>();
        comparison.categories().forEach(row -> {
            names.add(row.count().category());
            layers.add(row.count().layer());
        });
        final List<String> header = new ArrayList<>(List.of("layer", "report"));
        header.addAll(names);
        final TextTable table = new TextTable(Set.of(0, 1), header);
        for (final String layer : layers) {
            for (final ComparedReport report : comparison.manifest().reports()) {
                final List<String> row = new ArrayList<>(List.of(layer, report.name()));
                names.forEach(name -> row.add(detectors(report.name(), layer, name)));
                table.add(row);
            }
        }
        return table;
    }

    private String detectors(final String report, final String layer, final String category) {
        return comparison.categories().stream()
                .filter(row -> row.report().equals(report) && row.count().layer().equals(layer) && row.count().category().equals(category))
                .findFirst().map(CategoryRow::count).map(count -> "%d (%d)".formatted(count.detectors(), count.unique())).orElse("-");
    }

    private TextTable layers() {
        final TextTable table = new TextTable(Set.of(0, 1, 2, 3), List.of("before", "layer", "after", "layer", "CKA", "(shuffled)", "SVCCA", "RSA",
                "matched", "correlation", "(shuffled)", "> 0.5", "same number", "same label"));
        for (final LayerPairRow row : comparison.layers()) {
            table.add(List.of(row.before(), row.layer(), row.after(), row.otherLayer(), number(row.cka()), number(row.ckaNull()),
                    number(row.svcca()), number(row.rsa()), "" + row.matched(), number(row.correlation()), number(row.correlationNull()),
                    percent(row.half()), percent(row.sameNumber()), percent(row.sameLabel())));
        }
        return table;
    }

    /** The strongest, in the order of the reports. */
    private void events(final List<String> lines) {
        final List<EventRow> events = comparison.events();
        if (events.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(events.size() <= MOST_EVENTS ? "Events" : "Events (the %d strongest of %d)".formatted(MOST_EVENTS, events.size()));
        final Set<EventRow> strongest = new LinkedHashSet<>(events.stream().sorted(Comparator.comparingDouble(EventRow::weight).reversed())
                .limit(MOST_EVENTS).toList());
        events.stream().filter(strongest::contains).map(EventRow::sentence).forEach(lines::add);
    }

    private static String number(final double value) {
        return Double.isNaN(value) ? "-" : "%.3f".formatted(value);
    }

    private static String percent(final double share) {
        return Double.isNaN(share) ? "-" : "%.0f %%".formatted(100 * share);
    }
}
