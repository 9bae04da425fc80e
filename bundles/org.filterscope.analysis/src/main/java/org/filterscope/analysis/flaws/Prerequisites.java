package org.filterscope.analysis.flaws;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Search;
import org.filterscope.engine.graph.Shape;

/** What searches that compare predictions with labels cannot do without. */
final class Prerequisites {

    private Prerequisites() {
    }

    /** Why such a search is not possible, in a sentence for the user; empty when it is. */
    static Optional<String> missing(final FlawEvidence evidence) {
        final Shape logits = evidence.session().graph().shape(evidence.session().graph().logits().name());
        if (logits.hasMaps() || logits.channels() < 2) {
            return Optional.of("the network does not choose between classes");
        }
        return IntStream.range(0, evidence.pictures()).noneMatch(picture -> evidence.truth(picture) >= 0)
                ? Optional.of("no class of the pictures is named like an output of the network") : Optional.empty();
    }

    /** The same for a search that needs masks. */
    static Optional<String> missingWithMasks(final FlawEvidence evidence) {
        return evidence.masks().isEmpty() ? Optional.of("the pictures have no masks of concepts") : missing(evidence);
    }

    /** Nothing found because nothing was looked for. */
    static Findings nothing(final FindingKind kind, final String why) {
        return new Findings(List.of(), List.of(new Search(kind, 0, "not looked for: " + why)));
    }
}
