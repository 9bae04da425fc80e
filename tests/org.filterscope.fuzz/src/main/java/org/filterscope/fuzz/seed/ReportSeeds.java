package org.filterscope.fuzz.seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.comparison.ComparedReport;
import org.filterscope.core.comparison.Comparison;
import org.filterscope.core.comparison.ComparisonManifest;
import org.filterscope.core.comparison.EventKind;
import org.filterscope.core.comparison.EventRow;
import org.filterscope.core.comparison.FilterLabel;
import org.filterscope.core.comparison.FilterPairRow;
import org.filterscope.core.comparison.LayerPairRow;
import org.filterscope.core.comparison.Pairing;
import org.filterscope.core.comparison.TransitionRow;
import org.filterscope.core.comparison.CategoryRow;
import org.filterscope.core.finding.Effect;
import org.filterscope.core.finding.Exhibit;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.FindingsWriter;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.finding.Search;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.ConceptRow;
import org.filterscope.core.report.DetectorRow;
import org.filterscope.core.report.FieldSizeRow;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.LandmarkRow;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.LayerRow.FieldRow;
import org.filterscope.core.report.Manifest;
import org.filterscope.core.report.NpyWriter;
import org.filterscope.core.report.PairRow;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.report.PredictionRow;
import org.filterscope.core.report.PredictionRow.Guess;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.core.report.ReportWriter;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.filterscope.core.report.SimilarRow;
import org.filterscope.core.report.ThumbnailRow;
import org.filterscope.core.report.TopRow;

/** A report of one layer with a line in every table, and a comparison of two. */
public final class ReportSeeds {
    /** The layer that the report tells of. */
    public static final String LAYER = "conv/relu";
    /** The concept set of its dissection. */
    public static final String SET = "objects";
    /** Filters of the layer. */
    public static final int FILTERS = 3;
    private static final PixelBox BOX = new PixelBox(0, 0, 8, 8);

    private ReportSeeds() {
    }

    /** Writes a report. */
    public static void report(final Path folder) throws IOException {
        final ReportWriter writer = new ReportWriter(new ReportFiles(Files.createDirectories(folder)));
        writer.layers(List.of(new LayerRow(LAYER, "convolution", FILTERS, 8, 8, new FieldRow(1, 3, 0), new FieldRow(2, 3, 0.5))));
        final Scores scores = Scores.NONE.with(Score.LABEL, "river").with(Score.IOU, 0.25);
        writer.filters(LAYER, List.of(new FilterRow(0, 0.5, 1, 2, 1, false, scores), new FilterRow(1, 0, 0, 0, 0, true),
                new FilterRow(2, 0.5, 1, 2, 1, false, scores)));
        writer.tops(LAYER, List.of(new TopRow(0, 1, "river/1.png", 2, 3, 1.5, BOX)));
        writer.classes(LAYER, List.of(new ClassRow(0, "river", 1).withAuc(0.75).withAblation(-0.1, -0.2, -0.3, -0.4)));
        writer.pairs(LAYER, List.of(new PairRow(0, "river", "road", 0.5)));
        writer.concepts(LAYER, SET, List.of(new ConceptRow(0, "water", "object", 1.25, 0.25, 0.5, 0.3, 0.01, 0.001)));
        writer.detectors(List.of(new DetectorRow(LAYER, "object", 2, 1, 0.25)));
        writer.landmarks(LAYER, List.of(new LandmarkRow(0, "river", "bend", 9, 0.1, 0.2, 0.3, 0.4, 0.5)));
        writer.fields(LAYER, List.of(new FieldSizeRow(0, "occlusion", 4, 12.5, 3, 4)));
        writer.similar(LAYER, List.of(new SimilarRow(0, 2, 0.99, 0.5)));
        writer.thumbnails(List.of(new ThumbnailRow("river/1.png", "sheet-000.png", BOX)));
        try (ReportWriter.Predictions predictions = writer.predictions()) {
            predictions.write(new PredictionRow("river/1.png", "river", List.of(new Guess("river", 0.75), new Guess("road", 0.25))));
        }
        FindingsWriter.write(writer.files().findings(), findings());
        array(writer.files().probabilities());
        array(writer.files().peaks(LAYER));
        positions(writer.files().peakPositions(LAYER));
        writer.manifest(new Manifest(Manifest.SCHEMA, Manifest.TOOL, "0.1.0", Manifest.COMPLETE,
                new Manifest.Model("/models/net.h5", "abcdef", "Keras HDF5", List.of(3, 8, 8)),
                new Manifest.Data("/pictures", 1, "aa", List.of("river", "road")), "model: net.h5\nimages: pictures\n",
                List.of("filters", "dissection", "flaws"), List.of(LAYER), Map.of(Manifest.OUTPUTS, "river\nroad"), 1, "cpu", "nd4j", 2,
                Map.of("java", "21"), new Manifest.Times("2026-01-01T00:00:00Z", 1.5)));
    }

    private static Findings findings() {
        return new Findings(List.of(new Finding("f1", FindingKind.CLASS_CONFUSION, 0.5, 0.99, List.of(new SuspectFilter(LAYER, 0, "aa", 0.75)),
                List.of("water"), List.of("river", "road"), List.of(Measure.between("share of rivers", 0.4, 0.3, 0.5), Measure.exact("pictures", 20)),
                List.of(new Exhibit("river/1.png", Exhibit.Role.EVIDENCE, "river", "road")),
                Optional.of(new Effect("filter 0 set to 0", 20, List.of(new Effect.ClassEffect("river", 10, 0.5, 0.75)))),
                List.of(new Fix(Fix.Kind.REPAIR, List.of("river"), "Fit the last layer anew")), "takes river for road")),
                List.of(new Search(FindingKind.DEAD_FILTERS, 7, "7 of them")));
    }

    /** An array of float32 with a column for each filter. */
    public static void array(final Path file) throws IOException {
        try (NpyWriter writer = new NpyWriter(file, FILTERS)) {
            for (int i = 0; i < 5; i++) {
                writer.write(new float[] {i, 2 * i, -i});
            }
        }
    }

    private static void positions(final Path file) throws IOException {
        try (NpyWriter writer = new NpyWriter(file, FILTERS, NpyWriter.Type.INT)) {
            for (int i = 0; i < 5; i++) {
                writer.write(new int[] {i, 2 * i, 3 * i});
            }
        }
    }

    /** Writes a comparison. */
    public static void comparison(final Path folder) throws InvalidInputException {
        final FilterLabel label = new FilterLabel("object", "water", OptionalDouble.of(0.25).getAsDouble());
        new Comparison(new ComparisonManifest(ComparisonManifest.SCHEMA, ComparisonManifest.TOOL, "0.1.0",
                List.of(new ComparedReport("a", "/a", "/a.h5", "aa", "dd", 9), new ComparedReport("b", "/b", "/b.h5", "bb", "dd", 9)), 1,
                List.of("nothing of note")),
                List.of(new EventRow("a", "b", LAYER, 0, EventKind.CHANGED, label, FilterLabel.NONE)),
                List.of(new FilterPairRow("a", "b", Pairing.NUMBER, LAYER, 0, LAYER, 0, 0.5, 0.4, 0.3, 0.2, label, true, FilterLabel.NONE, false,
                        Optional.of(true))),
                List.of(new LayerPairRow("a", "b", LAYER, LAYER, 9, 3, 3, 0.9, 0.1, 0.8, 0.7, 3, 0.6, 0.1, 0.5, 0.4, 2, 0.5, 0.5)),
                List.of(new CategoryRow("a", new DetectorRow(LAYER, "object", 2, 1, 0.25))),
                List.of(new TransitionRow("a", "b", LAYER, TransitionRow.LABEL, "water", "", 1))).write(folder);
    }
}
