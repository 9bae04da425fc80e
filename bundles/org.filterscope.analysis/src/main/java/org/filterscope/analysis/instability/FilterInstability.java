package org.filterscope.analysis.instability;

import java.util.List;

import org.filterscope.core.report.LandmarkRow;
import org.filterscope.core.report.Scores;

/**
 * What landmarks say of one filter.
 *
 * @param rows   by landmark
 * @param places behind each row
 */
record FilterInstability(Scores scores, List<LandmarkRow> rows, List<float[]> places) {

    FilterInstability withoutPlaces() {
        return new FilterInstability(scores, rows, List.of());
    }
}
