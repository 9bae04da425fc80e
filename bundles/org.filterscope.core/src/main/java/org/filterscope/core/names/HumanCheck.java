package org.filterscope.core.names;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.Score;

/**
 * How often people find the automatic labels of a layer right: the human check of network dissection (Bau and others 2017).
 *
 * @param layer    name
 * @param labelled filters with an automatic label
 * @param right    filters whose label people find right, or call the filter by
 * @param wrong    filters whose label people find wrong, or call the filter something else
 * @param unclear  filters of which people cannot tell
 */
public record HumanCheck(String layer, int labelled, int right, int wrong, int unclear) {

    /** @param filters of the layer */
    public static HumanCheck of(final String layer, final List<FilterRow> filters, final FilterNames names) {
        final Map<Agreement, Integer> counts = new EnumMap<>(Agreement.class);
        int labelled = 0;
        for (final FilterRow filter : filters) {
            labelled += filter.scores().known().contains(Score.LABEL) ? 1 : 0;
            counts.merge(Agreement.of(filter, names), 1, Integer::sum);
        }
        return new HumanCheck(layer, labelled, counts.getOrDefault(Agreement.AGREES, 0), counts.getOrDefault(Agreement.DIFFERS, 0),
                counts.getOrDefault(Agreement.UNCLEAR, 0));
    }

    /** Filters that somebody has judged. */
    public int judged() {
        return right + wrong + unclear;
    }

    /** Share of the judged labels that are right, 0 to 1; one that is unclear is not right. Not a number when none was judged. */
    public double share() {
        return judged() == 0 ? Double.NaN : (double) right / judged();
    }
}
