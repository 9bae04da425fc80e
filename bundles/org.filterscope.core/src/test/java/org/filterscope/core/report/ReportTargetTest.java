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
                write(target, version);
                target.publish();
            }
            assertThat(content("deep")).containsExactly("report");
            assertThat(content("deep/report")).containsExactly("layers.csv", "manifest.json");
            assertThat(folder.resolve("deep/report/layers.csv")).hasContent(version);
        }
    }

    @Test
    void withoutPublishingNothingStays() throws Exception {
        try (ReportTarget target = ReportTarget.reserve(folder.resolve("new/deep/report"))) {
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
    void theOldReportComesBackWhenARunWasKilledWhileItExchangedThem() throws Exception {
        try (ReportTarget target = ReportTarget.reserve(folder.resolve("report"))) {
            write(target, "old");
            target.publish();
        }
        Files.move(folder.resolve("report"), folder.resolve(".report.previous"));
        ReportTarget.reserve(folder.resolve("report")).close();
        assertThat(content("")).containsExactly("report");
        assertThat(folder.resolve("report/layers.csv")).hasContent("old");
    }

    @Test
    void whatALinkNamesIsReplacedAndTheLinkStays() throws Exception {
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("elsewhere"));
        try (ReportTarget target = ReportTarget.reserve(folder.resolve("link"))) {
            write(target, "new");
            target.publish();
        }
        assertThat(content("")).containsExactly("elsewhere", "link");
        assertThat(folder.resolve("link/layers.csv")).hasContent("new");
    }

    @Test
    void filesThatCameDuringTheRunAreNotSweptAway() throws Exception {
        try (ReportTarget target = ReportTarget.reserve(folder.resolve("report"))) {
            write(target, "new");
            Files.createDirectories(folder.resolve("report"));
            Files.writeString(folder.resolve("report/notes.txt"), "mine");
            assertThatThrownBy(target::publish).isInstanceOf(InvalidInputException.class).hasMessageContaining("notes.txt");
        }
        assertThat(content("report")).containsExactly("notes.txt");
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
        Files.createDirectories(folder.resolve("webapp/src"));
        Files.writeString(folder.resolve("webapp/manifest.json"), "{\"name\": \"a web app\"}");
        assertThatThrownBy(() -> ReportTarget.reserve(folder.resolve("webapp"))).hasMessageContaining("which is no part of a report");
        assertThatThrownBy(() -> ReportTarget.reserve(folder.resolve("photos"))).hasMessageContaining("holds 'holiday.jpg'");
        assertThatThrownBy(() -> ReportTarget.reserve(folder.resolve("file"))).hasMessageContaining("is a file");
        assertThatThrownBy(() -> ReportTarget.reserve(folder.resolve("file/report"))).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cannot be written");
        assertThat(content("photos")).containsExactly("holiday.jpg");
    }

    private static void write(final ReportTarget target, final String layers) throws IOException {
        Files.writeString(target.staging().resolve("manifest.json"), "{\"tool\": \"filterscope\"}");
        Files.writeString(target.staging().resolve("layers.csv"), layers);
    }

    private List<String> content(final String directory) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(directory))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
