package org.filterscope.core.export;

import java.util.List;

import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Severity;
import org.filterscope.core.gate.Accuracy;
import org.filterscope.core.gate.Assessment;
import org.filterscope.core.gate.GateResult;
import org.filterscope.core.report.Manifest;

/** What the page begins with: what was diagnosed, how it came out, and what was demanded. */
record SummarySection(Assessment assessment) {
    private static final int DIGEST = 16;

    void write(final Markup html) {
        html.open("section", "id", "summary", "aria-labelledby", "summary-title").element("h2", "Summary", "id", "summary-title");
        verdict(html);
        facts(html);
        html.close("section");
        gates(html);
        classes(html);
    }

    private void verdict(final Markup html) {
        final List<GateResult> gates = assessment.gates();
        if (!gates.isEmpty()) {
            final long failed = gates.stream().filter(gate -> !gate.passed()).count();
            html.element("p", failed == 0 ? "✓ All gates hold (%d).".formatted(gates.size())
                    : "✗ %d of %d gates %s.".formatted(failed, gates.size(), failed == 1 ? "fails" : "fail"), "class",
                    failed == 0 ? "verdict holds" : "verdict fails");
        }
        if (assessment.findings().isEmpty()) {
            html.element("p", "This run did not look for flaws.");
        } else {
            html.element("p", "%d findings count: %d of high, %d of medium, %d of low severity; %d more are suppressed.".formatted(
                    assessment.open().size(), count(Severity.HIGH), count(Severity.MEDIUM), count(Severity.LOW), assessment.suppressed().size()));
        }
        assessment.notes().forEach(note -> html.element("p", note, "class", "note"));
    }

    private long count(final Severity severity) {
        return assessment.open().stream().map(Finding::severity).filter(severity::equals).count();
    }

    private void facts(final Markup html) {
        final Manifest manifest = assessment.report().manifest();
        final String sha = manifest.model().sha256();
        html.open("dl");
        fact(html, "Network", "%s (%s), SHA-256 %s…".formatted(name(manifest.model().file()), manifest.model().format(),
                sha.substring(0, Math.min(DIGEST, sha.length()))));
        fact(html, "Pictures", "%d of %d classes in %s".formatted(manifest.data().pictures(), manifest.data().classes().size(),
                name(manifest.data().folder())));
        if (assessment.accuracy().isKnown()) {
            final Accuracy.Count all = assessment.accuracy().overall();
            fact(html, "Accuracy", "%s (%s)".formatted(NumberText.percent(all.share()), all.text()));
        }
        fact(html, "Layers", String.join(", ", manifest.layers()));
        fact(html, "Analyses", String.join(", ", manifest.analyses()));
        fact(html, "Run", "%s, %s s on %s (%s), Filterscope %s".formatted(manifest.times().started(), NumberText.of(manifest.times().seconds()),
                manifest.device(), manifest.executor(), manifest.version()));
        html.close("dl");
    }

    private static void fact(final Markup html, final String term, final String value) {
        html.element("dt", term).element("dd", value).newLine();
    }

    /** Paths of one machine are of no use on another. */
    static String name(final String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private void gates(final Markup html) {
        if (assessment.gates().isEmpty()) {
            return;
        }
        html.open("section", "id", "gates", "aria-labelledby", "gates-title").element("h2", "Gates", "id", "gates-title");
        html.open("table").element("caption", "What the configuration demands of the network");
        header(html, "Gate", "Result", "Expected", "Found");
        for (final GateResult gate : assessment.gates()) {
            html.open("tr").element("th", gate.name(), "scope", "row")
                    .element("td", gate.passed() ? "✓ holds" : "✗ fails", "class", gate.passed() ? "holds" : "fails")
                    .element("td", gate.expected()).element("td", gate.found()).close("tr");
        }
        html.close("tbody").close("table").close("section");
    }

    private void classes(final Markup html) {
        if (!assessment.accuracy().isKnown()) {
            return;
        }
        html.open("section", "id", "accuracy", "aria-labelledby", "accuracy-title").element("h2", "Accuracy", "id", "accuracy-title");
        html.open("table").element("caption", "How often the network is right, by class");
        header(html, "Class", "Right", "Share", "");
        assessment.accuracy().classes().forEach((name, count) -> {
            html.open("tr").element("th", name, "scope", "row").element("td", count.text()).element("td", NumberText.percent(count.share()), "class",
                    "number").open("td");
            Bars.draw(html, count.share(), List.of());
            html.close("td").close("tr");
        });
        html.close("tbody").close("table").close("section");
    }

    /** Begins the table's body. */
    static void header(final Markup html, final String... columns) {
        html.open("thead").open("tr");
        for (final String column : columns) {
            if (column.isEmpty()) {
                html.element("td", "");
            } else {
                html.element("th", column, "scope", "col");
            }
        }
        html.close("tr").close("thead").open("tbody");
    }
}
