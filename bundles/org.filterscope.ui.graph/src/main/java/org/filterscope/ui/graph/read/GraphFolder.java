package org.filterscope.ui.graph.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.report.InvalidReportException;

/** Where a report has its graphs: one for each kind of object. */
record GraphFolder(Path report) {
    private static final String FILE = "graph.fsg";

    /** Names of the kinds, sorted; none when the diagnosis has mined no graphs. */
    List<String> categories() throws InvalidReportException {
        final Path folder = report.resolve("graph");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve(FILE))).map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (final IOException | UncheckedIOException e) {
            throw new InvalidReportException(NLS.bind(Messages.GraphFolder_unreadable, folder), e);
        }
    }

    /** @param category one of {@link #categories()} */
    Path file(final String category) {
        return report.resolve("graph").resolve(category).resolve(FILE);
    }
}
