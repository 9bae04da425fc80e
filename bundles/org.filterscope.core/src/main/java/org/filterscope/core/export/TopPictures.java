package org.filterscope.core.export;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.TopRow;

/** The pictures that filters like best. Immutable. */
final class TopPictures {
    private static final int MOST = 6;

    private final Map<String, Map<Integer, List<String>>> pictures = new HashMap<>();

    /** Reads the tops of all layers of a report. */
    static TopPictures of(final Report report) throws InvalidReportException {
        final TopPictures tops = new TopPictures();
        for (final String layer : report.manifest().layers()) {
            if (Files.exists(report.files().tops(layer))) {
                for (final TopRow row : report.tops(layer)) {
                    tops.add(layer, row);
                }
            }
        }
        return tops;
    }

    private void add(final String layer, final TopRow row) {
        final List<String> best = pictures.computeIfAbsent(layer, key -> new HashMap<>()).computeIfAbsent(row.channel(), key -> new ArrayList<>());
        if (best.size() < MOST) {
            best.add(row.picture());
        }
    }

    /** @return by falling peak; none of a filter that never fires */
    List<String> of(final String layer, final int channel) {
        return pictures.getOrDefault(layer, Map.of()).getOrDefault(channel, List.of());
    }
}
