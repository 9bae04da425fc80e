package org.filterscope.analysis.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

import org.filterscope.core.report.Report;

/** What the reports of a comparison are called: after their model files or, where those are called alike, after their directories. */
final class ReportNames {
    private static final int DEEPEST = 4;

    private ReportNames() {
    }

    /** @return one name a report, all different */
    static List<String> of(final List<Report> reports) {
        final List<List<String>> candidates = new ArrayList<>();
        candidates.add(names(reports, report -> last(report.manifest().model().file().replace('\\', '/'), 1)));
        for (int depth = 1; depth <= DEEPEST; depth++) {
            final int names = depth;
            candidates.add(names(reports, report -> last(absolute(report), names)));
        }
        return candidates.stream().filter(names -> new HashSet<>(names).size() == names.size()).findFirst()
                .orElseGet(() -> numbered(names(reports, report -> last(absolute(report), 1))));
    }

    private static String absolute(final Report report) {
        final Path directory = report.directory().toAbsolutePath().normalize();
        return directory.toString().replace('\\', '/');
    }

    private static List<String> names(final List<Report> reports, final Function<Report, String> name) {
        return reports.stream().map(name).toList();
    }

    private static List<String> numbered(final List<String> names) {
        final List<String> result = new ArrayList<>();
        for (final String name : names) {
            result.add("%d: %s".formatted(result.size() + 1, name));
        }
        return result;
    }

    /** The last names of a path. */
    private static String last(final String path, final int names) {
        int start = path.length();
        for (int i = 0; i < names && start > 0; i++) {
            start = path.lastIndexOf('/', start - 1);
        }
        return path.substring(start + 1);
    }
}
