package org.filterscope.core.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Search;
import org.filterscope.core.gate.Assessment;
import org.filterscope.core.gate.GateResult;

/**
 * Writes gates and kinds of findings as tests, in the XML that build servers know from JUnit. A gate that does not hold is a failure, and so is a
 * kind of which a gate counted too many; a kind that was not looked for is skipped.
 */
final class JunitReport {
    private static final String GATES = "filterscope.gates";
    private static final String FINDINGS = "filterscope.findings";

    private final Assessment assessment;
    private final Markup xml;

    private JunitReport(final Assessment assessment, final Markup xml) {
        this.assessment = assessment;
        this.xml = xml;
    }

    static void write(final Assessment assessment, final Path file) throws IOException {
        try (Markup xml = new Markup(file)) {
            new JunitReport(assessment, xml).write();
        } catch (final UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write() {
        final List<FindingKind> kinds = Arrays.asList(FindingKind.values());
        final long failedGates = assessment.gates().stream().filter(gate -> !gate.passed()).count();
        final long failedKinds = kinds.stream().filter(this::fails).count();
        final long skipped = kinds.stream().filter(kind -> isMissed(kind) && !fails(kind)).count();
        xml.xmlDeclaration().open("testsuites", "name", "filterscope", "tests", Integer.toString(assessment.gates().size() + kinds.size()),
                "failures", Long.toString(failedGates + failedKinds), "errors", "0").newLine();
        suite(GATES, assessment.gates().size(), failedGates, 0);
        assessment.gates().forEach(this::gate);
        xml.close("testsuite");
        suite(FINDINGS, kinds.size(), failedKinds, skipped);
        kinds.forEach(this::kind);
        xml.close("testsuite").close("testsuites");
    }

    private void suite(final String name, final int tests, final long failures, final long skipped) {
        xml.open("testsuite", "name", name, "tests", Integer.toString(tests), "failures", Long.toString(failures), "errors", "0", "skipped",
                Long.toString(skipped), "time", "0").newLine();
    }

    private void gate(final GateResult gate) {
        xml.open("testcase", "classname", GATES, "name", gate.name(), "time", "0");
        if (!gate.passed()) {
            xml.element("failure", String.join("\n", gate.findings().stream().map(JunitReport::line).toList()), "message", gate.sentence(), "type",
                    "gate");
        }
        xml.close("testcase");
    }

    private void kind(final FindingKind kind) {
        final List<String> open = assessment.open().stream().filter(finding -> finding.kind() == kind).map(JunitReport::line).toList();
        xml.open("testcase", "classname", FINDINGS, "name", kind.title(), "time", "0");
        if (fails(kind)) {
            xml.element("failure", String.join("\n", open), "message", "%d open, more than a gate lets pass".formatted(open.size()), "type",
                    kind.key());
        } else if (isMissed(kind)) {
            xml.empty("skipped", "message", search(kind).map(Search::note).orElse("was not looked for"));
        } else if (!open.isEmpty()) {
            xml.element("system-out", String.join("\n", open));
        }
        xml.close("testcase");
    }

    private boolean fails(final FindingKind kind) {
        return assessment.gates().stream().filter(gate -> !gate.passed()).flatMap(gate -> gate.findings().stream())
                .anyMatch(finding -> finding.kind() == kind);
    }

    private boolean isMissed(final FindingKind kind) {
        return search(kind).map(search -> search.tested() == 0).orElse(true)
                && assessment.open().stream().noneMatch(finding -> finding.kind() == kind);
    }

    /** The one that looked at most. */
    private Optional<Search> search(final FindingKind kind) {
        return assessment.findings().stream().flatMap(findings -> findings.searches().stream()).filter(search -> search.kind() == kind)
                .reduce((a, b) -> b.tested() > a.tested() ? b : a);
    }

    private static String line(final Finding finding) {
        return "%s %s: %s".formatted(finding.id(), finding.severity().key(), finding.text());
    }
}
