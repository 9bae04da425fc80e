package org.filterscope.analysis.flaws;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.core.finding.Exhibit;
import org.filterscope.core.finding.Exhibit.Role;

/** Pictures shown with a finding. */
final class Exhibits {
    private static final int MOST = 12;
    private static final int MOST_CONTRARY = 4;
    private final FlawEvidence evidence;

    Exhibits(final FlawEvidence evidence) {
        this.evidence = evidence;
    }

    /**
     * @param wrong pictures that go wrong as the finding says, the most telling first
     * @param right pictures of the same kind that do not
     */
    List<Exhibit> of(final int[] wrong, final int[] right) {
        final List<Exhibit> exhibits = new ArrayList<>();
        IntStream.of(wrong).limit(MOST).forEach(picture -> exhibits.add(exhibit(picture, Role.EVIDENCE)));
        IntStream.of(right).limit(MOST_CONTRARY).forEach(picture -> exhibits.add(exhibit(picture, Role.COUNTEREXAMPLE)));
        return exhibits;
    }

    private Exhibit exhibit(final int picture, final Role role) {
        final int label = evidence.classes().indices()[picture];
        return new Exhibit(evidence.paths().get(picture), role, label < 0 ? "" : evidence.classes().names().get(label),
                evidence.labels().get(evidence.predictions().outputs()[picture]));
    }
}
