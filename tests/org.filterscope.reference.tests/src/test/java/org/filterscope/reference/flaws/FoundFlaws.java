package org.filterscope.reference.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.filterscope.analysis.flaws.FlawEvidence;
import org.filterscope.benchmark.flaws.NamedSearch;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Severity;
import org.filterscope.core.progress.Progress;

/** What was found, the worst first. */
record FoundFlaws(List<Finding> findings) {

    static FoundFlaws of(final FlawEvidence evidence, final String... searches) throws IOException {
        final List<Finding> found = new ArrayList<>();
        for (final NamedSearch search : searches.length == 0 ? NamedSearch.all() : NamedSearch.of(searches)) {
            found.addAll(search.search().search(evidence, Progress.NONE).findings());
        }
        return new FoundFlaws(new Findings(found, List.of()).findings());
    }

    Finding first() {
        return findings.getFirst();
    }

    boolean has(final FindingKind kind, final Severity least) {
        return findings.stream().anyMatch(finding -> finding.kind() == kind && finding.severity().compareTo(least) >= 0);
    }

    /** Filters that are said to do harm, each once. */
    int suspects() {
        final Set<String> suspects = new TreeSet<>();
        findings.stream().filter(finding -> finding.harm() > 0)
                .forEach(finding -> finding.filters().forEach(filter -> suspects.add(filter.layer() + "/" + filter.channel())));
        return suspects.size();
    }
}
