package org.filterscope.ui.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToIntFunction;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.ConceptRow;
import org.filterscope.core.report.FieldSizeRow;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.LandmarkRow;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.TopRow;
import org.filterscope.ui.report.LoadedReport;

/** A layer's tables, grouped by filter: reading them once serves all filters of the layer that a person looks at. */
final class LayerTables {
    private static final int MOST_CONCEPTS = 6;

    private final LoadedReport report;
    private final LayerRow layer;
    private final Map<Integer, FilterRow> filters = new HashMap<>();
    private final Map<Integer, List<Line<TopRow>>> tops;
    private final Map<Integer, List<Line<ClassRow>>> classes;
    private final Map<Integer, List<Line<LandmarkRow>>> landmarks;
    private final Map<Integer, List<Line<FieldSizeRow>>> fields;
    private final Map<Integer, PriorityQueue<ConceptScore>> concepts = new HashMap<>();

    /** A row, and its number in its table: where the arrays have what belongs to it. */
    record Line<T>(int number, T row) {
    }

    private LayerTables(final LoadedReport report, final LayerRow layer) throws InvalidReportException {
        this.report = report;
        this.layer = layer;
        final Report tables = report.report();
        final String name = layer.layer();
        tables.filters(name).forEach(row -> filters.put(row.channel(), row));
        tops = group(tables.tops(name), TopRow::channel);
        classes = group(tables.classes(name), ClassRow::channel);
        landmarks = group(tables.landmarks(name), LandmarkRow::channel);
        fields = group(tables.fields(name), FieldSizeRow::channel);
        for (final String set : tables.conceptSets(name)) {
            tables.concepts(name, set).forEach(row -> keepBest(set, row));
        }
    }

    /** @throws InvalidReportException when the report has no such layer, or one of the layer's tables is damaged */
    static LayerTables read(final Report report, final String name) throws InvalidReportException {
        final LoadedReport loaded = LoadedReport.read(report);
        final LayerRow layer = loaded.layers().stream().filter(row -> row.layer().equals(name)).findFirst()
                .orElseThrow(() -> new InvalidReportException(NLS.bind(Messages.LayerTables_noLayer, report.directory(), name)));
        return new LayerTables(loaded, layer);
    }

    LoadedReport report() {
        return report;
    }

    LayerRow layer() {
        return layer;
    }

    FilterRow filter(final int channel) throws InvalidReportException {
        final FilterRow row = filters.get(channel);
        if (row == null) {
            throw new InvalidReportException(
                    NLS.bind(Messages.LayerTables_noFilter, new Object[] {report.report().directory(), layer.layer(), channel}));
        }
        return row;
    }

    List<Line<TopRow>> tops(final int channel) {
        return tops.getOrDefault(channel, List.of());
    }

    List<ClassRow> classes(final int channel) {
        return classes.getOrDefault(channel, List.of()).stream().map(Line::row).toList();
    }

    List<Line<LandmarkRow>> landmarks(final int channel) {
        return landmarks.getOrDefault(channel, List.of());
    }

    List<Line<FieldSizeRow>> fields(final int channel) {
        return fields.getOrDefault(channel, List.of());
    }

    /** The highest IoU first. */
    List<ConceptScore> concepts(final int channel) {
        return concepts.containsKey(channel) ? concepts.get(channel).stream().sorted(byIou().reversed()).toList() : List.of();
    }

    private void keepBest(final String set, final ConceptRow row) {
        final PriorityQueue<ConceptScore> best = concepts.computeIfAbsent(row.channel(), channel -> new PriorityQueue<>(byIou()));
        best.add(new ConceptScore(set, row));
        if (best.size() > MOST_CONCEPTS) {
            best.remove();
        }
    }

    private static Comparator<ConceptScore> byIou() {
        return Comparator.comparingDouble(score -> score.row().iou());
    }

    private static <T> Map<Integer, List<Line<T>>> group(final List<T> rows, final ToIntFunction<T> channel) {
        final Map<Integer, List<Line<T>>> groups = new HashMap<>();
        for (int number = 0; number < rows.size(); number++) {
            groups.computeIfAbsent(channel.applyAsInt(rows.get(number)), key -> new ArrayList<>()).add(new Line<>(number, rows.get(number)));
        }
        return groups;
    }
}
