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
import java.util.stream.Collectors;

import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.SuspectFilter;

/**
 * Which findings of a report are suppressed. Immutable.
 *
 * @param byFinding all suppressions of each suppressed finding, by the finding's id; one or more
 * @param notes     of suppressions that have expired, or that suppress nothing; one sentence each, with file and line
 */
public record AppliedSuppressions(Map<String, List<Suppression>> byFinding, List<String> notes) {
    /** Nothing is suppressed. */
    public static final AppliedSuppressions NONE = new AppliedSuppressions(Map.of(), List.of());

    public AppliedSuppressions {
        byFinding = Map.copyOf(byFinding);
        notes = List.copyOf(notes);
    }

    /** What a suppression names: a finding's id, or a kind and a filter's fingerprint. */
    private record Subject(String finding, Optional<FindingKind> kind, String fingerprint) {

        static Subject of(final Suppression suppression) {
            return suppression.finding().isEmpty() ? new Subject("", suppression.kind(), suppression.fingerprint())
                    : new Subject(suppression.finding(), Optional.empty(), "");
        }
    }

    /**
     * @param file  the suppressions are from, for the notes
     * @param today decides which have expired
     */
    public static AppliedSuppressions of(final List<Suppression> suppressions, final Path file, final Findings findings, final LocalDate today) {
        final Map<Subject, List<Suppression>> valid = suppressions.stream().filter(suppression -> !suppression.isExpired(today))
                .collect(Collectors.groupingBy(Subject::of));
        final Map<String, List<Suppression>> byFinding = new HashMap<>();
        final Set<Suppression> used = new HashSet<>();
        for (final Finding finding : findings.findings()) {
            final List<Suppression> reasons = reasons(valid, finding);
            if (!reasons.isEmpty()) {
                byFinding.put(finding.id(), List.copyOf(reasons));
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

    private static List<Suppression> reasons(final Map<Subject, List<Suppression>> valid, final Finding finding) {
        final List<Suppression> reasons = new ArrayList<>(valid.getOrDefault(new Subject(finding.id(), Optional.empty(), ""), List.of()));
        final List<Suppression> ofFilters = new ArrayList<>();
        boolean all = !finding.filters().isEmpty();
        for (final SuspectFilter filter : finding.filters()) {
            final List<Suppression> ofFilter = filter.fingerprint().isEmpty() ? List.of()
                    : valid.getOrDefault(new Subject("", Optional.of(finding.kind()), filter.fingerprint()), List.of());
            all &= !ofFilter.isEmpty();
            ofFilters.addAll(ofFilter);
        }
        if (all) {
            reasons.addAll(ofFilters);
        }
        return reasons;
    }

    /** All that suppress a finding, together or alone; none when it is not suppressed. */
    public List<Suppression> reasons(final Finding finding) {
        return byFinding.getOrDefault(finding.id(), List.of());
    }

    /** The suppression that is told. */
    public Optional<Suppression> of(final Finding finding) {
        return reasons(finding).stream().findFirst();
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
