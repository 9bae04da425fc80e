package org.filterscope.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.filterscope.core.names.Agreement;
import org.filterscope.core.names.FilterName;
import org.filterscope.core.names.FilterNames;
import org.filterscope.core.names.HumanCheck;
import org.filterscope.core.names.Verdict;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.Score;

/**
 * What people have said of filters as a table, with the present labels where there is a report.
 *
 * @param file the names' file, for what is said of it
 */
record NamesText(Path file, FilterNames names, Optional<Report> report) {
    private static final List<String> HEADER = List.of("layer", "filter", "name", "verdict", "label", "agreement", "note");
    private static final Set<Integer> WORDS = Set.of(0, 2, 3, 4, 5, 6);

    List<String> lines() throws InvalidReportException {
        if (names.all().isEmpty()) {
            return List.of("%s: no filter has been named or judged".formatted(file));
        }
        final TextTable table = new TextTable(WORDS, HEADER);
        final List<HumanCheck> checks = new ArrayList<>();
        final Set<String> found = new HashSet<>();
        if (report.isPresent()) {
            for (final LayerRow layer : report.get().layers()) {
                final List<FilterRow> filters = report.get().filters(layer.layer());
                checks.add(HumanCheck.of(layer.layer(), filters, names));
                for (final FilterRow filter : filters) {
                    names.of(filter).ifPresent(said -> {
                        found.add(said.fingerprint());
                        table.add(row(layer.layer(), filter.channel(), said, filter.scores().text(Score.LABEL).orElse(""),
                                Agreement.of(filter, names).name().toLowerCase(Locale.ROOT)));
                    });
                }
            }
        }
        for (final FilterName said : names.all()) {
            if (!found.contains(said.fingerprint())) {
                table.add(row(said.layer(), said.channel(), said, said.label(), report.isPresent() ? "not in the report" : "no report"));
            }
        }
        final List<String> lines = new ArrayList<>(table.lines());
        checks.stream().filter(check -> check.judged() > 0).forEach(check -> lines.add(sentence(check)));
        return lines;
    }

    private static List<String> row(final String layer, final int channel, final FilterName said, final String label, final String agreement) {
        return List.of(layer, Integer.toString(channel), said.name(), said.verdict().map(Verdict::key).orElse(""), label, agreement,
                said.note().replaceAll("\\R", " "));
    }

    private static String sentence(final HumanCheck check) {
        return "%s: of %d judged labels %d are right (%.0f %%), %d wrong, %d unclear; %d filters have a label".formatted(check.layer(),
                check.judged(), check.right(), 100 * check.share(), check.wrong(), check.unclear(), check.labelled());
    }
}
