package org.filterscope.analysis.flaws;

import java.util.stream.IntStream;

import org.filterscope.engine.execution.FeatureMaps;

/**
 * What a network says of pictures.
 *
 * @param logits {@code [picture][output]}
 */
record Answers(float[][] logits) {

    static Answers of(final int pictures) {
        return new Answers(new float[pictures][]);
    }

    /** @param found logits, one value an output */
    void take(final int picture, final FeatureMaps found, final int image) {
        final float[] row = new float[found.shape().channels()];
        System.arraycopy(found.values(), found.start(image, 0), row, 0, row.length);
        logits[picture] = row;
    }

    double probability(final int picture, final int output) {
        return probabilities(picture)[output];
    }

    /** Logarithm of an output's probability by that of all others. */
    double logOdds(final int picture, final int output) {
        final double[] probabilities = probabilities(picture);
        double others = Double.MIN_NORMAL;
        for (int other = 0; other < probabilities.length; other++) {
            others += other == output ? 0 : probabilities[other];
        }
        return Math.log(Math.max(Double.MIN_NORMAL, probabilities[output]) / others);
    }

    /** The softmax of the logits. */
    private double[] probabilities(final int picture) {
        final float[] row = logits[picture];
        final float most = row[best(picture)];
        final double[] probabilities = IntStream.range(0, row.length).mapToDouble(output -> Math.exp((double) row[output] - most)).toArray();
        double sum = 0;
        for (final double probability : probabilities) {
            sum += probability;
        }
        for (int output = 0; output < probabilities.length; output++) {
            probabilities[output] /= sum;
        }
        return probabilities;
    }

    /** The output with the highest logit; of equal ones the first. */
    int best(final int picture) {
        return highest(logits[picture], 0, logits[picture].length);
    }

    /** The same, by picture. */
    int[] best() {
        return IntStream.range(0, logits.length).map(this::best).toArray();
    }

    /** Where the highest of some values is, of equal ones the first. */
    static int highest(final float[] values, final int start, final int count) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            best = values[start + i] > values[start + best] ? i : best;
        }
        return best;
    }
}
