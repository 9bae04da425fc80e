package org.filterscope.analysis.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.LayerRow.FieldRow;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.report.PredictionRow;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.ThumbnailRow;
import org.filterscope.core.report.TopRow;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.testkit.ColourProject;
import org.filterscope.testkit.Pictures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run on a project whose numbers are known; see {@link ColourProject}. */
class DiagnosisTest {
    private static final int PER_CLASS = 20;
    private static final double SHARE = (double) ColourProject.SQUARE * ColourProject.SQUARE / (ColourProject.SIDE * ColourProject.SIDE);
    private static Nd4jExecutor executor;

    @TempDir
    Path folder;
    private Path configuration;

    @BeforeAll
    static void load() throws Exception {
        executor = Nd4jExecutor.load();
    }

    @BeforeEach
    void write() throws Exception {
        configuration = ColourProject.write(folder, PER_CLASS);
    }

    @Test
    void theReportHoldsTheKnownNumbers() throws Exception {
        run(Progress.NONE);
        final Report report = Report.open(folder.resolve("report"));
        assertThat(report.layers()).containsExactly(new LayerRow("colour", "relu", 3, 16, 16, new FieldRow(1, 1, 0), new FieldRow(1, 1, 0)));
        final List<FilterRow> filters = report.filters("colour");
        // Half of the pictures have a square of the filter's colour.
        assertThat(filters.get(0).mean()).isCloseTo(SHARE / 2, within(1e-6));
        assertThat(filters.get(0).std()).isCloseTo(Math.sqrt(SHARE / 2 - SHARE * SHARE / 4), within(1e-6));
        assertThat(filters.get(1).max()).isCloseTo(1, within(1e-6));
        assertThat(filters.get(1).fires()).isEqualTo(0.5);
        assertThat(filters.stream().map(FilterRow::dead)).containsExactly(false, false, true);
        final List<ClassRow> classes = report.classes("colour");
        assertThat(classes.get(0).className()).isEqualTo("green");
        assertThat(classes.get(0).mean()).isZero();
        assertThat(classes.get(1).mean()).isCloseTo(SHARE, within(1e-6));
    }

    @Test
    void topPicturesPointAtTheSquare() throws Exception {
        run(Progress.NONE);
        final Report report = Report.open(folder.resolve("report"));
        final List<TopRow> tops = report.tops("colour");
        // All peaks are equal: the first pictures win, and the first position in reading order; the dead filter has none.
        assertThat(tops).extracting(TopRow::channel).containsExactly(0, 0, 0, 1, 1, 1);
        assertThat(tops.get(1).picture()).isEqualTo("red/001.png");
        assertThat(tops.get(1).field()).isEqualTo(new PixelBox(1, 2, 2, 3));
        final List<ThumbnailRow> thumbnails = report.thumbnails();
        // Findings show others besides.
        assertThat(thumbnails).extracting(ThumbnailRow::picture).doesNotHaveDuplicates().contains("green/000.png", "green/001.png", "green/002.png",
                "red/000.png", "red/001.png", "red/002.png");
        assertThat(report.files().sheet(thumbnails.get(0).sheet())).exists();
    }

    @Test
    void predictionsNameTheClassesAndTheArrayHoldsAllOfThem() throws Exception {
        run(Progress.NONE);
        final Report report = Report.open(folder.resolve("report"));
        final PredictionRow first = report.predictions().get(0);
        assertThat(first.picture()).isEqualTo("green/000.png");
        assertThat(first.label()).isEqualTo("green");
        assertThat(first.best().get(0).name()).isEqualTo("green");
        assertThat(first.best().get(0).probability()).isCloseTo(1 / (1 + Math.exp(-100 * SHARE)), within(1e-4));
        final byte[] array = Files.readAllBytes(report.files().probabilities());
        assertThat(new String(array, 0, 128, StandardCharsets.ISO_8859_1)).contains("'shape': (40, 2)");
        assertThat(array).hasSize(128 + 40 * 2 * Float.BYTES);
    }

    @Test
    void theSameRunTwiceGivesTheSameBytesButForTheTimes() throws Exception {
        run(Progress.NONE);
        final Map<String, String> first = InterruptedRun.content(folder.resolve("report"));
        run(Progress.NONE);
        assertThat(InterruptedRun.content(folder.resolve("report"))).isEqualTo(first);
        assertThat(siblings()).containsExactly("colours.filterscope", "labels.txt", "model.h5", "pictures", "report");
    }

    @Test
    void aCancelledRunLeavesTheOldReportAndWhatIsNeededToGoOn() throws Exception {
        run(Progress.NONE);
        final Map<String, String> before = InterruptedRun.content(folder.resolve("report"));
        assertThatThrownBy(() -> run(InterruptedRun.cancelledAt("Showing pictures to the network"))).isInstanceOf(CancelledException.class);
        assertThatThrownBy(() -> run(InterruptedRun.cancelledAt("Drawing the top pictures"))).isInstanceOf(CancelledException.class);
        assertThat(InterruptedRun.content(folder.resolve("report"))).isEqualTo(before);
        assertThat(siblings()).containsExactly(".report.work", "colours.filterscope", "labels.txt", "model.h5", "pictures", "report");
    }

    @Test
    void aResumedRunGivesTheVeryReportOfOneThatWasNotInterrupted() throws Exception {
        run(Progress.NONE);
        final Map<String, String> uninterrupted = InterruptedRun.content(folder.resolve("report"));
        for (final String stage : List.of("Showing pictures to the network", "Looking at the filters", "Drawing the top pictures")) {
            assertThatThrownBy(() -> run(InterruptedRun.cancelledAt(stage))).isInstanceOf(CancelledException.class);
            final DiagnosisSummary summary = resume();
            assertThat(summary.resumed()).isEqualTo(stage.startsWith("Showing") ? 0 : 2 * PER_CLASS);
            assertThat(InterruptedRun.content(folder.resolve("report"))).isEqualTo(uninterrupted);
            assertThat(siblings()).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void whatAKilledRunHadNotFinishedWritingIsComputedAgain() throws Exception {
        run(Progress.NONE);
        final Map<String, String> uninterrupted = InterruptedRun.content(folder.resolve("report"));
        assertThatThrownBy(() -> run(InterruptedRun.cancelledAt("Looking at the filters"))).isInstanceOf(CancelledException.class);
        final Path maps = folder.resolve(".report.work/pictures-0/maps-0");
        final byte[] whole = Files.readAllBytes(maps);
        Files.write(maps, Arrays.copyOf(whole, whole.length - 7));
        // The second batch was torn; the first, of 32 pictures, is whole.
        assertThat(resume().resumed()).isEqualTo(32);
        assertThat(InterruptedRun.content(folder.resolve("report"))).isEqualTo(uninterrupted);
    }

    @Test
    void whatWasLeftBehindIsOfNoUseOnceSomethingChanged() throws Exception {
        assertThatThrownBy(() -> run(InterruptedRun.cancelledAt("Looking at the filters"))).isInstanceOf(CancelledException.class);
        Files.writeString(configuration, Files.readString(configuration) + "# changed\n");
        assertThat(resume().resumed()).isZero();
        assertThatThrownBy(() -> run(InterruptedRun.cancelledAt("Looking at the filters"))).isInstanceOf(CancelledException.class);
        assertThat(run(Progress.NONE).resumed()).isZero();
        assertThat(siblings()).noneMatch(name -> name.startsWith("."));
    }

    @Test
    void theStagesTogetherAreTheWholeWork() throws Exception {
        final double[] whole = {0};
        run(new Progress() {
            @Override
            public void begin(final String task, final long steps, final double share) {
                whole[0] += share;
            }

            @Override
            public void advance(final long steps) {
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });
        assertThat(whole[0]).isCloseTo(1, within(1e-9));
    }

    @Test
    void aBrokenPictureIsFoundBeforeAnythingIsWritten() throws Exception {
        Files.writeString(folder.resolve("pictures/red/zzz.jpg"), "no picture");
        assertRefused("zzz.jpg: is not a picture");
        Files.delete(folder.resolve("pictures/red/zzz.jpg"));
        Pictures.square(folder.resolve("pictures/red/dot.png"), 1, Color.RED, Color.RED, 0, 0, 1);
        assertRefused("dot.png: the picture has 1 × 1 pixels");
    }

    @Test
    void aPictureTruncatedBehindItsHeaderStopsTheRunWithoutATrace() throws Exception {
        final Path whole = folder.resolve("pictures/red/000.png");
        final byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length - 30));
        assertRefused("000.png");
    }

    @Test
    void aNetworkThatGivesNoNumbersIsToldInsteadOfCounted() throws Exception {
        Files.writeString(configuration, Files.readString(configuration).replace("scale: 0.00392156862745098", "scale: 1e39"));
        assertRefused("layer 'colour' gives");
    }

    @Test
    void wrongLayersAndLabelsAreToldWithWhatIsThere() throws Exception {
        final String text = Files.readString(configuration);
        Files.writeString(configuration, text.replace("[colour]", "[color]"));
        assertRefused("colours.filterscope:5: the model has no layer 'color' to look into; it has class, class/linear, mean, colour");
        Files.writeString(configuration, text);
        Files.writeString(folder.resolve("labels.txt"), "red\n");
        assertRefused("labels.txt: names 1 classes, the model has 2 outputs");
    }

    @Test
    void withoutNamedLayersTheLastOfEachResolutionIsTaken() throws Exception {
        Files.writeString(configuration, Files.readString(configuration).replace("layers: [colour]", "layers: auto"));
        run(Progress.NONE);
        assertThat(Report.open(folder.resolve("report")).manifest().layers()).containsExactly("colour");
    }

    private DiagnosisSummary run(final Progress progress) throws InvalidInputException {
        return new Diagnosis(() -> executor, "test", 1).run(new ConfigurationReader().read(configuration), false, progress);
    }

    private DiagnosisSummary resume() throws InvalidInputException {
        return new Diagnosis(() -> executor, "test", 1).run(new ConfigurationReader().read(configuration), true, Progress.NONE);
    }

    private void assertRefused(final String reason) throws Exception {
        assertThatThrownBy(() -> run(Progress.NONE)).isInstanceOf(InvalidInputException.class).hasMessageContaining(reason);
        assertThat(siblings()).doesNotContain("report").noneMatch(name -> name.startsWith("."));
    }

    private List<String> siblings() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
