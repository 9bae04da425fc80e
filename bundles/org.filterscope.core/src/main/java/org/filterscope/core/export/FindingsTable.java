package org.filterscope.core.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.gate.Assessment;
import org.filterscope.core.report.TableWriter;
import org.filterscope.core.suppression.Suppression;

/** Findings as a CSV table, one line a finding, the worst first; see docs/gates.md for the columns. */
final class FindingsTable {
    private static final List<String> COLUMNS = List.of("id", "kind", "severity", "harm", "confidence", "text", "filters", "classes", "concepts",
            "pictures", "suppressed", "reason", "expires");
    private static final String SEPARATOR = "; ";

    private FindingsTable() {
    }

    static void write(final Assessment assessment, final Path file) throws IOException {
        final List<Finding> findings = assessment.findings().map(Findings::findings).orElse(List.of());
        final List<String> numbers = numbers(findings);
        final List<String> columns = new ArrayList<>(COLUMNS);
        numbers.forEach(name -> columns.addAll(List.of("number." + name, "number." + name + ".low", "number." + name + ".high")));
        TableWriter.write(file, columns, findings, (table, finding) -> table.write(line(assessment, finding, numbers).toArray()));
    }

    /** Names of all numbers, in alphabetical order. */
    private static List<String> numbers(final List<Finding> findings) {
        final Set<String> names = new TreeSet<>();
        findings.forEach(finding -> finding.numbers().forEach(measure -> names.add(measure.name())));
        return List.copyOf(names);
    }

    private static List<Object> line(final Assessment assessment, final Finding finding, final List<String> numbers) {
        final Optional<Suppression> suppression = assessment.suppressions().of(finding);
        final List<Object> fields = new ArrayList<>(List.of(finding.id(), finding.kind().key(), finding.severity().key(), finding.harm(),
                finding.confidence(), finding.text(),
                String.join(SEPARATOR, finding.filters().stream().map(filter -> filter.layer() + "/" + filter.channel()).toList()),
                String.join(SEPARATOR, finding.classes()), String.join(SEPARATOR, finding.concepts()),
                String.join(SEPARATOR, finding.pictures().stream().map(exhibit -> exhibit.picture()).toList()), suppression.isPresent(),
                suppression.map(Suppression::reason).orElse(""),
                suppression.flatMap(Suppression::expires).map(Object::toString).orElse("")));
        for (final String name : numbers) {
            final Optional<Measure> number = finding.numbers().stream().filter(measure -> measure.name().equals(name)).findFirst();
            fields.add(number.<Object>map(Measure::value).orElse(""));
            fields.add(number.filter(measure -> !measure.interval().isEmpty()).<Object>map(measure -> measure.interval().get(0)).orElse(""));
            fields.add(number.filter(measure -> !measure.interval().isEmpty()).<Object>map(measure -> measure.interval().get(1)).orElse(""));
        }
        return fields;
    }
}
