package org.filterscope.analysis.flaws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.statistics.BinomialTail;
import org.filterscope.analysis.statistics.FalseDiscovery;

/**
 * Which ordered pairs of classes are confused more often than accidents explain: of n pictures of one class x are predicted as the other, and so
 * many or more are unlikely if one in twenty is lost by accident, corrected for all pairs.
 */
final class ConfusionGate {
    /** Share of a class's pictures that a good network may lose to another class. */
    static final double ACCIDENT = 0.05;
    /** Share of accidents among the pairs that pass. */
    static final double DISCOVERY = 0.05;

    private final int outputs;
    private final int[] pictures;
    private final int[][] counts;

    ConfusionGate(final int outputs) {
        this.outputs = outputs;
        pictures = new int[outputs];
        counts = new int[outputs][];
    }

    /** Of all pictures whose class is one of the outputs. */
    static ConfusionGate of(final FlawEvidence evidence, final KnownPictures known) {
        final ConfusionGate gate = new ConfusionGate(evidence.labels().size());
        for (int picture = 0; picture < evidence.pictures(); picture++) {
            if (known.truth(picture) >= 0) {
                gate.add(known.truth(picture), evidence.predictions().outputs()[picture]);
            }
        }
        return gate;
    }

    /** Pictures that were added. */
    int pictures() {
        return IntStream.of(pictures).sum();
    }

    /** One picture. */
    void add(final int truth, final int predicted) {
        if (counts[truth] == null) {
            counts[truth] = new int[outputs];
        }
        pictures[truth]++;
        counts[truth][predicted]++;
    }

    /** How many pairs are looked at: each class with pictures, and every other output. */
    long tested() {
        long tested = 0;
        for (final int[] row : counts) {
            tested += row == null ? 0 : outputs - 1;
        }
        return tested;
    }

    /** The pairs that pass, the worst first. */
    List<ConfusedPair> pairs() {
        final double[] chances = new double[Math.toIntExact(tested())];
        forEach((number, shown, taken) -> chances[number] = BinomialTail.of(pictures[shown], counts[shown][taken], ACCIDENT));
        final double[] rates = FalseDiscovery.adjusted(chances);
        final List<ConfusedPair> pairs = new ArrayList<>();
        forEach((number, shown, taken) -> {
            if (rates[number] <= DISCOVERY) {
                pairs.add(new ConfusedPair(shown, taken, pictures[shown], counts[shown][taken], rates[number]));
            }
        });
        pairs.sort(Comparator.comparingDouble(ConfusedPair::share).reversed());
        return pairs;
    }

    /** Sees the pairs. */
    @FunctionalInterface
    private interface Pairs {
        void see(int number, int shown, int taken);
    }

    private void forEach(final Pairs pairs) {
        int number = 0;
        for (int shown = 0; shown < outputs; shown++) {
            for (int taken = 0; taken < outputs && counts[shown] != null; taken++) {
                if (taken != shown) {
                    pairs.see(number++, shown, taken);
                }
            }
        }
    }
}
