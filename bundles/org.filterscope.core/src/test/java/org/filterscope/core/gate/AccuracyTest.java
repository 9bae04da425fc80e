package org.filterscope.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.filterscope.core.gate.Accuracy.Count;
import org.filterscope.core.report.HandmadeReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccuracyTest {
    @TempDir
    Path folder;

    private Accuracy of(final HandmadeReport report) throws Exception {
        return Accuracy.of(report.layer("concept").write(folder));
    }

    @Test
    void rightAnswersAreCountedByClass() throws Exception {
        final Accuracy accuracy = of(new HandmadeReport().pictures("river", 3, "road", 1).pictures("road", 4, "river", 0).outputs(2));
        assertThat(accuracy.classes()).containsEntry("river", new Count(3, 4)).containsEntry("road", new Count(4, 4));
        assertThat(accuracy.overall()).isEqualTo(new Count(7, 8));
        assertThat(accuracy.worst().getKey()).isEqualTo("river");
    }

    @Test
    void aFolderThatIsNoOutputDoesNotCount() throws Exception {
        final Accuracy accuracy = of(new HandmadeReport().pictures("river", 1, "road", 1).pictures("leftovers", 0, "road", 5).outputs(2));
        assertThat(accuracy.overall()).isEqualTo(new Count(1, 2));
    }

    @Test
    void whereTheReportNamesTheOutputsAFolderThatIsNoneNeverCounts() throws Exception {
        final Accuracy accuracy = of(new HandmadeReport().pictures("river", 1, "road", 1).pictures("leftovers", 0, "road", 5)
                .named("river", "road", "harbour"));
        assertThat(accuracy.classes()).containsOnlyKeys("river");
    }

    /** Else a class that the network has forgotten altogether would make it look better. */
    @Test
    void aClassThatIsNeverGuessedCountsAsLongAsAnOutputIsLeftThatItMayBe() throws Exception {
        final Accuracy accuracy = of(new HandmadeReport().pictures("road", 2, "river", 0).pictures("river", 0, "road", 2).outputs(2));
        assertThat(accuracy.overall()).isEqualTo(new Count(2, 4));
    }

    @Test
    void withoutClassesOfTheNetworkNothingIsKnown() throws Exception {
        assertThat(of(new HandmadeReport().pictures("holiday", 0, "road", 5).outputs(12)).isKnown()).isFalse();
        assertThat(of(new HandmadeReport().pictures("", 0, "road", 5).outputs(12)).isKnown()).isFalse();
    }
}
