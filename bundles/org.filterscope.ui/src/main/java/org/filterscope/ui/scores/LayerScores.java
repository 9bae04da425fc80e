package org.filterscope.ui.scores;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.InvalidConfigurationException;
import org.filterscope.core.names.Agreement;
import org.filterscope.core.names.FilterName;
import org.filterscope.core.names.FilterNames;
import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Score.Kind;
import org.filterscope.core.report.TopRow;

/**
 * The filters of one layer, by channel.
 *
 * @param known      the scores that some filter has
 * @param detector   IoU above which a filter is a detector; not a number when that is not known
 * @param longestIou IoU whose bar fills its place: that of the best filter, as most are small
 */
record LayerScores(LayerRow layer, List<FilterScore> filters, Set<Score> known, double detector, double longestIou) {

    /** A layer whose filters cannot be read. */
    static LayerScores none(final LayerRow layer) {
        return new LayerScores(layer, List.of(), Set.of(), Double.NaN, 1);
    }

    /** @param names what people say of the report's filters */
    static LayerScores read(final Report report, final LayerRow layer, final FilterNames names) throws InvalidReportException {
        final Map<Integer, List<TopRow>> tops = new HashMap<>();
        for (final TopRow top : report.tops(layer.layer())) {
            tops.computeIfAbsent(top.channel(), channel -> new ArrayList<>()).add(top);
        }
        final Map<Integer, ClassRow> strongest = new HashMap<>();
        for (final ClassRow row : report.classes(layer.layer())) {
            strongest.merge(row.channel(), row, (one, other) -> other.mean() > one.mean() ? other : one);
        }
        final List<FilterRow> rows = report.filters(layer.layer());
        final Set<Score> known = EnumSet.noneOf(Score.class);
        double longest = 0;
        for (final FilterRow row : rows) {
            check(report, layer, row);
            known.addAll(row.scores().known());
            longest = Math.max(longest, row.scores().number(Score.IOU).orElse(0));
        }
        final double detector = detector(report);
        return new LayerScores(layer, rows.stream().map(numbers -> new FilterScore(numbers,
                List.copyOf(tops.getOrDefault(numbers.channel(), List.of())), Optional.ofNullable(strongest.get(numbers.channel())),
                names.of(numbers).map(FilterName::name).orElse(""), Agreement.of(numbers, names)))
                .toList(), known, detector, longest(longest, detector));
    }

    /** Room for the threshold, too, even if no filter comes near it. */
    private static double longest(final double iou, final double detector) {
        final double longest = Double.isNaN(detector) ? iou : Math.max(iou, 2 * detector);
        return longest > 0 ? longest : 1;
    }

    private static double detector(final Report report) {
        try {
            return ConfigurationReader.dissection(report.files().manifest(), report.manifest().configuration()).detector();
        } catch (final InvalidConfigurationException e) {
            // From another version of Filterscope, perhaps: the table does without the mark.
            return Double.NaN;
        }
    }

    /** A score that should be a number must be one before anybody sorts by it. */
    private static void check(final Report report, final LayerRow layer, final FilterRow row) throws InvalidReportException {
        for (final Score score : row.scores().known()) {
            if (score.kind() != Kind.TEXT && score.kind() != Kind.FLAG) {
                try {
                    row.scores().number(score);
                } catch (final NumberFormatException e) {
                    throw new InvalidReportException(NLS.bind(Messages.LayerScores_noNumber, new Object[] {report.files().filters(layer.layer()),
                            row.channel(), score.key(), row.scores().text(score).orElse("")}), e);
                }
            }
        }
    }

    /** The filters that fit a text, in an order. */
    List<FilterScore> select(final ScoreFilter filter, final ScoreOrder order) {
        return filters.stream().filter(filter).sorted(order.comparator()).toList();
    }
}
