package org.filterscope.ui.graph.read;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.ReportFiles;

/** Where a report has its graphs: one for each kind of object. */
record GraphFolder(ReportFiles files) {

    /**
     * Files of the graphs by kind, sorted by kind; none when the diagnosis has mined no graphs. The folders' names tell the kinds, so that a damaged
     * file has one too, and a report of many graphs is listed without reading them.
     */
    SequencedMap<String, Path> graphs() throws InvalidReportException {
        final SequencedMap<String, Path> graphs = new TreeMap<>();
        for (final Path file : files.graphs()) {
            graphs.put(category(file.getParent()), file);
        }
        return Collections.unmodifiableSequencedMap(graphs);
    }

    private static String category(final Path folder) throws InvalidReportException {
        try {
            return URLDecoder.decode(folder.getFileName().toString(), StandardCharsets.UTF_8);
        } catch (final IllegalArgumentException e) {
            throw new InvalidReportException(NLS.bind(Messages.GraphFolder_noCategory, folder), e);
        }
    }
}
