package org.filterscope.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.finding.Effect;
import org.filterscope.core.finding.Effect.ClassEffect;
import org.filterscope.core.finding.Exhibit;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.FindingsWriter;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.finding.Search;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.core.report.ReportFiles;

/** Reports with findings about the network of {@link SampleReport}. */
final class SampleFindings {
    static final Finding CONFUSION = new Finding("0123456789ab", FindingKind.CLASS_CONFUSION, 0.875, 0.999,
            List.of(new SuspectFilter("deep", 3, "00ff", 0.62), new SuspectFilter("deep", 7, "00fe", 0.21)), List.of(), List.of("river", "beach"),
            List.of(Measure.between("rivers taken for beaches", 0.875, 0.74, 0.95), Measure.exact("pictures of rivers", 40)), exhibits(),
            Optional.of(new Effect("filters 3 and 7 of 'deep' set to their means", 20, List.of(new ClassEffect("river", 10, 0.1, 0.6),
                    new ClassEffect("beach", 10, 1, 0.9)))),
            List.of(new Fix(Fix.Kind.REPAIR, List.of("river", "beach"), "Fit the last layer anew on pictures held out."),
                    new Fix(Fix.Kind.MEAN, List.of(), "Set the filters to their means: river gains 50 points.")),
            "deep/3 takes rivers for beaches: 35 of 40 rivers are lost to it");
    static final Finding LABELS = new Finding("ba9876543210", FindingKind.SUSPICIOUS_LABELS, 0.12, 0.96, List.of(), List.of(), List.of("forest"),
            List.of(Measure.exact("suspicious labels", 7)), List.of(), Optional.empty(),
            List.of(new Fix(Fix.Kind.RELABEL, List.of("forest"), "Look at the labels of these pictures again.")),
            "7 pictures called forest look like something else to the network");
    static final Findings BOTH = new Findings(List.of(LABELS, CONFUSION), List.of(new Search(FindingKind.CLASS_CONFUSION, 6, "6 ordered pairs of classes"),
            new Search(FindingKind.CONTEXT_SHORTCUT, 0, "needs masks of the objects")));

    private SampleFindings() {
    }

    private static List<Exhibit> exhibits() {
        return List.of(new Exhibit(SampleReport.picture(2), Exhibit.Role.EVIDENCE, "river", "beach"),
                new Exhibit(SampleReport.picture(5), Exhibit.Role.EVIDENCE, "river", "beach"),
                new Exhibit(SampleReport.picture(8), Exhibit.Role.COUNTEREXAMPLE, "river", "river"));
    }

    private static byte[] sha256(final byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A report about the model file, with these findings. */
    static Path write(final Path directory, final Path model, final Findings findings) throws IOException, InvalidInputException {
        final ReportFiles files = new ReportFiles(SampleReport.write(directory, 12));
        final String digest = Files.exists(model) ? HexFormat.of().formatHex(sha256(Files.readAllBytes(model))) : "0".repeat(64);
        Files.writeString(files.manifest(), Files.readString(files.manifest()).replace("/data/landscapes.h5", model.toString().replace('\\', '/'))
                .replace("0".repeat(64), digest));
        FindingsWriter.write(files.findings(), findings);
        return directory;
    }
}
