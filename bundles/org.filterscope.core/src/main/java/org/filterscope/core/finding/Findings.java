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

    /**
     * Why a kind of flaw was not looked for.
     *
     * @return one of its searches that tested nothing; empty when something was tested, or the kind is not among the searches
     */
    public Optional<Search> missed(final FindingKind kind) {
        final List<Search> own = searches.stream().filter(search -> search.kind() == kind).toList();
        return own.stream().allMatch(search -> search.tested() == 0) ? own.stream().findFirst() : Optional.empty();
    }

    public Optional<Finding> withId(final String id) {
        return findings.stream().filter(finding -> finding.id().equals(id)).findFirst();
    }
}
