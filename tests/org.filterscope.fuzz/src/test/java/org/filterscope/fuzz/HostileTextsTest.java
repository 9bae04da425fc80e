package org.filterscope.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.filterscope.analysis.landmarks.LandmarkReader;
import org.filterscope.core.comparison.Comparison;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.InputSettings;
import org.filterscope.core.configuration.LandmarkSettings;
import org.filterscope.core.finding.FindingsReader;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.names.NamesFile;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.NpyReader;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.core.suppression.SuppressionsFile;
import org.filterscope.core.trace.TraceFile;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.fuzz.seed.ReportSeeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configurations, reports and tables that somebody has made to do harm. */
class HostileTextsTest {
    private static final int LONG_LINE = 100 << 20;
    private static final long LARGE_FILE = 3L << 30;

    @TempDir
    Path folder;

    /** "A billion laughs": nine levels of ten, 10^9 words if somebody counts them. */
    @Test
    void aliasesOfAliasesAreNotFollowedWithoutEnd() throws Exception {
        final StringBuilder yaml = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 10; i++) {
            yaml.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(10, "*a" + (i - 1)))));
        }
        yaml.append("layers: *a9\n");
        refusedConfiguration(yaml.toString());
        refusedConfiguration("layers: &a [*a, *a]\n");
        refusedConfiguration("input: &a { size: *a }\n");
        refusedConfiguration("<<: &a { <<: *a }\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "[[", "{", "\"", "!!a ", "&a ", "- - "})
    void configurationsNestedWithoutEndAreRefused(final String opening) throws Exception {
        refusedConfiguration("layers: " + opening.repeat(100_000));
        refusedConfiguration(opening.repeat(100_000));
    }

    @Test
    void namesOfClassesInAConfigurationMeanNothing() throws Exception {
        refusedConfiguration("model: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://localhost/\"]]]]\n");
        refusedConfiguration("model: !!" + NeverLoaded.class.getName() + " {}\n");
        assertThat(System.getProperty("filterscope.fuzz.loaded")).isNull();
    }

    private void refusedConfiguration(final String text) throws Exception {
        final Path file = Files.writeString(folder.resolve("c.filterscope"), text);
        Refusal.of(file, () -> new ConfigurationReader().read(file)).within(256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void jsonNestedWithoutEndIsRefused(final String opening) throws Exception {
        final String deep = opening.repeat(100_000);
        ReportSeeds.report(folder.resolve("report"));
        final ReportFiles files = new ReportFiles(folder.resolve("report"));
        for (final String start : List.of("", "{\"schema\": 1, \"tool\": \"filterscope\", \"findings\": ", "{\"searches\": ", "{\"settings\": ")) {
            for (final Path file : List.of(files.findings(), folder.resolve("trace.json"), files.manifest())) {
                Files.writeString(file, start + deep);
            }
            Refusal.of(files.findings(), () -> FindingsReader.read(files.findings())).within(64);
            Refusal.of(folder.resolve("trace.json"), () -> TraceFile.read(folder.resolve("trace.json"))).within(64);
            Refusal.of(files.manifest(), () -> Report.open(files.directory())).within(64);
            assertThat(Report.isReport(files.directory())).isFalse();
        }
        ReportSeeds.comparison(folder.resolve("comparison"));
        final Path comparison = folder.resolve("comparison/comparison.json");
        assertThat(comparison).exists();
        Files.writeString(comparison, deep);
        Refusal.of(comparison, () -> Comparison.open(folder.resolve("comparison"))).within(64);
        assertThat(Comparison.isComparison(folder.resolve("comparison"))).isFalse();
    }

    @Test
    void anArrayOfTerabytesIsRefused() throws Exception {
        for (final String shape : List.of("999999999, 999999999", "999999999, 1", "1, 999999999", "999999999, 0", "1, 0", "0, 999999999")) {
            final String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (%s), }".formatted(shape);
            final byte[] text = header.getBytes(StandardCharsets.US_ASCII);
            final byte[] file = new byte[10 + text.length];
            System.arraycopy(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0}, 0, file, 0, 10);
            System.arraycopy(text, 0, file, 10, text.length);
            final Path path = Files.write(folder.resolve("a.npy"), file);
            Refusal.of(path, () -> {
                try (NpyReader reader = new NpyReader(path)) {
                    reader.floatColumns(0, Math.min(3, reader.columns()));
                }
            }).within(16);
        }
    }

    @Test
    void tablesWithALineOfAHundredMegabytesAreRefused() throws Exception {
        ReportSeeds.report(folder.resolve("report"));
        final Report report = Report.open(folder.resolve("report"));
        final Path layers = report.files().layers();
        final Path configuration = folder.resolve("c.filterscope");
        final NamesFile names = NamesFile.beside(configuration);
        final SuppressionsFile suppressions = SuppressionsFile.beside(configuration);
        final Path landmarks = folder.resolve("landmarks.csv");
        final LandmarkSettings settings = new LandmarkSettings(landmarks, folder);
        final InputPreparation preparation = new InputPreparation(InputSettings.DEFAULT, new Shape(3, 8, 8));
        for (final boolean quoted : new boolean[] {false, true}) {
            for (final Path file : List.of(layers, names.file(), suppressions.file(), landmarks)) {
                longLine(file, quoted);
            }
            Refusal.of(layers, report::layers).within(200);
            Refusal.of(names.file(), names::read).within(200);
            Refusal.of(suppressions.file(), suppressions::read).within(200);
            Refusal.of(landmarks, () -> LandmarkReader.read(settings, List.of(), preparation, Progress.NONE)).within(200);
        }
    }

    private static void longLine(final Path file, final boolean quoted) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(quoted ? "\"" : "");
            final String part = "a".repeat(1 << 20);
            for (int i = 0; i < LONG_LINE; i += part.length()) {
                writer.write(part);
            }
        }
    }

    /** Whoever reads a whole file looks at its size first. The files are holes on the disk, 3 GB by their names. */
    @Test
    void filesOfGigabytesWhereKilobytesAreExpectedAreRefused() throws Exception {
        ReportSeeds.report(folder.resolve("report"));
        ReportSeeds.comparison(folder.resolve("comparison"));
        final ReportFiles files = new ReportFiles(folder.resolve("report"));
        final Path comparison = folder.resolve("comparison/comparison.json");
        final Path configuration = folder.resolve("c.filterscope");
        final NamesFile names = NamesFile.beside(configuration);
        final SuppressionsFile suppressions = SuppressionsFile.beside(configuration);
        final Path other = folder.resolve("other");
        for (final Path file : List.of(files.manifest(), files.findings(), comparison, configuration, names.file(), suppressions.file(), other)) {
            try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
                hole.setLength(0);
                hole.setLength(LARGE_FILE);
            }
        }
        Refusal.of(files.manifest(), () -> Report.open(files.directory())).within(16);
        Refusal.of(files.findings(), () -> FindingsReader.read(files.findings())).within(16);
        Refusal.of(comparison, () -> Comparison.open(folder.resolve("comparison"))).within(16);
        Refusal.of(configuration, () -> new ConfigurationReader().read(configuration)).within(16);
        Refusal.of(names.file(), names::read).within(16);
        Refusal.of(suppressions.file(), suppressions::read).within(16);
        Refusal.of(other, () -> TraceFile.read(other)).within(16);
        Refusal.of(other, () -> new NpyReader(other).close()).within(16);
        Refusal.of(other, () -> GraphFile.open(other).close()).within(16);
        assertThat(Report.isReport(files.directory())).isFalse();
        assertThat(Comparison.isComparison(folder.resolve("comparison"))).isFalse();
    }
}
