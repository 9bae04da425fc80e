package org.filterscope.core.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import com.google.gson.GsonBuilder;

import org.filterscope.core.report.LayerRow.FieldRow;
import org.filterscope.core.report.PredictionRow.Guess;

/** Writes the tables of a report into a directory that nobody reads yet (see {@link ReportTarget}). */
public final class ReportWriter {
    private final ReportFiles files;

    public ReportWriter(final ReportFiles files) {
        this.files = files;
    }

    public ReportFiles files() {
        return files;
    }

    /** Writes the manifest: last of all, so that a directory without one is never taken for a report. */
    public void manifest(final Manifest manifest) throws IOException {
        Files.writeString(files.manifest(),
                new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(manifest) + "\n");
    }

    public void layers(final List<LayerRow> rows) throws IOException {
        TableWriter.write(files.layers(), Columns.LAYERS, rows, (table, row) -> table.write(row.layer(), row.kind(), row.channels(), row.rows(),
                row.cols(), FieldRow.text(row.vertical().stride()), FieldRow.text(row.vertical().size()),
                FieldRow.text(row.vertical().centre()), FieldRow.text(row.horizontal().stride()),
                FieldRow.text(row.horizontal().size()), FieldRow.text(row.horizontal().centre())));
    }

    public void filters(final String layer, final List<FilterRow> rows) throws IOException {
        final Set<Score> known = EnumSet.noneOf(Score.class);
        rows.forEach(row -> known.addAll(row.scores().known()));
        final List<String> columns = new ArrayList<>(Columns.FILTERS);
        known.forEach(score -> columns.add(score.key()));
        TableWriter.write(files.filters(layer), columns, rows, (table, row) -> {
            final List<Object> fields = new ArrayList<>(List.of(row.channel(), row.mean(), row.std(), row.max(), row.fires(), row.dead()));
            known.forEach(score -> fields.add(row.scores().text(score).orElse("")));
            table.write(fields.toArray());
        });
    }

    public void tops(final String layer, final List<TopRow> rows) throws IOException {
        TableWriter.write(files.tops(layer), Columns.TOPS, rows, (table, row) -> table.write(row.channel(), row.rank(), row.picture(), row.row(),
                row.col(), row.value(), row.field().top(), row.field().left(), row.field().bottom(), row.field().right()));
    }

    public void classes(final String layer, final List<ClassRow> rows) throws IOException {
        TableWriter.write(files.classes(layer), Columns.CLASSES, rows, (table, row) -> table.write(row.channel(), row.className(), row.mean(),
                TableWriter.number(row.auc()), TableWriter.number(row.contribution()), TableWriter.number(row.ablationZero()), TableWriter.number(row.ablationMean()),
                TableWriter.number(row.balancedZero()), TableWriter.number(row.balancedMean())));
    }

    public void pairs(final String layer, final List<PairRow> rows) throws IOException {
        TableWriter.write(files.pairs(layer), Columns.PAIRS, rows, (table, row) -> table.write(row.channel(), row.className(), row.other(), row.auc()));
    }

    public void concepts(final String layer, final String set, final List<ConceptRow> rows) throws IOException {
        TableWriter.write(files.concepts(layer, set), Columns.CONCEPTS, rows, (table, row) -> table.write(row.channel(), row.concept(), row.category(),
                row.threshold(), row.iou(), row.ceiling(), row.bestIou(), row.bestQuantile(), TableWriter.number(row.pValue())));
    }

    public void detectors(final List<DetectorRow> rows) throws IOException {
        TableWriter.write(files.detectors(), Columns.DETECTORS, rows, (table, row) -> table.write(row.layer(), row.category(), row.detectors(),
                row.unique(), TableWriter.number(row.meanIou())));
    }

    public void landmarks(final String layer, final List<LandmarkRow> rows) throws IOException {
        TableWriter.write(files.landmarks(layer), Columns.LANDMARKS, rows, (table, row) -> table.write(row.channel(), row.className(),
                row.landmark(), row.pictures(), TableWriter.number(row.instability()), TableWriter.number(row.constant()), TableWriter.number(row.vectorInstability()),
                TableWriter.number(row.vectorR2()), TableWriter.number(row.pValue())));
    }

    public void fields(final String layer, final List<FieldSizeRow> rows) throws IOException {
        TableWriter.write(files.fields(layer), Columns.FIELDS, rows, (table, row) -> table.write(row.channel(), row.method(), row.pictures(),
                FieldRow.text(row.size()), row.rows(), row.cols()));
    }

    public void similar(final String layer, final List<SimilarRow> rows) throws IOException {
        TableWriter.write(files.similar(layer), Columns.SIMILAR, rows, (table, row) -> table.write(row.channel(), row.other(), row.correlation(),
                TableWriter.number(row.weights())));
    }

    public void thumbnails(final List<ThumbnailRow> rows) throws IOException {
        TableWriter.write(files.thumbnails(), Columns.THUMBNAILS, rows, (table, row) -> table.write(row.picture(), row.sheet(), row.place().top(),
                row.place().left(), row.place().bottom(), row.place().right()));
    }

    /** Opens the table of predictions, written picture by picture. */
    public Predictions predictions() throws IOException {
        return new Predictions(new TableWriter(files.predictions(), Columns.PREDICTIONS));
    }

    /** The open table of predictions. */
    public static final class Predictions implements Closeable {
        private final TableWriter table;

        private Predictions(final TableWriter table) {
            this.table = table;
        }

        /** @param row only its five best guesses are written; fewer leave fields empty */
        public void write(final PredictionRow row) throws IOException {
            final Object[] fields = new Object[2 + 2 * PredictionRow.GUESSES];
            fields[0] = row.picture();
            fields[1] = row.label();
            for (int i = 0; i < PredictionRow.GUESSES; i++) {
                final Guess guess = i < row.best().size() ? row.best().get(i) : null;
                fields[2 + 2 * i] = guess == null ? "" : guess.name();
                fields[3 + 2 * i] = guess == null ? "" : guess.probability();
            }
            try {
                table.write(fields);
            } catch (final UncheckedIOException e) {
                throw e.getCause();
            }
        }

        @Override
        public void close() throws IOException {
            table.close();
        }
    }
}
