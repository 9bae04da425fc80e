package org.filterscope.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.filterscope.core.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTargetTest {
    @TempDir
    Path folder;

    @Test
    void aReportAppearsWholeAndReplacesTheOldOne() throws Exception {
        for (final String version : List.of("first", "second")) {
            try (ReportTarget target = ReportTarget.reserve(folder.resolve("deep/report"))) {
                Files.writeString(target.staging().resolve("manifest.json"), version);
                Files.writeString(target.staging().resolve("only-in-" + version), "");
                target.publish();
            }
            assertThat(content("deep")).containsExactly("report");
            assertThat(content("deep/report")).containsExactly("manifest.json", "only-in-" + version);
        }
    }

    @Test
    void withoutPublishingNothingStays() throws Exception {
        try (ReportTarget target = ReportTarget.reserve(folder.resolve("report"))) {
            Files.createDirectories(target.staging().resolve("filters"));
            Files.writeString(target.staging().resolve("filters/a.csv"), "half");
        }
        assertThat(content("")).isEmpty();
    }

    @Test
    void whatAKilledRunLeftIsClearedByTheNext() throws Exception {
        Files.createDirectories(folder.resolve(".report.partial-123/filters"));
        Files.writeString(folder.resolve(".report.partial-123/filters/a.csv"), "half");
        Files.writeString(folder.resolve(".report.lock"), "");
        ReportTarget.reserve(folder.resolve("report")).close();
        assertThat(content("")).isEmpty();
    }

    @Test
    void twoRunsDoNotWriteTheSameReport() throws Exception {
        try (ReportTarget first = ReportTarget.reserve(folder.resolve("report"))) {
            assertThatThrownBy(() -> ReportTarget.reserve(folder.resolve("report"))).isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("another run is writing this report");
            assertThat(first.staging()).exists();
        }
    }

    @Test
    void somebodyElsesFilesAreNeverReplaced() throws Exception {
        Files.createDirectories(folder.resolve("photos"));
        Files.writeString(folder.resolve("photos/holiday.jpg"), "x");
        Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> ReportTarget.reserve(folder.resolve("photos"))).hasMessageContaining("holds other files and no report");
        assertThatThrownBy(() -> ReportTarget.reserve(folder.resolve("file"))).hasMessageContaining("is a file");
        assertThatThrownBy(() -> ReportTarget.reserve(folder.resolve("file/report"))).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cannot be written");
        assertThat(content("photos")).containsExactly("holiday.jpg");
    }

    private List<String> content(final String directory) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(directory))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
