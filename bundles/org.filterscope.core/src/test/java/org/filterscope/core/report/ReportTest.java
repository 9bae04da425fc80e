package org.filterscope.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
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
    void namesAreSafeOnEveryFileSystem() {
        assertThat(ReportFiles.fileName("conv1.2")).isEqualTo("conv1.2");
        assertThat(ReportFiles.fileName("conv1.")).isEqualTo("conv1%2E");
        assertThat(ReportFiles.fileName("a..")).isEqualTo("a.%2E");
        assertThat(ReportFiles.fileName("nul")).isEqualTo("%6Eul");
        assertThat(ReportFiles.fileName("Con.1")).isEqualTo("%43on.1");
        assertThat(ReportFiles.fileName("LPT3")).isEqualTo("%4CPT3");
        assertThat(ReportFiles.fileName("conv")).isEqualTo("conv");
        assertThat(ReportFiles.fileName("com")).isEqualTo("com");
    }

    @Test
    void aLayerMayBeCalledLikeATableOrADevice() throws Exception {
        final ReportWriter writer = new ReportWriter(new ReportFiles(folder));
        final List<ConceptRow> rows = List.of(new ConceptRow(0, "sky", "object", 0.5, 0.25, 0.5, 0.25, 0.01, Double.NaN));
        final List<DetectorRow> detectors = List.of(new DetectorRow("detectors.csv", "object", 1, 1, 0.25));
        writer.detectors(detectors);
        for (final String layer : List.of("detectors.csv", "Detectors.CSV", "aux")) {
            writer.concepts(layer, "nul", rows);
        }
        writer.manifest(MANIFEST);
        final Report report = Report.open(folder);
        assertThat(report.detectors()).isEqualTo(detectors);
        assertThat(report.conceptSets("detectors.csv")).containsExactly("nul");
        assertThat(report.concepts("Detectors.CSV", "nul")).isEqualTo(rows);
        assertThat(folder.resolve("dissection/%61ux/%6Eul.csv")).exists();
    }

    @Test
    void anIncompleteManifestIsToldWithWhatItLacks() throws Exception {
        new ReportWriter(new ReportFiles(folder)).manifest(MANIFEST);
        final Path file = folder.resolve("manifest.json");
        final String whole = Files.readString(file);
        for (final String key : List.of("version", "status", "model", "data", "configuration", "analyses", "layers", "device", "executor",
                "software", "times")) {
            assertLacks(whole.replace("\n  \"" + key + "\"", "\n  \"other\""), key);
        }
        for (final String key : List.of("model.file", "model.sha256", "model.format", "model.input", "data.folder", "data.sha256", "data.classes",
                "times.started")) {
            final String[] parts = key.split("\\.");
            final int block = whole.indexOf("\n  \"" + parts[0] + "\"");
            assertLacks(whole.substring(0, block) + whole.substring(block).replaceFirst("\"" + parts[1] + "\"", "\"other\""), key);
        }
        assertLacks(whole.replace("\"a/b\"", "null"), "layers");
        Files.writeString(file, "{\"schema\":1,\"tool\":\"filterscope\",\"model\":{},\"data\":{},\"layers\":[],\"times\":{}}");
        assertThatThrownBy(() -> Report.open(folder)).isInstanceOf(InvalidReportException.class).hasMessageContaining("manifest.json: does not tell");
    }

    private void assertLacks(final String manifest, final String key) throws Exception {
        Files.writeString(folder.resolve("manifest.json"), manifest);
        assertThatThrownBy(() -> Report.open(folder)).as(key).isInstanceOf(InvalidReportException.class)
                .hasMessageContaining("manifest.json: does not tell '" + key + "'");
    }

    @Test
    void aReportFromBeforeTheSettingsHasNone() throws Exception {
        new ReportWriter(new ReportFiles(folder)).manifest(MANIFEST);
        final Path file = folder.resolve("manifest.json");
        Files.writeString(file, Files.readString(file).replace("\"settings\"", "\"other\""));
        assertThat(Report.open(folder).manifest().settings()).isEmpty();
    }

    @Test
    void aScoreOfTheWrongKindIsToldWithFileAndLine() throws Exception {
        final ReportWriter writer = new ReportWriter(new ReportFiles(folder));
        writer.manifest(MANIFEST);
        final Scores scores = Scores.NONE.with(Score.IOU, 0.125).with(Score.DETECTOR, true).with(Score.TWIN, 3).with(Score.LABEL, "0.5 sky");
        writer.filters("conv", List.of(new FilterRow(0, 0, 0, 0, 0, false, scores)));
        final Report report = Report.open(folder);
        assertThat(report.filters("conv").getFirst().scores()).isEqualTo(scores);
        final Path table = report.files().filters("conv");
        final String good = Files.readString(table);
        for (final List<String> change : List.of(List.of("0.125", "abc", "'iou' is 'abc'; expected a number"),
                List.of("0.125", "NaN", "'iou' is 'NaN'; expected a number"), List.of("true", "yes", "'detector' is 'yes'; expected true or false"),
                List.of(",3\n", ",3.5\n", "'twin' is '3.5'; expected a whole number"))) {
            Files.writeString(table, good.replace(change.get(0), change.get(1)));
            assertThatThrownBy(() -> report.filters("conv")).isInstanceOf(InvalidReportException.class)
                    .hasMessageContaining("conv.csv:2: " + change.get(2));
        }
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

    /** A hole on the disk. */
    @Test
    void aManifestOfGigabytesIsRefusedUnread() throws Exception {
        final Path manifest = new ReportFiles(folder).manifest();
        try (RandomAccessFile file = new RandomAccessFile(manifest.toFile(), "rw")) {
            file.setLength(3L << 30);
        }
        assertThatThrownBy(() -> Report.open(folder)).isInstanceOf(InvalidReportException.class).hasMessageContaining("manifest.json")
                .hasMessageContaining("larger than 16 MB");
    }

    @Test
    void aNumberThatIsNoneInTheManifestIsDamage() throws Exception {
        for (final String number : List.of("1.5.1", "0x", "99999999999", "1e999999999")) {
            Files.writeString(new ReportFiles(folder).manifest(), "{\"tool\": \"filterscope\", \"schema\": %s}".formatted(number));
            assertThatThrownBy(() -> Report.open(folder)).isInstanceOf(InvalidReportException.class).hasMessageContaining("is damaged");
        }
    }
}
