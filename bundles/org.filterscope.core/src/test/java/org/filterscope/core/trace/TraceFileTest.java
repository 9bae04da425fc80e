package org.filterscope.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TraceFileTest {
    private static final ContributionTrace TRACE = SampleTrace.of(List.of(SampleTrace.full(), SampleTrace.filter(7, "car", -3.1)));

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBackToTheLastDigit() throws Exception {
        final Path file = folder.resolve("trace.json");
        TraceFile.write(TRACE, file);

        assertThat(TraceFile.read(file)).isEqualTo(TRACE);
        assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void whatIsAbsentStaysAbsent() throws Exception {
        final ContributionTrace bare = new ContributionTrace(TRACE.picture(), TRACE.model(),
                List.of(new TracedClass("0", 1, OptionalDouble.empty())), 0, 1, List.of(), Optional.empty(), "There is no report.",
                Optional.empty(), List.of());

        assertThat(TraceFile.parse(TraceFile.text(bare), "x")).isEqualTo(bare);
    }

    @Test
    void anErrorThatIsInfiniteIsAbsentInTheFile() throws Exception {
        final LayerTrace layer = new LayerTrace("a", TraceMethod.INTEGRATED, 1, 1, 0, 0, 1, OptionalDouble.of(Double.POSITIVE_INFINITY), List.of(),
                List.of());
        final ContributionTrace trace = new ContributionTrace(TRACE.picture(), TRACE.model(), TRACE.classes(), 0, 2, List.of(layer),
                Optional.empty(), "", Optional.empty(), List.of());

        assertThat(TraceFile.parse(TraceFile.text(trace), "x").layers().getFirst().error()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{} {}", "3", "\"x\"", "{'format': 'filterscope trace'}"})
    void somethingElseThanATraceIsRefusedByName(final String text) throws Exception {
        final Path file = folder.resolve("other.json");
        Files.writeString(file, text);

        assertThatThrownBy(() -> TraceFile.read(file)).isInstanceOf(InvalidTraceException.class).hasMessageContaining(file.toString());
    }

    @Test
    void aDamagedFieldIsNamedWithItsPlace() {
        final String text = TraceFile.text(TRACE);

        assertThatThrownBy(() -> TraceFile.parse(text.replace("\"contribution\": 15.7", "\"contribution\": \"much\""), "x.json"))
                .hasMessage("x.json: is not a trace that can be read: 'layers[0].filters[0].contribution' must be a number");
        assertThatThrownBy(() -> TraceFile.parse(text.replace("\"traced\": 1", "\"traced\": 2"), "x.json"))
                .hasMessageContaining("'traced' must be the number of one of 2 classes");
        assertThatThrownBy(() -> TraceFile.parse(text.replace("\"exact\"", "\"guess\""), "x.json"))
                .hasMessageContaining("'layers[0].method' must be exact, gradient or integrated");
        assertThatThrownBy(() -> TraceFile.parse(text.replace("15.7", "1e999"), "x.json")).isInstanceOf(InvalidTraceException.class);
    }

    @Test
    void anotherVersionIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> TraceFile.parse(TraceFile.text(TRACE).replace("\"version\": 1", "\"version\": 2"), "x.json"))
                .hasMessageContaining("version 2, this Filterscope reads version 1; trace the picture again");
    }

    @Test
    void aFileTooLargeForATraceIsNotRead() throws Exception {
        final Path file = folder.resolve("large.json");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((64 << 20) + 1L);
        }
        assertThatThrownBy(() -> TraceFile.read(file)).isInstanceOf(InvalidTraceException.class).hasMessageContaining("64 MB");
    }

    @Test
    void deepNestingDoesNotExhaustTheStack() {
        assertThatThrownBy(() -> TraceFile.parse("[".repeat(1_000_000), "x.json")).isInstanceOf(InvalidTraceException.class);
    }

    @Test
    void aPlaceInTheInputIsAPlaceInThePicture() {
        final PictureFrame frame = new PictureFrame(256, 300, 227, 227, 227, 266, 0, 19);

        assertThat(frame.pictureRow(113.5)).isEqualTo(128);
        assertThat(frame.pictureCol(114)).isEqualTo(150);
    }
}
