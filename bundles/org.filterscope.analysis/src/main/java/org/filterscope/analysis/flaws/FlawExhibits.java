package org.filterscope.analysis.flaws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.filterscope.core.finding.Exhibit;
import org.filterscope.core.finding.Exhibit.Role;

/** Chooses the pictures that are shown with a finding. */
final class FlawExhibits {
    private static final int MOST = 12;
    /** Counterexamples where they have no order of their own. */
    private static final int MOST_CONTRARY = 4;

    private final FlawEvidence evidence;

    FlawExhibits(final FlawEvidence evidence) {
        this.evidence = evidence;
    }

    /** Pictures of a class that are taken for another, and such that are not; those first of which the network is surest. */
    List<Exhibit> confused(final int shown, final int taken) {
        final int[] outputs = evidence.predictions().outputs();
        final List<Exhibit> exhibits = new ArrayList<>(surest(Role.EVIDENCE, i -> evidence.truth(i) == shown && outputs[i] == taken));
        exhibits.addAll(surest(Role.COUNTEREXAMPLE, i -> evidence.truth(i) == shown && outputs[i] == shown));
        return exhibits;
    }

    /** Those first of which the network is surest. */
    List<Exhibit> surest(final Role role, final IntPredicate wanted) {
        return IntStream.range(0, evidence.pictures()).filter(wanted).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -evidence.predictions().probabilities()[i])).limit(MOST)
                .map(picture -> exhibit(picture, role)).toList();
    }

    /**
     * @param wrong pictures that go wrong as a finding says, the most telling first
     * @param right pictures of the same kind that do not
     */
    List<Exhibit> of(final int[] wrong, final int[] right) {
        final List<Exhibit> exhibits = new ArrayList<>();
        IntStream.of(wrong).limit(MOST).forEach(picture -> exhibits.add(exhibit(picture, Role.EVIDENCE)));
        IntStream.of(right).limit(MOST_CONTRARY).forEach(picture -> exhibits.add(exhibit(picture, Role.COUNTEREXAMPLE)));
        return exhibits;
    }

    Exhibit exhibit(final int picture, final Role role) {
        final int index = evidence.classes().indices()[picture];
        return new Exhibit(evidence.paths().get(picture), role, index < 0 ? "" : evidence.classes().names().get(index),
                evidence.labels().get(evidence.predictions().outputs()[picture]));
    }
}
