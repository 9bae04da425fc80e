package org.filterscope.core.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.FindingsWriter;
import org.filterscope.core.report.LayerRow.FieldRow;
import org.filterscope.core.report.PredictionRow.Guess;

/** A report made line by line, whose every number the test knows. */
public final class HandmadeReport {
    private final Map<String, List<FilterRow>> layers = new LinkedHashMap<>();
    private final List<PredictionRow> predictions = new ArrayList<>();
    private final List<TopRow> tops = new ArrayList<>();
    private final List<ThumbnailRow> thumbnails = new ArrayList<>();
    private List<String> analyses = List.of("filters", "dissection", "instability", "classes", "flaws");
    private String model = "/somewhere/net.h5";
    private String data = "aa";
    private int outputs;
    private Optional<Findings> findings = Optional.empty();
    private Map<String, String> settings = Map.of();

    /** Filters by their scores alone. */
    public HandmadeReport layer(final String name, final Scores... filters) {
        final List<FilterRow> rows = new ArrayList<>();
        for (final Scores scores : filters) {
            rows.add(new FilterRow(rows.size(), 0.5, 1, 2, 1, false, scores));
        }
        layers.put(name, rows);
        return this;
    }

    /** Pictures of a class, of which some are taken for another. */
    public HandmadeReport pictures(final String label, final int right, final String other, final int wrong) {
        for (int i = 0; i < right + wrong; i++) {
            final String best = i < right ? label : other;
            predictions.add(new PredictionRow("%s/%03d.png".formatted(label, i), label, List.of(new Guess(best, 1))));
        }
        return this;
    }

    /** How many classes the network has. */
    public HandmadeReport outputs(final int count) {
        outputs = count;
        return this;
    }

    /** Names of the network's outputs. */
    public HandmadeReport named(final String... names) {
        settings = Map.of(Manifest.OUTPUTS, String.join("\n", names));
        return this;
    }

    public HandmadeReport analyses(final String... names) {
        analyses = List.of(names);
        return this;
    }

    public HandmadeReport model(final String file) {
        model = file;
        return this;
    }

    /** A checksum of other pictures. */
    public HandmadeReport data(final String sha256) {
        data = sha256;
        return this;
    }

    public HandmadeReport findings(final Findings found) {
        findings = Optional.of(found);
        return this;
    }

    /** A picture among the tops of a filter of the first layer, with a small copy of 8 by 8 pixels. */
    public HandmadeReport top(final int channel, final String picture) {
        tops.add(new TopRow(channel, 1, picture, 0, 0, 1, new PixelBox(0, 0, 8, 8)));
        return thumbnail(picture);
    }

    /** A small copy of 8 by 8 pixels. */
    public HandmadeReport thumbnail(final String picture) {
        thumbnails.add(new ThumbnailRow(picture, "sheet-000.png", new PixelBox(0, 8 * thumbnails.size(), 8, 8 * thumbnails.size() + 8)));
        return this;
    }

    public Report write(final Path directory) throws IOException, InvalidInputException {
        Files.createDirectories(directory);
        final ReportWriter writer = new ReportWriter(new ReportFiles(directory));
        for (final Map.Entry<String, List<FilterRow>> layer : layers.entrySet()) {
            writer.filters(layer.getKey(), layer.getValue());
            writer.tops(layer.getKey(), layer.getKey().equals(layers.keySet().iterator().next()) ? tops : List.of());
        }
        writer.layers(layers.entrySet().stream().map(layer -> new LayerRow(layer.getKey(), "convolution", layer.getValue().size(), 8, 8,
                new FieldRow(1, 3, 0), new FieldRow(1, 3, 0))).toList());
        try (ReportWriter.Predictions table = writer.predictions()) {
            for (final PredictionRow row : predictions) {
                table.write(row);
            }
        }
        writer.thumbnails(thumbnails);
        if (outputs > 0) {
            final String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (0, %d), }".formatted(outputs);
            final byte[] text = (header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII);
            final byte[] array = new byte[10 + text.length];
            System.arraycopy(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0}, 0, array, 0, 10);
            System.arraycopy(text, 0, array, 10, text.length);
            Files.write(writer.files().probabilities(), array);
        }
        if (findings.isPresent()) {
            FindingsWriter.write(writer.files().findings(), findings.get());
        }
        writer.manifest(new Manifest(Manifest.SCHEMA, Manifest.TOOL, "0.1.0", Manifest.COMPLETE,
                new Manifest.Model(model, "abcdef", "Keras HDF5", List.of(3, 8, 8)),
                new Manifest.Data("/pictures", predictions.size(), data, List.copyOf(new TreeSet<>(predictions.stream().map(PredictionRow::label)
                        .toList()))),
                "model: net.h5", analyses, List.copyOf(layers.keySet()), settings, 1, "cpu", "nd4j", 2, Map.of("java", "21"),
                new Manifest.Times("2026-01-01T00:00:00Z", 1.5)));
        return Report.open(directory);
    }
}
