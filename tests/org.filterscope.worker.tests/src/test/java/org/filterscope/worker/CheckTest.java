package org.filterscope.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import org.filterscope.core.finding.Finding;
import org.filterscope.core.report.Report;
import org.filterscope.testkit.ColourProject;
import org.filterscope.worker.WorkerProcess.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Gates in a build: exit codes, one line a gate, suppressions, and the files that others read. One filter of the three is dead, all answers are
 * right.
 */
class CheckTest {
    private static final String GOOD = "gates: { accuracy: { min: 1 }, flaws: { severity: medium } }\n";
    private static final String BAD = "gates: { accuracy: { min: 1 }, flaws: { kind: dead-filters } }\n";

    @TempDir
    Path folder;
    private Path configuration;
    private Path report;

    @BeforeEach
    void write() throws Exception {
        configuration = ColourProject.write(folder, 4);
        report = folder.resolve("report");
    }

    private void gates(final String gates) throws Exception {
        Files.writeString(configuration, gates, StandardOpenOption.APPEND);
    }

    private Ended check(final String... options) throws Exception {
        final List<String> arguments = new ArrayList<>(List.of("check", configuration.toString()));
        arguments.addAll(List.of(options));
        return WorkerProcess.run(arguments.toArray(String[]::new));
    }

    @Test
    void gatesThatHoldEndGoodAndGatesThatFailWithOne() throws Exception {
        gates(GOOD);
        final Ended good = check();
        assertThat(good.code()).as(good.error()).isZero();
        assertThat(good.out()).contains("3 filters of 1 layer over 8 pictures").contains("holds: accuracy: 1 (8 of 8), expected at least 1")
                .contains("holds: findings of medium severity or worse: 0").contains("all gates hold (2)");
        Files.writeString(configuration, Files.readString(configuration).replace(GOOD, BAD));
        final Ended bad = check("--report-only", "--format", "html,sarif,junit,csv");
        assertThat(bad.code()).as(bad.error()).isEqualTo(1);
        assertThat(bad.out()).contains("FAILS: dead-filters: 1, expected none").contains("1 of 2 gates failed");
        assertThat(bad.error()).as("nothing ran, nothing went wrong").isEmpty();
        for (final String name : List.of("report.html", "report.sarif", "report.junit.xml", "findings.csv")) {
            assertThat(report.resolve(name)).isNotEmptyFile();
        }
        final Ended again = WorkerProcess.run("run", configuration.toString());
        assertThat(again.code()).as("a report with these files is still one that may be replaced: " + again.error()).isZero();
        assertThat(report.resolve("report.html")).as("of the report that was replaced").doesNotExist();
    }

    @Test
    void whatCannotBeCheckedIsRefusedBeforeAnythingRuns() throws Exception {
        assertRefused("", "'gates' is missing");
        assertRefused("gates: { flawz: {} }\n", "colours.filterscope:8: unknown key 'flawz' in 'gates'; accepted: flaws, accuracy");
        assertRefused("gates: { iou: { layer: color, max: 1 } }\n", "colours.filterscope:8: no layer 'color' is looked into; 'layers' names colour");
        assertRefused("gates: { accuracy: { class: blue, min: 1 } }\n",
                "colours.filterscope:8: the pictures have no class 'blue'; they have green, red");
        assertRefused("gates: { instability: { max: 1 } }\n", "the gate 'instability' needs the analysis 'instability', which is not done");
        assertRefused("gates: { regressions: { baseline: old, accuracy: 0 } }\n", "colours.filterscope:8: there is no report in");
        Files.writeString(folder.resolve("colours.suppressions.csv"), "finding,kind,fingerprint,reason,expires\naa,,,,\n");
        assertRefused(GOOD, "colours.suppressions.csv:2: 'reason' is missing");
    }

    private void assertRefused(final String gates, final String reason) throws Exception {
        final String plain = Files.readString(configuration);
        gates(gates);
        final Ended ended = check();
        assertThat(ended.code()).as(ended.out()).isEqualTo(2);
        assertThat(ended.error().lines().filter(line -> line.startsWith("filterscope: "))).singleElement().asString().contains(reason);
        assertThat(report).doesNotExist();
        Files.writeString(configuration, plain);
    }

    @Test
    void aRegressionAgainstABaselineFails() throws Exception {
        gates("gates: { regressions: { baseline: old, new-findings: 0, accuracy: 0, fires: { fall: 0 } } }\n");
        assertThat(WorkerProcess.run("run", configuration.toString(), "--out", folder.resolve("old").toString()).code()).isZero();
        final Ended same = check();
        assertThat(same.code()).as(same.out() + same.error()).isZero();
        assertThat(same.out()).contains("holds: change of mean fires of colour: 0 (0.3333, was 0.3333), expected a fall of at most 0");
        final Path findings = folder.resolve("old/findings.json");
        Files.writeString(findings, Files.readString(findings).replaceFirst("\"id\": \"[0-9a-f]+\"", "\"id\": \"another\""));
        final Ended other = check("--report-only");
        assertThat(other.code()).as(other.error()).isEqualTo(1);
        assertThat(other.out()).contains("FAILS: new findings: 1");
    }

    @Test
    void aSuppressedFindingDoesNotCount() throws Exception {
        gates(BAD);
        assertThat(check().code()).isEqualTo(1);
        final Finding dead = Report.open(report).findings().orElseThrow().findings().get(0);
        final Ended unknown = suppress("ffffffffffff", "--reason", "why");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.error()).contains("there is no finding 'ffffffffffff'; it has " + dead.id());
        assertThat(suppress(dead.id()).code()).as("without a reason").isEqualTo(2);
        assertThat(suppress(dead.id(), "--reason", "why", "--expires", "2020-01-01").error()).contains("--expires 2020-01-01 is past");
        assertThat(suppress(dead.id(), "--reason", "why", "--expires", "soon").code()).isEqualTo(2);
        assertThat(folder.resolve("colours.suppressions.csv")).doesNotExist();
        final Ended done = suppress(dead.id(), "--reason", "spare, for later", "--expires", "2999-12-31", "--who", "Ada");
        assertThat(done.code()).as(done.error()).isZero();
        assertThat(folder.resolve("colours.suppressions.csv")).content().startsWith("finding,kind,fingerprint,reason,expires,who,when\n" + dead.id()
                + ",dead-filters,").contains(",\"spare, for later\",2999-12-31,Ada,");
        final Ended good = check("--report-only");
        assertThat(good.code()).as(good.out() + good.error()).isZero();
        assertThat(good.out()).contains("holds: dead-filters: 0 (and 1 suppressed), expected none");
        assertThat(suppress(dead.id(), "--reason", "again").error()).contains(":2: suppresses this finding already: spare, for later");
    }

    @Test
    void filtersAreSuppressedByTheirFingerprints() throws Exception {
        gates(BAD);
        assertThat(check().code()).isEqualTo(1);
        final Finding dead = Report.open(report).findings().orElseThrow().findings().get(0);
        assertThat(suppress(dead.id(), "--reason", "spare", "--filters").code()).isZero();
        assertThat(folder.resolve("colours.suppressions.csv")).content().contains("\n,dead-filters," + dead.filters().get(0).fingerprint()
                + ",spare,,,");
        assertThat(check("--report-only").code()).isZero();
    }

    private Ended suppress(final String id, final String... options) throws Exception {
        final List<String> arguments = new ArrayList<>(List.of("suppress", configuration.toString(), id));
        arguments.addAll(List.of(options));
        return WorkerProcess.run(arguments.toArray(String[]::new));
    }

    @Test
    void aReportIsToldInOtherForms() throws Exception {
        gates(BAD);
        assertThat(WorkerProcess.run("run", configuration.toString()).code()).isZero();
        final Path page = folder.resolve("page.html");
        final Ended told = WorkerProcess.run("report", report.toString(), "--format", "html", "--out", page.toString());
        assertThat(told.code()).as(told.error()).isZero();
        assertThat(told.out()).contains(page.toString());
        assertThat(page).content().doesNotContain("gates fail");
        assertPictures(Files.readString(page));
        final Ended there = WorkerProcess.run("report", report.toString(), "--format", "html", "--out", page.toString());
        assertThat(there.code()).isEqualTo(2);
        assertThat(there.error()).contains("exists already; --force replaces it");
        final Ended withGates = WorkerProcess.run("report", configuration.toString(), "--format", "html,junit", "--out", folder.resolve("a/b")
                .toString());
        assertThat(withGates.code()).as(withGates.error()).isZero();
        assertThat(folder.resolve("a/b/report.html")).content().contains("✗ 1 of 2 gates fails.");
        assertThat(folder.resolve("a/b/report.junit.xml")).content().contains("<failure message=\"dead-filters: 1, expected none\"");
    }

    /** Pictures of 16 pixels are kept as they are: those in the page are those in the folder, pixel for pixel. */
    private void assertPictures(final String page) throws Exception {
        final Matcher images = Pattern.compile("<image id=\"(p\\d+)\" width=\"16\" height=\"16\" href=\"data:image/png;base64,([^\"]+)\"")
                .matcher(page);
        int seen = 0;
        while (images.find()) {
            final Matcher use = Pattern.compile("<title>([^<]+)</title>\\s*<use href=\"#" + images.group(1) + "\"").matcher(page);
            assertThat(use.find()).isTrue();
            final BufferedImage shown = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(images.group(2))));
            final BufferedImage picture = ImageIO.read(folder.resolve("pictures").resolve(use.group(1)).toFile());
            for (int row = 0; row < 16; row++) {
                for (int col = 0; col < 16; col++) {
                    assertThat(shown.getRGB(col, row)).isEqualTo(picture.getRGB(col, row));
                }
            }
            seen++;
        }
        assertThat(seen).as("three tops of each of two filters").isEqualTo(6);
    }

    @Test
    void mistakesOfUsageAreTold() throws Exception {
        gates(GOOD);
        assertThat(check("--report-only").error()).contains("there is no report to read");
        assertThat(check("--report-only", "--resume").code()).isEqualTo(2);
        assertThat(WorkerProcess.run("report", folder.toString()).error()).contains("--format html, sarif, junit, csv");
        assertThat(WorkerProcess.run("report", folder.toString(), "--format", "pdf").error()).contains("html, sarif, junit, csv").contains("'pdf'");
        final Path page = Files.writeString(folder.resolve("page.html"), "mine");
        final Ended several = check("--format", "html,csv", "--out", page.toString());
        assertThat(several.code()).isEqualTo(2);
        assertThat(several.error()).contains("is no folder, and 2 files are to be written");
        assertThat(check("--format", "html", "--out", page.toString()).error()).contains("exists already; --force replaces it");
        assertThat(page).hasContent("mine");
        assertThat(report).doesNotExist();
    }

    @Test
    void aReportOfAnotherNetworkIsTold() throws Exception {
        gates(GOOD);
        assertThat(check().code()).isZero();
        final Path model = folder.resolve("model.h5");
        Files.write(model, new byte[1], StandardOpenOption.APPEND);
        assertThat(check("--report-only").error()).contains("model.h5 has changed since the report was made");
    }

    @Test
    void aDamagedSheetIsToldInOneLine() throws Exception {
        assertThat(WorkerProcess.run("run", configuration.toString()).code()).isZero();
        final Path sheet = report.resolve("pictures/sheet-000.png");
        Files.writeString(sheet, "no picture");
        final Ended ended = WorkerProcess.run("report", report.toString(), "--format", "html");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.error()).contains("sheet-000.png: cannot be read as a picture").doesNotContain("\tat ");
        Files.writeString(report.resolve("pictures/index.csv"), "picture,sheet,top,left,bottom,right\nred/000.png,../../model.png,0,0,16,16\n");
        assertThat(WorkerProcess.run("report", report.toString(), "--format", "html").error()).contains("'../../model.png' is no sheet beside it");
    }
}
