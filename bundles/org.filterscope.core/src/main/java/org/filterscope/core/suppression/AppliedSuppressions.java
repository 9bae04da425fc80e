package org.filterscope.core.suppression;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.SuspectFilter;

/**
 * Which findings of a report are suppressed. Immutable.
 *
 * @param byFinding the suppression of each suppressed finding, by the finding's id
 * @param notes     of suppressions that have expired, or that suppress nothing; one sentence each, with file and line
 */
public record AppliedSuppressions(Map<String, Suppression> byFinding, List<String> notes) {
    /** Nothing is suppressed. */
    public static final AppliedSuppressions NONE = new AppliedSuppressions(Map.of(), List.of());

    public AppliedSuppressions {
        byFinding = Map.copyOf(byFinding);
        notes = List.copyOf(notes);
    }

    /**
     * @param file  the suppressions are from, for the notes
     * @param today decides which have expired
     */
    public static AppliedSuppressions of(final List<Suppression> suppressions, final Path file, final Findings findings, final LocalDate today) {
        final List<Suppression> valid = suppressions.stream().filter(suppression -> !suppression.isExpired(today)).toList();
        final Map<String, Suppression> byFinding = new HashMap<>();
        final Set<Suppression> used = new HashSet<>();
        for (final Finding finding : findings.findings()) {
            final List<Suppression> reasons = reasons(valid, finding);
            if (!reasons.isEmpty()) {
                byFinding.put(finding.id(), reasons.get(0));
                used.addAll(reasons);
            }
        }
        final List<String> notes = new ArrayList<>();
        for (final Suppression suppression : suppressions) {
            if (suppression.isExpired(today)) {
                notes.add("%s:%d: the suppression of %s has expired on %s and does not count".formatted(file, suppression.line(),
                        suppression.subject(), suppression.expires().orElseThrow()));
            } else if (!used.contains(suppression)) {
                notes.add("%s:%d: the suppression of %s suppresses nothing in this report".formatted(file, suppression.line(),
                        suppression.subject()));
            }
        }
        return new AppliedSuppressions(byFinding, notes);
    }

    /** All that suppress a finding, together or alone; none when it is not suppressed. */
    private static List<Suppression> reasons(final List<Suppression> valid, final Finding finding) {
        final List<Suppression> reasons = new ArrayList<>(valid.stream().filter(suppression -> suppression.names(finding)).toList());
        final List<Suppression> ofFilters = new ArrayList<>();
        boolean all = !finding.filters().isEmpty();
        for (final SuspectFilter filter : finding.filters()) {
            final List<Suppression> ofFilter = filter.fingerprint().isEmpty() ? List.of()
                    : valid.stream().filter(suppression -> suppression.names(finding.kind(), filter.fingerprint())).toList();
            all &= !ofFilter.isEmpty();
            ofFilters.addAll(ofFilter);
        }
        if (all) {
            reasons.addAll(ofFilters);
        }
        return reasons;
    }

    public Optional<Suppression> of(final Finding finding) {
        return Optional.ofNullable(byFinding.get(finding.id()));
    }

    /** Those that count. */
    public List<Finding> open(final Findings findings) {
        return findings.findings().stream().filter(finding -> of(finding).isEmpty()).toList();
    }

    /** Those that do not count. */
    public List<Finding> suppressed(final Findings findings) {
        return findings.findings().stream().filter(finding -> of(finding).isPresent()).toList();
    }
}
