package org.filterscope.core.finding;

import java.util.List;
import java.util.Optional;

/**
 * All that was found in one run.
 *
 * @param findings by harm, see {@link Finding#BY_HARM}
 * @param searches one or more a kind
 */
public record Findings(List<Finding> findings, List<Search> searches) {

    public Findings {
        findings = findings.stream().sorted(Finding.BY_HARM).toList();
        searches = List.copyOf(searches);
    }

    public Optional<Finding> withId(final String id) {
        return findings.stream().filter(finding -> finding.id().equals(id)).findFirst();
    }
}
