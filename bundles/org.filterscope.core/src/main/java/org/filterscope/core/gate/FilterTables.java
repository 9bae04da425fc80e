package org.filterscope.core.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

import org.filterscope.core.configuration.ScoreSelection;
import org.filterscope.core.report.FilterNumbers;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.Score;

/** The filters of a report, each table read once. For one thread. */
final class FilterTables {
    private final Report report;
    private final Map<String, List<FilterRow>> tables = new HashMap<>();

    FilterTables(final Report report) {
        this.report = report;
    }

    List<String> layers() {
        return report.manifest().layers();
    }

    List<FilterRow> filters(final String layer) throws InvalidReportException {
        List<FilterRow> filters = tables.get(layer);
        if (filters == null) {
            filters = report.filters(layer);
            tables.put(layer, filters);
        }
        return filters;
    }

    /** @return empty when no filter of the layer has the score */
    OptionalDouble number(final ScoreSelection selection, final String layer) throws InvalidReportException {
        final double[] values = filters(layer).stream().map(filter -> FilterNumbers.of(filter, selection.score())).filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble).toArray();
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(selection.aggregate().of(values, selection.above()));
    }

    /** The layers that a gate looks at: those where any filter has the score, or the one that is named. */
    List<String> layers(final ScoreSelection selection) throws InvalidReportException {
        if (selection.layer().isPresent()) {
            return List.of(selection.layer().get());
        }
        final List<String> layers = new ArrayList<>();
        for (final String layer : layers()) {
            if (number(selection, layer).isPresent()) {
                layers.add(layer);
            }
        }
        return layers;
    }

    /** Whether the layer was dissected. */
    boolean isDissected(final String layer) throws InvalidReportException {
        return filters(layer).stream().anyMatch(filter -> filter.scores().text(Score.DETECTOR).isPresent());
    }

    long detectors(final String layer) throws InvalidReportException {
        return filters(layer).stream().filter(filter -> filter.scores().flag(Score.DETECTOR)).count();
    }

    /** The concepts that the layer has detectors of. */
    Set<String> labels(final String layer) throws InvalidReportException {
        final Set<String> labels = new TreeSet<>();
        filters(layer).stream().filter(filter -> filter.scores().flag(Score.DETECTOR))
                .forEach(filter -> filter.scores().text(Score.LABEL).ifPresent(labels::add));
        return labels;
    }
}
