package org.filterscope.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.filterscope.core.report.LayerRow.FieldRow;
import org.filterscope.core.report.PredictionRow.Guess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Manifest MANIFEST = new Manifest(Manifest.SCHEMA, Manifest.TOOL, "0.1.0", Manifest.COMPLETE,
            new Manifest.Model("/m.h5", "aa", "Keras HDF5", List.of(3, 8, 8)), new Manifest.Data("/p", 2, "bb", List.of("river")),
            "model: m.h5", List.of("filters"), List.of("a/b"), Map.of("filters.top", "9"), 1, "cpu", "nd4j", 2, Map.of("java", "21"),
            new Manifest.Times("2026-01-01T00:00:00Z", 1.5));

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        final ReportWriter writer = new ReportWriter(new ReportFiles(folder));
        final List<FilterRow> filters = List.of(new FilterRow(0, 0.1, 1.0 / 3, 1e-30, 0.5, false), new FilterRow(1, 0, 0, 0, 0, true));
        final List<TopRow> tops = List.of(new TopRow(0, 1, "a \"b\",c\n.jpg", 2, 3, 0.1f, new PixelBox(0, 1, 2, 3)));
        final List<ClassRow> classes = List.of(new ClassRow(0, "Flüsse, Bäche", 0.25),
                new ClassRow(0, "Wege", 0.5).withAuc(0.75).withContribution(-1.5).withAblation(-0.25, 0.125, -0.5, 0.0625));
        final List<LayerRow> layers = List.of(new LayerRow("a/b", "relu", 2, 8, 8, new FieldRow(2, 7, 1.5), new FieldRow(4, 9, -0.5)));
        final List<ThumbnailRow> thumbnails = List.of(new ThumbnailRow("a.jpg", "sheet-000.jpg", new PixelBox(0, 96, 96, 192)));
        writer.filters("a/b", filters);
        writer.tops("a/b", tops);
        writer.classes("a/b", classes);
        writer.layers(layers);
        writer.thumbnails(thumbnails);
        final PredictionRow prediction = new PredictionRow("a.jpg", "", List.of(new Guess("river", 0.75), new Guess("road", 0.25)));
        try (ReportWriter.Predictions predictions = writer.predictions()) {
            predictions.write(prediction);
        }
        writer.manifest(MANIFEST);

        final Report report = Report.open(folder);
        assertThat(report.manifest()).isEqualTo(MANIFEST);
        assertThat(report.filters("a/b")).isEqualTo(filters);
        assertThat(report.tops("a/b")).isEqualTo(tops);
        assertThat(report.classes("a/b")).isEqualTo(classes);
        assertThat(report.layers()).isEqualTo(layers);
        assertThat(report.thumbnails()).isEqualTo(thumbnails);
        assertThat(report.predictions()).containsExactly(prediction);
        assertThat(Files.exists(folder.resolve("filters/a%2Fb.csv"))).isTrue();
    }

    @Test
    void layerNamesCannotLeaveTheReport() {
        assertThat(ReportFiles.fileName("../../etc/passwd")).isEqualTo("%2E.%2F..%2Fetc%2Fpasswd");
        assertThat(ReportFiles.fileName("conv 1:é")).isEqualTo("conv%201%3A%C3%A9");
    }

    @Test
    void aDamagedReportIsToldWithFileAndLine() throws Exception {
        assertThatThrownBy(() -> Report.open(folder)).isInstanceOf(InvalidReportException.class).hasMessageContaining("there is no report");
        final ReportWriter writer = new ReportWriter(new ReportFiles(folder));
        writer.manifest(MANIFEST);
        final Report report = Report.open(folder);
        assertThatThrownBy(() -> report.filters("a/b")).isInstanceOf(InvalidReportException.class).hasMessageContaining("a%2Fb.csv");
        writer.filters("a/b", List.of(new FilterRow(0, 0, 0, 0, 0, false)));
        final Path table = folder.resolve("filters/a%2Fb.csv");
        Files.writeString(table, Files.readString(table).replace("0.0,0.0", "0.0,x"));
        assertThatThrownBy(() -> report.filters("a/b")).hasMessageContaining("a%2Fb.csv:2:");
        Files.writeString(table, "channel,mean\n0,1\n");
        assertThatThrownBy(() -> report.filters("a/b")).hasMessageContaining("expected the columns");
        Files.writeString(folder.resolve("manifest.json"), "{\"tool\": \"filterscope\", \"schema\": 99}");
        assertThatThrownBy(() -> Report.open(folder)).hasMessageContaining("schema 99");
        Files.writeString(folder.resolve("manifest.json"), "{\"tool\": \"filters");
        assertThatThrownBy(() -> Report.open(folder)).hasMessageContaining("is damaged");
    }

    /** The layout of NumPy's format 1.0, checked byte by byte. */
    @Test
    void arraysAreInNumPysFormat() throws Exception {
        final Path file = folder.resolve("a.npy");
        final Locale before = Locale.getDefault();
        // Arabic digits would make the header unreadable.
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try (NpyWriter writer = new NpyWriter(file, 2)) {
            writer.write(new float[] {1, -2});
            writer.write(new float[] {0.5f, 4});
        } finally {
            Locale.setDefault(before);
        }
        final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.get(0)).isEqualTo((byte) 0x93);
        assertThat(new String(bytes.array(), 1, 5, StandardCharsets.US_ASCII)).isEqualTo("NUMPY");
        final int header = bytes.getShort(8);
        assertThat((10 + header) % 64).isZero();
        assertThat(new String(bytes.array(), 10, header, StandardCharsets.US_ASCII))
                .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }").endsWith(" \n");
        assertThat(bytes.position(10 + header).asFloatBuffer()).isEqualTo(ByteBuffer.allocate(16).putFloat(1).putFloat(-2).putFloat(0.5f)
                .putFloat(4).flip().asFloatBuffer());
    }
}
