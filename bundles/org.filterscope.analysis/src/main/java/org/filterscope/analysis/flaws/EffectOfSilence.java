package org.filterscope.analysis.flaws;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.core.finding.Effect;
import org.filterscope.core.finding.Effect.ClassEffect;

/** Accuracies with and without an intervention, of the classes of the pictures that it was tried on. */
final class EffectOfSilence {

    private EffectOfSilence() {
    }

    /**
     * @param pictures that it was tried on
     * @param before   outputs that are predicted without it, in the order of the pictures
     * @param after    outputs that are predicted with it
     */
    static Effect of(final String intervention, final FlawEvidence evidence, final int[] pictures, final int[] before, final int[] after) {
        final List<ClassEffect> classes = new ArrayList<>();
        for (int output = 0; output < evidence.labels().size(); output++) {
            final int wanted = output;
            final int[] own = IntStream.range(0, pictures.length).filter(i -> evidence.truth(pictures[i]) == wanted).toArray();
            if (own.length > 0) {
                classes.add(new ClassEffect(evidence.labels().get(output), own.length, accuracy(own, wanted, before), accuracy(own, wanted, after)));
            }
        }
        return new Effect(intervention, pictures.length, classes);
    }

    private static double accuracy(final int[] pictures, final int output, final int[] predictions) {
        return IntStream.of(pictures).filter(i -> predictions[i] == output).count() / (double) pictures.length;
    }
}
