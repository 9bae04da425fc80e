package org.filterscope.analysis.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.filterscope.analysis.filters.Peak;
import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.analysis.maps.LayerPeaks;
import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.ReportWriter;
import org.filterscope.core.report.Scores;

/** What is known of one layer so far. Analyses add to it one after the other; then its tables are written. */
final class LayerResult {
    private final String layer;
    private final LayerMaps maps;
    private final LayerPeaks peaks;
    private final List<FilterRow> filters;
    private final List<List<Peak>> tops;
    private List<ClassRow> classes;

    /**
     * @param maps    on the run's pictures
     * @param filters by channel
     * @param tops    of every channel, highest first
     */
    LayerResult(final String layer, final LayerMaps maps, final LayerPeaks peaks, final List<FilterRow> filters, final List<List<Peak>> tops,
            final List<ClassRow> classes) {
        this.layer = layer;
        this.maps = maps;
        this.peaks = peaks;
        this.filters = new ArrayList<>(filters);
        this.tops = List.copyOf(tops);
        this.classes = List.copyOf(classes);
    }

    String layer() {
        return layer;
    }

    LayerMaps maps() {
        return maps;
    }

    LayerPeaks peaks() {
        return peaks;
    }

    /** The best pictures of every channel, highest first. */
    List<List<Peak>> tops() {
        return tops;
    }

    List<FilterRow> filters() {
        return List.copyOf(filters);
    }

    /** @param scores by channel */
    void add(final List<Scores> scores) {
        for (int channel = 0; channel < scores.size(); channel++) {
            filters.set(channel, filters.get(channel).with(scores.get(channel)));
        }
    }

    List<ClassRow> classes() {
        return classes;
    }

    void classes(final List<ClassRow> rows) {
        classes = List.copyOf(rows);
    }

    void write(final ReportWriter writer) throws IOException {
        writer.filters(layer, filters);
        writer.classes(layer, classes);
    }
}
