package org.filterscope.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphPlacesInReportTest {
    @TempDir
    Path folder;

    @Test
    void aGraphLiesInTheFolderOfItsClass() {
        final ReportFiles files = new ReportFiles(folder);
        assertThat(files.graph("beach/sand")).isEqualTo(folder.resolve("graph/beach%2Fsand/graph.fsg"));
        assertThat(files.graphNodes("")).isEqualTo(folder.resolve("graph/pictures/nodes.csv"));
        assertThat(files.graphEdges("..")).isEqualTo(folder.resolve("graph/%2E%2E/edges.csv"));
    }

    @Test
    void aReportTellsWhichGraphsItHas() throws Exception {
        final ReportFiles files = new ReportFiles(folder);
        assertThat(files.graphs()).isEmpty();
        for (final String category : new String[] {"river", "beach"}) {
            Files.createDirectories(files.graph(category).getParent());
            Files.createFile(files.graph(category));
        }
        Files.createDirectories(files.graph("none").getParent());
        assertThat(files.graphs()).containsExactly(files.graph("beach"), files.graph("river"));
    }
}
