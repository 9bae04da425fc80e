package org.filterscope.core.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.export.Crops.Crop;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.HandmadeFindings;
import org.filterscope.core.gate.Assessment;
import org.filterscope.core.report.HandmadeReport;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A report with three findings, one of them suppressed, one gate that fails and one that holds. */
abstract class ExportTest {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    /** Everything that a name can do to a page, an XML file, a link or a line. */
    static final String HOSTILE = "</script><script>alert('1')</script>\" onload=\"x ]]> &amp; [a](https://b) {0} "
            + "\u0000\u0007\u202e \ud83c\udf0a\n--><img src=x>";
    static final Finding SUPPRESSED = HandmadeFindings.finding("bbbbbbbbbbbb", FindingKind.DUPLICATE_FILTERS, 0.15, "f1");
    static final Finding DEAD = HandmadeFindings.finding("cccccccccccc", FindingKind.DEAD_FILTERS, 0, "f2");

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(folder.resolve("my pictures"));
        Files.writeString(folder.resolve("my net#1.h5"), "");
        Files.writeString(folder.resolve("test.suppressions.csv"),
                "finding,kind,fingerprint,reason,expires,who\nbbbbbbbbbbbb,,,\"spare <b>parts</b>\",2027-01-31,Ada\n");
    }

    static Crop crop(final String text) {
        return new Crop("image/png", text.getBytes(StandardCharsets.UTF_8));
    }

    Report report(final Finding first) throws IOException, InvalidInputException {
        return new HandmadeReport().model(folder.resolve("my net#1.h5").toString())
                .layer("concept", Scores.NONE.with(Score.LABEL, HOSTILE).with(Score.HARM, 0.5), Scores.NONE.with(Score.HARM, 0.25))
                .pictures("river", 3, "road", 1).pictures("road", 4, "river", 0).outputs(2).top(0, "river/000.png").top(1, HOSTILE)
                .thumbnail("road/1.png")
                .findings(new Findings(List.of(first, SUPPRESSED, DEAD), HandmadeFindings.searches(FindingKind.CONTEXT_SHORTCUT)))
                .write(folder.resolve("report"));
    }

    /** With the finding that has everything, whose names are all as given. */
    Assessment assessment(final String name) throws IOException, InvalidInputException {
        final DiagnosisConfiguration configuration = new ConfigurationReader().read(Files.writeString(folder.resolve("test.filterscope"), """
                # the network
                model: my net#1.h5
                images: { folder: my pictures }
                gates: { flaws: { severity: high }, accuracy: { min: 0.5 } }
                """));
        return Assessment.of(configuration, report(HandmadeFindings.full("aaaaaaaaaaaa", name)), TODAY);
    }

    Path written(final Assessment assessment, final ReportFormat format) throws IOException, InvalidInputException {
        final Path file = folder.resolve(format.fileName());
        new ReportExport(assessment, row -> crop(row.picture())).write(format, file);
        return file;
    }
}
