package org.filterscope.ui.findings;

import java.util.List;

import org.filterscope.core.finding.Finding;
import org.filterscope.core.suppression.Suppression;
import org.filterscope.ui.display.FactTable.Fact;

/**
 * A finding, and whether it counts.
 *
 * @param suppressions by which it does not, together or alone; none when it counts
 * @param fact         its row
 */
record ListedFinding(Finding finding, List<Suppression> suppressions, Fact fact) {

    boolean isSuppressed() {
        return !suppressions.isEmpty();
    }
}
