package org.filterscope.ui.scores;

import java.util.List;
import java.util.Optional;

import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.TopRow;

/**
 * Everything that the view shows about one filter.
 *
 * @param numbers   its statistics
 * @param tops      its top pictures, the highest peak first
 * @param strongest the class with the highest mean; empty when the pictures have no classes
 */
record FilterScore(FilterRow numbers, List<TopRow> tops, Optional<ClassRow> strongest) {

    int channel() {
        return numbers.channel();
    }
}
