package org.filterscope.ui.findings;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.finding.Findings;
import org.filterscope.core.suppression.AppliedSuppressions;
import org.filterscope.core.suppression.Suppression;
import org.filterscope.core.suppression.SuppressionsFile;
import org.filterscope.core.table.InvalidTableException;

/**
 * All findings of a report as rows, those that are suppressed among them.
 *
 * @param all   by harm
 * @param notes what is wrong with the table of suppressions, a sentence each
 */
record FindingListing(List<ListedFinding> all, List<String> notes) {

    FindingListing {
        all = List.copyOf(all);
        notes = List.copyOf(notes);
    }

    /**
     * Looks at the disk.
     *
     * @param configuration that the suppressions lie beside; without one nothing is suppressed
     */
    static FindingListing of(final Findings findings, final Optional<Path> configuration) {
        if (configuration.isEmpty()) {
            return of(findings, AppliedSuppressions.NONE);
        }
        final SuppressionsFile suppressions = SuppressionsFile.beside(configuration.get());
        try {
            return of(findings, AppliedSuppressions.of(suppressions.read(), suppressions.file(), findings, LocalDate.now()));
        } catch (final InvalidTableException e) {
            // A table that cannot be read hides nothing.
            return of(findings, new AppliedSuppressions(AppliedSuppressions.NONE.byFinding(), List.of(e.getMessage())));
        }
    }

    private static FindingListing of(final Findings findings, final AppliedSuppressions applied) {
        return new FindingListing(findings.findings().stream().map(finding -> {
            final List<Suppression> suppressions = applied.reasons(finding);
            return new ListedFinding(finding, suppressions, FindingWords.fact(finding, suppressions));
        }).toList(), applied.notes());
    }

    List<ListedFinding> open() {
        return all.stream().filter(listed -> !listed.isSuppressed()).toList();
    }

    /** How many do not count. */
    int suppressed() {
        return (int) all.stream().filter(ListedFinding::isSuppressed).count();
    }

    /** Other findings that some of its suppressions speak for, too: they would count again with it. */
    List<ListedFinding> liftedWith(final ListedFinding finding) {
        return all.stream().filter(other -> !other.finding().equals(finding.finding())
                && other.suppressions().stream().anyMatch(finding.suppressions()::contains)).toList();
    }
}
