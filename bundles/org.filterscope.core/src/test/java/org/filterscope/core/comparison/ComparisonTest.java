package org.filterscope.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.report.DetectorRow;
import org.filterscope.core.report.InvalidReportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final FilterLabel WAVY = new FilterLabel("texture", "wavy, \"grey\"", 0.0825);
    private static final FilterLabel CAR = new FilterLabel("object", "car", 1.0 / 3);

    @TempDir
    Path folder;

    private static Comparison comparison() {
        return new Comparison(
                new ComparisonManifest(ComparisonManifest.SCHEMA, ComparisonManifest.TOOL, "0.1.0",
                        List.of(new ComparedReport("a.h5", "/a", "/m/a.h5", "aa", "dd", 10),
                                new ComparedReport("b.h5", "/b", "/m/b.h5", "bb", "dd", 10)),
                        7, List.of("A note.")),
                List.of(new EventRow("a.h5", "b.h5", "conv3", 8, EventKind.CHANGED, WAVY, CAR),
                        new EventRow("a.h5", "b.h5", "conv3", 9, EventKind.DIED, FilterLabel.NONE, FilterLabel.NONE)),
                List.of(new FilterPairRow("a.h5", "b.h5", Pairing.NUMBER, "conv3", 8, "conv3", 8, 0.1, 0.5, 1.0 / 7, -0.5, WAVY, true, CAR, true,
                        Optional.of(false)),
                        new FilterPairRow("a.h5", "b.h5", Pairing.MATCH, "conv3", 8, "block/2", 3, 0.9, Double.NaN, Double.NaN, Double.NaN, WAVY,
                                true, FilterLabel.NONE, false, Optional.empty())),
                List.of(new LayerPairRow("a.h5", "b.h5", "conv3", "conv3", 10, 64, 32, 0.9, 1e-3, Double.NaN, 0.25, 32,
                        0.75, 0.1, 0.5, Double.NaN, 1, 1, 0)),
                List.of(new CategoryRow("a.h5", new DetectorRow("conv3", "texture", 1, 1, Double.NaN))),
                List.of(new TransitionRow("a.h5", "b.h5", "conv3", TransitionRow.CATEGORY, "", "object", 2)));
    }

    @Test
    void aPlaceIsReservedBeforeThereIsAComparison() throws Exception {
        final Path place = folder.resolve("new/comparison");
        try (ComparisonTarget target = ComparisonTarget.reserve(place)) {
            assertThatThrownBy(() -> ComparisonTarget.reserve(place)).isInstanceOf(InvalidInputException.class).hasMessageContaining("another run");
            assertThat(target.directory()).isEqualTo(place);
        }
        assertThat(folder.resolve("new")).as("nothing stays of a place that was not used").doesNotExist();
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        final Path written = comparison().write(folder.resolve("deep/comparison"));
        assertThat(written).isEqualTo(folder.resolve("deep/comparison").toRealPath());
        assertThat(Comparison.open(written)).isEqualTo(comparison());
    }

    @Test
    void anEventIsASentence() {
        assertThat(comparison().events()).extracting(EventRow::sentence).containsExactly(
                "conv3/8: texture 'wavy, \"grey\"' -> object 'car' at b.h5", "conv3/9: alive -> dead at b.h5");
    }

    @Test
    void aComparisonIsReplacedAndNothingElse() throws Exception {
        final Path place = folder.resolve("comparison");
        comparison().write(place);
        comparison().write(place);
        Files.writeString(place.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> comparison().write(place)).isInstanceOf(InvalidInputException.class).hasMessageContaining("holds 'notes.txt'")
                .hasMessageContaining("no part of a comparison");
        assertThat(place.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void aDamagedComparisonIsToldWithFileAndLine() throws Exception {
        assertThatThrownBy(() -> Comparison.open(folder)).isInstanceOf(InvalidReportException.class).hasMessageContaining("there is no comparison");
        final Path place = comparison().write(folder.resolve("comparison"));
        Files.writeString(place.resolve("events.csv"), Files.readString(place.resolve("events.csv")).replace("changed", "danced"));
        assertThatThrownBy(() -> Comparison.open(place)).isInstanceOf(InvalidReportException.class).hasMessageContaining("events.csv:2:");
        Files.writeString(place.resolve("comparison.json"), "{\"tool\": \"filterscope\", \"schema\": 99, \"reports\": [], \"notes\": []}");
        assertThatThrownBy(() -> Comparison.open(place)).hasMessageContaining("schema 99");
        for (final String damaged : List.of("{\"tool\": \"fil", "{\"tool\": \"filterscope\", \"seed\": 1.5.1}", "{\"schema\": 99999999999}")) {
            Files.writeString(place.resolve("comparison.json"), damaged);
            assertThatThrownBy(() -> Comparison.open(place)).isInstanceOf(InvalidReportException.class).hasMessageContaining("is damaged");
        }
    }

    /** A hole on the disk. */
    @Test
    void aManifestOfGigabytesIsRefusedUnread() throws Exception {
        final Path place = comparison().write(folder.resolve("comparison"));
        try (RandomAccessFile file = new RandomAccessFile(place.resolve("comparison.json").toFile(), "rw")) {
            file.setLength(3L << 30);
        }
        assertThatThrownBy(() -> Comparison.open(place)).isInstanceOf(InvalidReportException.class).hasMessageContaining("larger than 16 MB");
        assertThat(Comparison.isComparison(place)).isFalse();
    }
}
