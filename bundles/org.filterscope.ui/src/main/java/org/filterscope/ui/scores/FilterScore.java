package org.filterscope.ui.scores;

import java.util.List;
import java.util.Optional;

import org.filterscope.core.names.Agreement;
import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.TopRow;

/**
 * Everything that the view shows about one filter.
 *
 * @param numbers   its statistics
 * @param tops      its top pictures, the highest peak first
 * @param strongest the class with the highest mean; empty when the pictures have no classes
 * @param name      what a person calls it; empty when it has no name
 * @param agreement of the automatic label with what a person says
 */
record FilterScore(FilterRow numbers, List<TopRow> tops, Optional<ClassRow> strongest, String name, Agreement agreement) {

    int channel() {
        return numbers.channel();
    }
}
