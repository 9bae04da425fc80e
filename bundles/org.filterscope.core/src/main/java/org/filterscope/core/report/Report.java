package org.filterscope.core.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;

import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.FindingsReader;
import org.filterscope.core.finding.InvalidFindingsException;
import org.filterscope.core.report.LayerRow.FieldRow;
import org.filterscope.core.report.PredictionRow.Guess;

/** A finished report, opened for reading. Tables are read when asked for, each time anew; nothing is kept open. */
public final class Report {
    private static final long LARGEST_MANIFEST = 16 << 20;

    private final ReportFiles files;
    private final Manifest manifest;

    private Report(final ReportFiles files, final Manifest manifest) {
        this.files = files;
        this.manifest = manifest;
    }

    /** @throws InvalidReportException when the directory holds no report that this version can read */
    public static Report open(final Path directory) throws InvalidReportException {
        final ReportFiles files = new ReportFiles(directory);
        final Path file = files.manifest();
        try {
            if (Files.size(file) > LARGEST_MANIFEST) {
                throw new InvalidReportException("%s: is larger than 16 MB, which no manifest is".formatted(file));
            }
            final Manifest manifest = new Gson().fromJson(Files.readString(file), Manifest.class);
            if (manifest == null || !Manifest.TOOL.equals(manifest.tool())) {
                throw new InvalidReportException("%s: is not the manifest of a Filterscope report".formatted(file));
            }
            if (manifest.schema() != Manifest.SCHEMA) {
                throw new InvalidReportException("%s: the report has schema %d, this version reads schema %d; run the diagnosis again"
                        .formatted(file, manifest.schema(), Manifest.SCHEMA));
            }
            final Optional<String> missing = new ManifestContent(manifest).missing();
            if (missing.isPresent()) {
                throw new InvalidReportException("%s: does not tell '%s'; run the diagnosis again".formatted(file, missing.get()));
            }
            return new Report(files, manifest);
        } catch (final IOException e) {
            throw new InvalidReportException("%s: there is no report to read (%s)".formatted(directory, e.getClass().getSimpleName()), e);
        } catch (final JsonParseException | NumberFormatException e) {
            throw new InvalidReportException("%s: is damaged; run the diagnosis again".formatted(file), e);
        }
    }

    /** Whether a directory holds a report of ours, of any schema: other tools, too, name files {@code manifest.json}. */
    public static boolean isReport(final Path directory) {
        final Path file = new ReportFiles(directory).manifest();
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST_MANIFEST
                    && new Gson().fromJson(Files.readString(file), JsonElement.class) instanceof final JsonObject manifest
                    && manifest.get("tool") instanceof final JsonPrimitive tool && tool.getAsString().equals(Manifest.TOOL);
        } catch (final IOException | JsonParseException e) {
            return false;
        }
    }

    public Path directory() {
        return files.directory();
    }

    public ReportFiles files() {
        return files;
    }

    public Manifest manifest() {
        return manifest;
    }

    public List<LayerRow> layers() throws InvalidReportException {
        return TableReader.read(files.layers(), Columns.LAYERS, line -> new LayerRow(line.text("layer"), line.text("kind"),
                line.whole("channels"), line.whole("rows"), line.whole("cols"),
                new FieldRow(line.number("stride"), line.number("rf_size"), line.number("rf_centre")),
                new FieldRow(line.number("stride_cols"), line.number("rf_size_cols"), line.number("rf_centre_cols"))));
    }

    public List<PredictionRow> predictions() throws InvalidReportException {
        return TableReader.read(files.predictions(), Columns.PREDICTIONS, line -> {
            final List<Guess> best = new ArrayList<>();
            for (int i = 1; i <= PredictionRow.GUESSES && !line.text("class" + i).isEmpty(); i++) {
                best.add(new Guess(line.text("class" + i), line.number("p" + i)));
            }
            return new PredictionRow(line.text("picture"), line.text("label"), best);
        });
    }

    /** @return one row a filter, by channel */
    public List<FilterRow> filters(final String layer) throws InvalidReportException {
        return TableReader.read(files.filters(layer), Columns.FILTERS, line -> new FilterRow(line.whole("channel"), line.number("mean"),
                line.number("std"), line.number("max"), line.number("fires"), line.truth("dead"), line.scores()));
    }

    /** @return by channel, then rank */
    public List<TopRow> tops(final String layer) throws InvalidReportException {
        return TableReader.read(files.tops(layer), Columns.TOPS, line -> new TopRow(line.whole("channel"), line.whole("rank"),
                line.text("picture"), line.whole("row"), line.whole("col"), line.number("value"), new PixelBox(line.whole("rf_top"),
                        line.whole("rf_left"), line.whole("rf_bottom"), line.whole("rf_right"))));
    }

    /** @return by channel, then class; empty when the pictures have no classes */
    public List<ClassRow> classes(final String layer) throws InvalidReportException {
        return TableReader.read(files.classes(layer), Columns.CLASSES,
                line -> new ClassRow(line.whole("channel"), line.text("class"), line.number("mean"), line.numberIfGiven("auc"),
                        line.numberIfGiven("contribution"), line.numberIfGiven("ablation_zero"), line.numberIfGiven("ablation_mean"),
                        line.numberIfGiven("balanced_zero"), line.numberIfGiven("balanced_mean")));
    }

    /** @return by channel; empty when there are no classes; of many classes, the pairs among those with the highest mean peak */
    public List<PairRow> pairs(final String layer) throws InvalidReportException {
        return readIfThere(files.pairs(layer), Columns.PAIRS,
                line -> new PairRow(line.whole("channel"), line.text("class"), line.text("other"), line.number("auc")));
    }

    /** @return names of the concept sets that the layer was dissected with */
    public List<String> conceptSets(final String layer) throws InvalidReportException {
        return files.conceptSets(layer);
    }

    /** @return by channel, then concept */
    public List<ConceptRow> concepts(final String layer, final String set) throws InvalidReportException {
        return TableReader.read(files.concepts(layer, set), Columns.CONCEPTS, line -> new ConceptRow(line.whole("channel"),
                line.text("concept"), line.text("category"), line.number("threshold"), line.number("iou"), line.number("ceiling"),
                line.number("best_iou"), line.number("best_quantile"), line.numberIfGiven("p_value")));
    }

    /** @return by layer, then category; empty when nothing was dissected */
    public List<DetectorRow> detectors() throws InvalidReportException {
        return readIfThere(files.detectors(), Columns.DETECTORS, line -> new DetectorRow(line.text("layer"), line.text("category"),
                line.whole("detectors"), line.whole("unique"), line.numberIfGiven("mean_iou")));
    }

    /** @return by channel, then landmark; empty when there were no landmarks */
    public List<LandmarkRow> landmarks(final String layer) throws InvalidReportException {
        return readIfThere(files.landmarks(layer), Columns.LANDMARKS, line -> new LandmarkRow(line.whole("channel"),
                line.text("class"), line.text("landmark"), line.whole("pictures"), line.numberIfGiven("instability"),
                line.numberIfGiven("constant"), line.numberIfGiven("vector_instability"), line.numberIfGiven("vector_r2"),
                line.numberIfGiven("p_value")));
    }

    /** @return by channel; empty when receptive fields were not measured */
    public List<FieldSizeRow> fields(final String layer) throws InvalidReportException {
        return readIfThere(files.fields(layer), Columns.FIELDS, line -> new FieldSizeRow(line.whole("channel"), line.text("method"),
                line.whole("pictures"), line.number("size"), line.whole("rows"), line.whole("cols")));
    }

    /** @return by channel, then the other one; empty when filters were not compared */
    public List<SimilarRow> similar(final String layer) throws InvalidReportException {
        return readIfThere(files.similar(layer), Columns.SIMILAR, line -> new SimilarRow(line.whole("channel"), line.whole("other"),
                line.number("correlation"), line.numberIfGiven("weights")));
    }

    private static <T> List<T> readIfThere(final Path file, final List<String> columns, final TableReader.Row<T> row)
            throws InvalidReportException {
        return Files.exists(file) ? TableReader.read(file, columns, row) : List.of();
    }

    /** @return empty when the run did not look for flaws */
    public Optional<Findings> findings() throws InvalidFindingsException {
        return Files.exists(files.findings()) ? Optional.of(FindingsReader.read(files.findings())) : Optional.empty();
    }

    public List<ThumbnailRow> thumbnails() throws InvalidReportException {
        return TableReader.read(files.thumbnails(), Columns.THUMBNAILS, line -> new ThumbnailRow(line.text("picture"), line.text("sheet"),
                new PixelBox(line.whole("top"), line.whole("left"), line.whole("bottom"), line.whole("right"))));
    }
}
