package org.filterscope.core.suppression;

import java.time.LocalDate;
import java.util.Optional;

import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingKind;

/**
 * That a finding is known and does not count. It names the finding by its id, or a kind and a filter by the fingerprint of its weights: then all
 * findings of that kind are suppressed whose filters all are.
 *
 * @param finding     id; empty when kind and filter are meant
 * @param kind        of the findings; may be empty where an id is given
 * @param fingerprint of the filter; only for readers where an id is given, and may be empty then
 * @param reason      why it does not count; never blank
 * @param expires     the last day on which it holds; empty when it always does
 * @param who         has decided; may be empty
 * @param when        that was; for readers, may be empty
 * @param line        1-based line of the file
 */
public record Suppression(String finding, Optional<FindingKind> kind, String fingerprint, String reason, Optional<LocalDate> expires, String who,
        String when, long line) {

    /** Of one finding. */
    public static Suppression of(final Finding finding, final String reason, final Optional<LocalDate> expires, final String who, final String when) {
        return new Suppression(finding.id(), Optional.of(finding.kind()), finding.filters().size() == 1 ? finding.filters().get(0).fingerprint() : "",
                reason, expires, who, when, 0);
    }

    /** Of all findings of a kind about one filter. */
    public static Suppression of(final FindingKind kind, final String fingerprint, final String reason, final Optional<LocalDate> expires,
            final String who, final String when) {
        return new Suppression("", Optional.of(kind), fingerprint, reason, expires, who, when, 0);
    }

    /** The same wherever it stands in the file. */
    Suppression at(final long otherLine) {
        return new Suppression(finding, kind, fingerprint, reason, expires, who, when, otherLine);
    }

    public boolean isExpired(final LocalDate today) {
        return expires.isPresent() && expires.get().isBefore(today);
    }

    /** What is suppressed, for a person. */
    public String subject() {
        return finding.isEmpty() ? "%s of filter %s".formatted(kind.map(FindingKind::key).orElse(""), fingerprint) : "finding " + finding;
    }
}
