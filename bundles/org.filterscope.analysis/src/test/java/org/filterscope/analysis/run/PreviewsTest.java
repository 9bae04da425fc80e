package org.filterscope.analysis.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.Manifest;
import org.filterscope.core.report.Report;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.testkit.ColourProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewsTest {
    private static final int PER_CLASS = 20;

    @TempDir
    Path folder;
    private final List<Path> shown = new ArrayList<>();
    private final List<Report> previews = new ArrayList<>();
    private Path configuration;
    private Nd4jExecutor executor;

    @BeforeEach
    void write() throws Exception {
        executor = Nd4jExecutor.load();
        configuration = ColourProject.write(folder, PER_CLASS);
        Files.writeString(configuration, Files.readString(configuration) + "analyses: [filters, classes, graph]\ngraph: { iterations: 3 }\n");
    }

    @Test
    void whatIsKnownIsShownBeforeTheLongestAnalysesBegin() throws Exception {
        run(Progress.NONE);
        assertThat(previews).hasSize(2).allSatisfy(preview -> {
            assertThat(preview.manifest().status()).isEqualTo(Manifest.PARTIAL);
            assertThat(preview.manifest().isComplete()).isFalse();
        });
        assertThat(previews.get(0).manifest().analyses()).containsExactly("filters");
        assertThat(previews.get(1).manifest().analyses()).containsExactly("filters", "classes");
    }

    @Test
    void aPreviewSaysOfFiltersWhatTheReportWillSay() throws Exception {
        final List<Object> early = new ArrayList<>();
        run(Progress.NONE, preview -> {
            final Report report = Report.open(preview);
            early.add(List.of(report.layers(), report.tops("colour"), report.filters("colour").stream().map(row -> row.mean()).toList()));
            assertThat(report.thumbnails()).isNotEmpty();
        });
        final Report report = Report.open(folder.resolve("report"));
        assertThat(early).hasSize(2).allSatisfy(content -> assertThat(content).isEqualTo(
                List.of(report.layers(), report.tops("colour"), report.filters("colour").stream().map(row -> row.mean()).toList())));
        assertThat(report.manifest().isComplete()).isTrue();
    }

    @Test
    void thatSomebodyLooksChangesNothingOfTheReport() throws Exception {
        new Diagnosis(() -> executor, "test", 1).run(new ConfigurationReader().read(configuration), false, Progress.NONE);
        final var alone = InterruptedRun.content(folder.resolve("report"));
        run(Progress.NONE);
        assertThat(InterruptedRun.content(folder.resolve("report"))).isEqualTo(alone);
        assertThat(shown).noneMatch(Files::exists);
    }

    @Test
    void aCancelledRunLeavesWhatWasKnown() throws Exception {
        assertThatThrownBy(() -> run(InterruptedRun.cancelledAt("explanatory graph: layer colour, iteration 2 of 3", 1)))
                .isInstanceOf(CancelledException.class);
        assertThat(Report.open(shown.getLast()).filters("colour")).hasSize(3);
        assertThat(folder.resolve("report")).doesNotExist();
    }

    private interface Look {
        void at(Path preview) throws InvalidReportException;
    }

    private void run(final Progress progress) throws Exception {
        run(progress, preview -> previews.add(Report.open(preview)));
    }

    private void run(final Progress progress, final Look look) throws Exception {
        new Diagnosis(() -> executor, "test", 1).run(new ConfigurationReader().read(configuration), false, Optional.of(preview -> {
            shown.add(preview);
            try {
                look.at(preview);
            } catch (final InvalidReportException e) {
                throw new AssertionError(e);
            }
        }), progress);
    }
}
