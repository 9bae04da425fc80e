package org.filterscope.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.comparison.ComparedReport;
import org.filterscope.core.comparison.Comparison;
import org.filterscope.core.comparison.EventRow;
import org.filterscope.core.comparison.FilterPairRow;
import org.filterscope.core.comparison.LayerPairRow;
import org.filterscope.core.comparison.Pairing;
import org.filterscope.core.comparison.TransitionRow;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports whose differences are known. */
class ReportComparisonTest {
    private static final int PICTURES = 200;
    private static final int FILTERS = 8;

    @TempDir
    Path folder;

    private static Comparison compare(final Report... reports) throws InvalidInputException {
        return ReportComparison.of(List.of(reports), "0.1.0", 1, Progress.NONE);
    }

    private static WrittenReport network() {
        return new WrittenReport(PICTURES).layer("conv1", WrittenReport.random(1, PICTURES, FILTERS)).layer("conv3",
                WrittenReport.random(3, PICTURES, FILTERS));
    }

    @Test
    void aReportComparedWithItselfHasNotChanged() throws Exception {
        final WrittenReport network = network().label("conv3", 2, "object", "car", 0.2);
        for (int channel = 0; channel < FILTERS; channel++) {
            network.score("conv3", channel, Scores.NONE.with(Score.FINGERPRINT, "f" + channel));
        }
        final Report report = network.write(folder.resolve("a"), "m.h5");
        final Comparison comparison = compare(report, report);
        assertThat(comparison.events()).isEmpty();
        assertThat(comparison.layers()).extracting(LayerPairRow::layer).containsExactly("conv1", "conv3");
        assertThat(comparison.layers()).allSatisfy(row -> {
            assertThat(row.sameNumber()).isEqualTo(1);
            assertThat(row.cka()).isCloseTo(1, within(1e-12));
            assertThat(row.correlation()).isCloseTo(1, within(1e-12));
            assertThat(row.otherLayer()).isEqualTo(row.layer());
        });
        final List<FilterPairRow> numbered = numbered(comparison, "conv3");
        assertThat(numbered).hasSize(FILTERS).allSatisfy(row -> {
            assertThat(row.correlation()).isCloseTo(1, within(1e-12));
            assertThat(row.tops()).isEqualTo(1);
            assertThat(row.positions()).isEqualTo(1);
            assertThat(row.positionCorrelation()).isCloseTo(1, within(1e-12));
            assertThat(row.sameWeights()).isEqualTo(Optional.of(true));
        });
        assertThat(numbered.get(2).iouChange()).isZero();
        assertThat(numbered(comparison, "conv1").getFirst().sameWeights()).as("no fingerprint").isEmpty();
        assertThat(comparison.manifest().reports()).extracting(ComparedReport::name).doesNotHaveDuplicates();
    }

    @Test
    void whatHappenedIsToldInTheOrderOfTheReports() throws Exception {
        final Report first = network().label("conv3", 5, "texture", "wavy", 0.08).label("conv3", 1, "object", "road", 0.02).dead("conv1", 7)
                .detectors("conv3", "texture", 1).write(folder.resolve("a"), "step-1.h5");
        final Report second = network().label("conv3", 5, "object", "car", 0.15).label("conv3", 1, "object", "road", 0.06)
                .detectors("conv3", "object", 2).write(folder.resolve("b"), "step-2.h5");
        final Report third = network().label("conv3", 5, "object", "car", 0.25).label("conv3", 1, "object", "road", 0.03).dead("conv3", 0)
                .detectors("conv3", "object", 1).write(folder.resolve("c"), "step-3.h5");
        final Comparison comparison = compare(first, second, third);
        assertThat(comparison.events()).extracting(EventRow::sentence).containsExactly("conv1/7: dead -> alive at step-2.h5",
                "conv3/1: nothing -> object 'road' at step-2.h5", "conv3/5: texture 'wavy' -> object 'car' at step-2.h5",
                "conv3/0: alive -> dead at step-3.h5", "conv3/1: object 'road' -> nothing at step-3.h5");
        assertThat(comparison.transitions().stream().filter(row -> row.level().equals(TransitionRow.CATEGORY) && row.layer().equals("conv3")
                && row.after().equals("step-2.h5"))).extracting(TransitionRow::from, TransitionRow::to, TransitionRow::filters).containsExactly(
                        tuple("", "", 6), tuple("", "object", 1),
                        tuple("texture", "object", 1));
        assertThat(comparison.categories()).extracting(row -> row.report() + " " + row.count().category() + " " + row.count().detectors())
                .containsExactly("step-1.h5 texture 1", "step-2.h5 object 2", "step-3.h5 object 1");
        assertThat(numbered(comparison, "conv3").get(1).iouChange()).isCloseTo(0.04, within(1e-12));
    }

    @Test
    void theFiltersOfAnotherArchitectureAreMatchedByWhatTheyRespondTo() throws Exception {
        final float[][] peaks = WrittenReport.random(3, PICTURES, FILTERS);
        final float[][] turned = new float[PICTURES][FILTERS];
        for (int i = 0; i < PICTURES; i++) {
            for (int c = 0; c < FILTERS; c++) {
                turned[i][FILTERS - 1 - c] = peaks[i][c];
            }
        }
        final Report first = network().label("conv3", 2, "object", "car", 0.2).write(folder.resolve("a"), "a.h5");
        final Report second = new WrittenReport(PICTURES).layer("block", turned).label("block", 5, "object", "car", 0.3)
                .write(folder.resolve("b"), "b.h5");
        final Comparison comparison = compare(first, second);
        assertThat(comparison.layers()).extracting(row -> row.layer() + " " + row.otherLayer()).containsExactly("conv1 block", "conv3 block");
        final LayerPairRow alike = comparison.layers().get(1);
        assertThat(alike.cka()).isCloseTo(1, within(1e-12));
        assertThat(alike.sameNumber()).isNaN();
        assertThat(alike.labelled()).isEqualTo(1);
        assertThat(alike.sameLabel()).isEqualTo(1);
        assertThat(comparison.layers().getFirst().cka()).isLessThan(0.1);
        assertThat(comparison.events()).isEmpty();
        assertThat(comparison.filters()).allSatisfy(row -> assertThat(row.pairing()).isEqualTo(Pairing.MATCH));
        assertThat(comparison.filters().stream().filter(row -> row.layer().equals("conv3")))
                .allSatisfy(row -> assertThat(row.otherChannel()).isEqualTo(FILTERS - 1 - row.channel()));
        assertThat(comparison.manifest().notes()).anyMatch(note -> note.contains("different architectures"));
    }

    @Test
    void separateTrainingsOfOneArchitectureAreRecognised() throws Exception {
        final float[][] peaks = WrittenReport.random(1, PICTURES, FILTERS);
        final float[][] turned = Arrays.stream(peaks).map(float[]::clone).toArray(float[][]::new);
        for (final float[] row : turned) {
            final float first = row[0];
            System.arraycopy(row, 1, row, 0, FILTERS - 1);
            row[FILTERS - 1] = first;
        }
        final Comparison comparison = compare(new WrittenReport(PICTURES).layer("conv1", peaks).write(folder.resolve("a"), "a.h5"),
                new WrittenReport(PICTURES).layer("conv1", turned).write(folder.resolve("b"), "b.h5"));
        assertThat(comparison.layers().getFirst().sameNumber()).isZero();
        assertThat(comparison.manifest().notes()).anyMatch(note -> note.contains("seem to be separate trainings"));
    }

    @Test
    void onlyCommonPicturesCount() throws Exception {
        final Report all = network().write(folder.resolve("a"), "a.h5");
        final Report fewer = network().without(50).data("other", "/elsewhere").write(folder.resolve("b"), "b.h5");
        final Comparison comparison = compare(all, fewer);
        assertThat(comparison.layers().getFirst().pictures()).isEqualTo(PICTURES - 50);
        assertThat(comparison.layers().getFirst().cka()).isCloseTo(1, within(1e-12));
        assertThat(numbered(comparison, "conv1").getFirst().correlation()).isCloseTo(1, within(1e-12));
        assertThat(comparison.manifest().notes()).anyMatch(note -> note.contains("150 common ones") && note.contains("/elsewhere"));
    }

    @Test
    void differentPicturesAreRefused() throws Exception {
        final Report first = network().write(folder.resolve("a"), "a.h5");
        final Report changed = network().data("other", "/elsewhere").write(folder.resolve("b"), "b.h5");
        final Report moved = network().data("data", "/elsewhere").write(folder.resolve("c"), "c.h5");
        assertThatThrownBy(() -> compare(first, changed)).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("different pictures of the same names");
        assertThat(compare(first, moved).manifest().notes()).noneMatch(note -> note.contains("pictures"));
        final Report none = new WrittenReport(PICTURES + 10).without(PICTURES).data("other", "/p").layer("conv1", WrittenReport.random(1, 10, 2))
                .write(folder.resolve("d"), "d.h5");
        assertThatThrownBy(() -> compare(first, none)).isInstanceOf(InvalidInputException.class).hasMessageContaining("no picture in common");
    }

    @Test
    void withoutLabelsOrPeaksTheRestIsCompared() throws Exception {
        final Report first = network().write(folder.resolve("a"), "a.h5");
        final Report second = network().withoutPeaks().dead("conv1", 3).write(folder.resolve("b"), "b.h5");
        final Comparison comparison = compare(first, second);
        assertThat(comparison.events()).extracting(EventRow::sentence).containsExactly("conv1/3: alive -> dead at b.h5");
        assertThat(comparison.layers()).isEmpty();
        assertThat(numbered(comparison, "conv1").getFirst().tops()).as("from the tables of top pictures").isEqualTo(1);
        assertThat(numbered(comparison, "conv1").getFirst().correlation()).isNaN();
        assertThat(comparison.transitions()).isEmpty();
        assertThat(comparison.manifest().notes()).anyMatch(note -> note.contains("b.h5 has no peaks")).anyMatch(note -> note.contains("no labels"));
    }

    @Test
    void layersTooWideForTheMemoryAreComparedByNumberOnly() throws Exception {
        final int wide = ComparedLayer.MOST_FILTERS + 1;
        final WrittenReport network = new WrittenReport(3).layer("narrow", WrittenReport.random(1, 3, FILTERS)).layer("wide",
                WrittenReport.random(2, 3, wide));
        final Report first = network.write(folder.resolve("a"), "a.h5");
        final Report second = network.write(folder.resolve("b"), "b.h5");
        final Comparison comparison = compare(first, second);
        assertThat(comparison.layers()).extracting(LayerPairRow::layer).containsExactly("narrow");
        assertThat(numbered(comparison, "wide")).hasSize(wide);
        assertThat(comparison.manifest().notes()).contains(
                "wide of a.h5 has 2049 filters: layers of more than 2048 are neither matched nor compared as a whole.",
                "wide of b.h5 has 2049 filters: layers of more than 2048 are neither matched nor compared as a whole.");
    }

    @Test
    void aPictureThatAReportListsTwiceIsRefused() throws Exception {
        final Report first = network().write(folder.resolve("a"), "a.h5");
        final Report second = network().write(folder.resolve("b"), "b.h5");
        final Path table = second.files().predictions();
        Files.writeString(table, Files.readString(table).replace("p0003.png", "p0007.png"));
        assertThatThrownBy(() -> compare(first, second)).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("predictions.csv: lists 'p0007.png' twice");
    }

    @Test
    void labelsFromOtherConceptsAreNoted() throws Exception {
        final Report scenes = network().label("conv3", 2, "object", "car", 0.2).conceptSet("conv3", "scenes").write(folder.resolve("a"), "a.h5");
        final Report parts = network().label("conv3", 2, "part", "wheel", 0.2).conceptSet("conv3", "parts").write(folder.resolve("b"), "b.h5");
        assertThat(compare(scenes, parts).manifest().notes()).singleElement().asString().contains("concept sets scenes").contains("from parts");
        assertThat(compare(scenes, scenes).manifest().notes()).isEmpty();
    }

    @Test
    void theSameReportsGiveTheSameBytes() throws Exception {
        final Report first = network().label("conv3", 2, "object", "car", 0.2).write(folder.resolve("a"), "a.h5");
        final Report second = network().label("conv3", 2, "object", "boat", 0.2).write(folder.resolve("b"), "b.h5");
        final Path once = compare(first, second).write(folder.resolve("once"));
        final Path again = compare(first, second).write(folder.resolve("again"));
        for (final String file : List.of("comparison.json", "events.csv", "filters.csv", "layers.csv", "categories.csv", "transitions.csv")) {
            assertThat(once.resolve(file)).hasSameBinaryContentAs(again.resolve(file));
        }
        assertThat(Comparison.open(once)).isEqualTo(compare(first, second));
    }

    @Test
    void aDamagedArrayIsToldWithTheReport() throws Exception {
        final Report first = network().write(folder.resolve("a"), "a.h5");
        final Report second = network().write(folder.resolve("b"), "b.h5");
        new WrittenReport(3).layer("conv1", WrittenReport.random(1, 3, FILTERS)).write(folder.resolve("c"), "c.h5");
        Files.delete(second.files().peaks("conv1"));
        Files.copy(folder.resolve("c/peaks/conv1.npy"), second.files().peaks("conv1"));
        assertThatThrownBy(() -> compare(first, second)).isInstanceOf(InvalidInputException.class).hasMessageContaining("3 × 8, expected 200");
    }

    @Test
    void reportsAreCalledAfterWhatTellsThemApart() throws Exception {
        final Report first = network().write(folder.resolve("run1/report"), "net.h5");
        final Report second = network().write(folder.resolve("run2/report"), "net.h5");
        assertThat(ReportNames.of(List.of(first, second))).containsExactly("run1/report", "run2/report");
        assertThat(ReportNames.of(List.of(first, first))).containsExactly("1: report", "2: report");
        assertThat(ReportNames.of(List.of(first, network().write(folder.resolve("c"), "other.h5")))).containsExactly("net.h5", "other.h5");
    }

    private static List<FilterPairRow> numbered(final Comparison comparison, final String layer) {
        return comparison.filters().stream().filter(row -> row.pairing() == Pairing.NUMBER && row.layer().equals(layer)).toList();
    }
}
