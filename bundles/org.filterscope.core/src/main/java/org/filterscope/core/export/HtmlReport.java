package org.filterscope.core.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.gate.Assessment;
import org.filterscope.core.report.Report;

/**
 * Writes one page that needs nothing else: no scripts, and pictures and style within. A policy in the page forbids the browser to load anything,
 * should a name ever come through as more than text.
 */
final class HtmlReport {
    private static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    private final Assessment assessment;
    private final Markup html;
    private final PictureBook pictures;
    private final TopPictures tops;

    private HtmlReport(final Assessment assessment, final Markup html, final Crops crops) throws InvalidInputException {
        final Report report = assessment.report();
        this.assessment = assessment;
        this.html = html;
        pictures = new PictureBook(Files.exists(report.files().thumbnails()) ? report.thumbnails() : List.of(), crops);
        tops = TopPictures.of(report);
    }

    static void write(final Assessment assessment, final Crops crops, final Path file) throws IOException, InvalidInputException {
        try (Markup html = new Markup(file)) {
            new HtmlReport(assessment, html, crops).write();
        } catch (final UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write() throws IOException, InvalidInputException {
        final String title = "Diagnosis of " + SummarySection.name(assessment.report().manifest().model().file());
        html.htmlDeclaration().open("html", "lang", "en").open("head").newLine().empty("meta", "charset", "utf-8")
                .empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "name", "color-scheme", "content", "light dark")
                .element("title", title).element("style", style()).close("head").newLine().open("body").newLine();
        html.open("header").element("h1", title);
        navigation();
        html.close("header").newLine().open("main").newLine();
        new SummarySection(assessment).write(html);
        findings("findings", "Findings", assessment.open());
        if (!assessment.suppressed().isEmpty()) {
            findings("suppressed", "Suppressed findings", assessment.suppressed());
        }
        if (assessment.findings().isPresent()) {
            new SearchSection(assessment.findings().get()).write(html);
        }
        new FilterSection(assessment.report(), pictures, tops).write(html);
        html.close("main").newLine();
        pictures.define(html);
        html.close("body").newLine().close("html");
    }

    private void navigation() {
        html.open("nav", "aria-label", "Sections").open("ul");
        link("summary", "Summary");
        if (!assessment.gates().isEmpty()) {
            link("gates", "Gates");
        }
        if (assessment.accuracy().isKnown()) {
            link("accuracy", "Accuracy");
        }
        link("findings", "Findings");
        if (!assessment.suppressed().isEmpty()) {
            link("suppressed", "Suppressed");
        }
        if (assessment.findings().isPresent()) {
            link("searches", "Looked for");
        }
        link("filters", "Filters");
        html.close("ul").close("nav").newLine();
    }

    private void link(final String id, final String text) {
        html.open("li").element("a", text, "href", "#" + id).close("li");
    }

    private void findings(final String id, final String title, final List<Finding> findings) {
        html.open("section", "id", id, "aria-labelledby", id + "-title").element("h2", title, "id", id + "-title");
        if (findings.isEmpty()) {
            html.element("p", assessment.findings().map(Findings::findings).isEmpty() ? "This run did not look for flaws." : "None that counts.");
        }
        final FindingArticle article = new FindingArticle(html, pictures, tops);
        findings.forEach(finding -> article.write(finding, assessment.suppressions().of(finding)));
        html.close("section");
    }

    private static String style() throws IOException {
        try (InputStream stream = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
