package org.filterscope.analysis.run;

import java.time.Duration;
import java.util.List;

import org.filterscope.core.finding.FindingChanges;
import org.filterscope.core.finding.Search;

/**
 * What became of the findings when a model was mended: the same searches on the same pictures, before and after.
 *
 * @param changes  of the findings
 * @param missed   kinds that could be looked for neither before nor after, and why
 * @param pictures how many were looked at
 * @param took     both times together
 */
public record FlawComparison(FindingChanges changes, List<Search> missed, int pictures, Duration took) {

    public FlawComparison {
        missed = List.copyOf(missed);
    }
}
