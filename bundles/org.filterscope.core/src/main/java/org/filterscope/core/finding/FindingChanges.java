package org.filterscope.core.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.filterscope.core.finding.FindingChange.Fate;

/**
 * Findings of two runs, set against each other: those with the same {@link FindingId} make the same claim.
 *
 * @param changes what did most harm, before or after, first
 */
public record FindingChanges(List<FindingChange> changes) {
    private static final int HUNDREDTHS = 100;

    public FindingChanges {
        changes = changes.stream().sorted(Comparator.comparingDouble(FindingChange::harm).reversed()
                .thenComparing(FindingChange::finding, Finding.BY_HARM)).toList();
    }

    public static FindingChanges of(final Findings before, final Findings after) {
        final List<FindingChange> changes = new ArrayList<>();
        for (final Finding was : before.findings()) {
            final Optional<Finding> is = after.withId(was.id());
            final Optional<String> missed = is.isPresent() ? Optional.empty() : missed(after, was.kind());
            changes.add(new FindingChange(is.map(now -> fate(was, now)).orElse(missed.isPresent() ? Fate.UNKNOWN : Fate.GONE), Optional.of(was), is,
                    missed.orElse("")));
        }
        for (final Finding is : after.findings()) {
            if (before.withId(is.id()).isEmpty()) {
                final Optional<String> missed = missed(before, is.kind());
                changes.add(new FindingChange(missed.isPresent() ? Fate.UNKNOWN : Fate.NEW, Optional.empty(), Optional.of(is), missed.orElse("")));
            }
        }
        return new FindingChanges(changes);
    }

    private static Fate fate(final Finding before, final Finding after) {
        final int rise = Long.compare(Math.round(HUNDREDTHS * after.harm()), Math.round(HUNDREDTHS * before.harm()));
        return rise < 0 ? Fate.WEAKER : rise > 0 ? Fate.STRONGER : Fate.UNCHANGED;
    }

    private static Optional<String> missed(final Findings findings, final FindingKind kind) {
        return findings.missed(kind).map(Search::note);
    }

    /** Those that are there now and were not there before, whether or not they were looked for before. */
    public List<Finding> appeared() {
        return told(changes.stream().filter(change -> change.before().isEmpty()));
    }

    /** Findings with that fate. */
    public List<Finding> with(final Fate fate) {
        return told(changes.stream().filter(change -> change.fate() == fate));
    }

    private static List<Finding> told(final Stream<FindingChange> chosen) {
        return chosen.map(FindingChange::finding).toList();
    }
}
