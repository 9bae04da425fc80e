package org.filterscope.ui.scores;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.TopRow;

/** The filters of one layer, by channel. */
record LayerScores(LayerRow layer, List<FilterScore> filters) {

    static LayerScores read(final Report report, final LayerRow layer) throws InvalidReportException {
        final Map<Integer, List<TopRow>> tops = new HashMap<>();
        for (final TopRow top : report.tops(layer.layer())) {
            tops.computeIfAbsent(top.channel(), channel -> new ArrayList<>()).add(top);
        }
        final Map<Integer, ClassRow> strongest = new HashMap<>();
        for (final ClassRow row : report.classes(layer.layer())) {
            strongest.merge(row.channel(), row, (one, other) -> other.mean() > one.mean() ? other : one);
        }
        return new LayerScores(layer, report.filters(layer.layer()).stream().map(numbers -> new FilterScore(numbers,
                List.copyOf(tops.getOrDefault(numbers.channel(), List.of())), Optional.ofNullable(strongest.get(numbers.channel()))))
                .toList());
    }

    /** The filters that fit a text, in an order. */
    List<FilterScore> select(final ScoreFilter filter, final ScoreOrder order) {
        return filters.stream().filter(filter).sorted(order.comparator()).toList();
    }
}
