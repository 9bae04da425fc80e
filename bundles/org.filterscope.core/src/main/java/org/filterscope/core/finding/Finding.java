package org.filterscope.core.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A claim about a network, with its evidence.
 *
 * @param id         the same in every run that makes the same claim, see {@link FindingId}
 * @param kind       of the claim
 * @param harm       share of the pictures concerned that go wrong because of it, 0 to 1; findings are ordered by it
 * @param confidence that it is no accident, 0 to 1, corrected for all that was looked at
 * @param filters    that carry it, the one with the largest share first; may be empty
 * @param concepts   concerned; may be empty
 * @param classes    concerned; for a confusion what is shown, then what it is taken for; may be empty
 * @param numbers    that speak for it
 * @param pictures   that show it, and counterexamples
 * @param effect     of silencing the filters; empty where there are none to silence
 * @param fixes      the most promising first
 * @param text       the claim in one sentence, as a colleague would say it
 */
public record Finding(String id, FindingKind kind, double harm, double confidence, List<SuspectFilter> filters, List<String> concepts,
        List<String> classes, List<Measure> numbers, List<Exhibit> pictures, Optional<Effect> effect, List<Fix> fixes, String text) {

    /** The worst first; of equal harm the surer one, then by kind and text, so that the order is the same in every run. */
    public static final Comparator<Finding> BY_HARM = Comparator.comparingDouble(Finding::harm).reversed()
            .thenComparing(Comparator.comparingDouble(Finding::confidence).reversed()).thenComparing(Finding::kind)
            .thenComparing(Finding::text).thenComparing(Finding::id);

    public Finding {
        if (!(harm >= 0 && harm <= 1) || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("'%s': harm %s, confidence %s".formatted(text, harm, confidence));
        }
        filters = List.copyOf(filters);
        concepts = List.copyOf(concepts);
        classes = List.copyOf(classes);
        numbers = List.copyOf(numbers);
        pictures = List.copyOf(pictures);
        fixes = List.copyOf(fixes);
    }

    public Severity severity() {
        return Severity.of(harm);
    }
}
