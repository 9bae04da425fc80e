package org.filterscope.analysis.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.report.DetectorRow;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.LayerRow.FieldRow;
import org.filterscope.core.report.Manifest;
import org.filterscope.core.report.NpyWriter;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.report.PredictionRow;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.core.report.ReportWriter;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.filterscope.core.report.TopRow;

/** A small report with layers of 8 × 8 positions, made for a test. */
final class WrittenReport {
    static final int SIDE = 8;

    private final Map<String, float[][]> peaks = new LinkedHashMap<>();
    private final Map<String, List<FilterRow>> filters = new LinkedHashMap<>();
    private final List<DetectorRow> detectors = new ArrayList<>();
    private final Map<String, String> sets = new LinkedHashMap<>();
    private final List<String> pictures = new ArrayList<>();
    private String data = "data";
    private String folder = "/pictures";
    private boolean withPeaks = true;

    WrittenReport(final int pictures) {
        for (int i = 0; i < pictures; i++) {
            this.pictures.add("p%04d.png".formatted(i));
        }
    }

    /** Without some of the first pictures. */
    WrittenReport without(final int first) {
        pictures.subList(0, first).clear();
        peaks.replaceAll((layer, values) -> Arrays.copyOfRange(values, first, values.length));
        return this;
    }

    WrittenReport data(final String digest, final String from) {
        data = digest;
        folder = from;
        return this;
    }

    WrittenReport withoutPeaks() {
        withPeaks = false;
        return this;
    }

    /** @param values {@code [picture, channel]} */
    WrittenReport layer(final String layer, final float[][] values) {
        peaks.put(layer, values);
        final List<FilterRow> rows = new ArrayList<>();
        for (int channel = 0; channel < values[0].length; channel++) {
            rows.add(new FilterRow(channel, 0.5, 0.25, 1, 1, false));
        }
        filters.put(layer, rows);
        return this;
    }

    /** Says what a filter stands for. */
    WrittenReport label(final String layer, final int channel, final String category, final String concept, final double iou) {
        return score(layer, channel, Scores.NONE.with(Score.LABEL, concept).with(Score.LABEL_CATEGORY, category).with(Score.IOU, iou)
                .with(Score.DETECTOR, iou > 0.04));
    }

    WrittenReport score(final String layer, final int channel, final Scores scores) {
        filters.get(layer).set(channel, filters.get(layer).get(channel).with(scores));
        return this;
    }

    WrittenReport dead(final String layer, final int channel) {
        filters.get(layer).set(channel, new FilterRow(channel, 0, 0, 0, 0, true));
        return this;
    }

    WrittenReport detectors(final String layer, final String category, final int count) {
        detectors.add(new DetectorRow(layer, category, count, 1, 0.1));
        return this;
    }

    /** The layer was dissected with a set of concepts. */
    WrittenReport conceptSet(final String layer, final String set) {
        sets.put(layer, set);
        return this;
    }

    Report write(final Path directory, final String model) throws IOException, InvalidInputException {
        final ReportWriter writer = new ReportWriter(new ReportFiles(directory));
        final List<LayerRow> layers = new ArrayList<>();
        for (final Map.Entry<String, float[][]> layer : peaks.entrySet()) {
            layers.add(new LayerRow(layer.getKey(), "relu", layer.getValue()[0].length, SIDE, SIDE, new FieldRow(4, 7, 1.5),
                    new FieldRow(4, 7, 1.5)));
            writer.filters(layer.getKey(), filters.get(layer.getKey()));
            writer.tops(layer.getKey(), List.of(new TopRow(0, 1, pictures.getFirst(), 2, 3, 0.5, new PixelBox(0, 0, 7, 7))));
            if (withPeaks) {
                writePeaks(writer.files(), layer.getKey(), layer.getValue());
            }
        }
        writer.layers(layers);
        for (final Map.Entry<String, String> set : sets.entrySet()) {
            writer.concepts(set.getKey(), set.getValue(), List.of());
        }
        if (!detectors.isEmpty()) {
            writer.detectors(detectors);
        }
        try (ReportWriter.Predictions predictions = writer.predictions()) {
            for (final String picture : pictures) {
                predictions.write(new PredictionRow(picture, "", List.of()));
            }
        }
        writer.manifest(new Manifest(Manifest.SCHEMA, Manifest.TOOL, "0.1.0", Manifest.COMPLETE,
                new Manifest.Model("/models/" + model, "aa" + model, "Keras HDF5", List.of(3, 32, 32)),
                new Manifest.Data(folder, pictures.size(), data, List.of()), "model: m.h5", List.of("filters"), List.copyOf(peaks.keySet()),
                Map.of(), 1, "cpu", "nd4j", 2, Map.of(), new Manifest.Times("2026-01-01T00:00:00Z", 1)));
        return Report.open(directory);
    }

    private static void writePeaks(final ReportFiles files, final String layer, final float[][] values) throws IOException {
        final int channels = values[0].length;
        try (NpyWriter peaks = new NpyWriter(files.peaks(layer), channels);
                NpyWriter positions = new NpyWriter(files.peakPositions(layer), channels, NpyWriter.Type.INT)) {
            for (int i = 0; i < values.length; i++) {
                peaks.write(values[i]);
                final int[] places = new int[channels];
                for (int c = 0; c < channels; c++) {
                    places[c] = (7 * i + c) % (SIDE * SIDE);
                }
                positions.write(places);
            }
        }
    }

    /** Independent peaks, {@code [picture, channel]}. */
    static float[][] random(final long seed, final int pictures, final int channels) {
        final Random random = new Random(seed);
        final float[][] values = new float[pictures][channels];
        for (final float[] row : values) {
            for (int c = 0; c < channels; c++) {
                row[c] = (float) Math.max(0, random.nextGaussian() + 0.5);
            }
        }
        return values;
    }
}
