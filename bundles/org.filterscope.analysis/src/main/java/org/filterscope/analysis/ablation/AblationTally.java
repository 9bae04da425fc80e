package org.filterscope.analysis.ablation;

import java.util.stream.IntStream;

import org.filterscope.analysis.classes.ClassHead;

/** Predictions with nothing ablated, and with each filter ablated; the latter are kept as changes of the former. */
final class AblationTally {
    /** What a filter is set to. */
    enum Value {
        ZERO, MEAN
    }

    private final int classes;
    private final int[] classOfOutput;
    private final int[] pictures;
    private final Verdicts base;
    private final Verdicts[][] changes;

    AblationTally(final ClassHead head, final int channels, final int[] sample) {
        classes = head.classes().count();
        classOfOutput = IntStream.range(0, head.logits())
                .map(output -> IntStream.range(0, classes).filter(c -> head.output(c) == output).findFirst().orElse(-1)).toArray();
        pictures = new int[classes];
        for (final int picture : sample) {
            pictures[head.classes().indices()[picture]]++;
        }
        base = new Verdicts(classes);
        changes = new Verdicts[channels][];
        for (int channel = 0; channel < channels; channel++) {
            changes[channel] = new Verdicts[] {new Verdicts(classes), new Verdicts(classes)};
        }
    }

    /** A picture's prediction with nothing ablated. */
    void base(final int truth, final int output) {
        base.add(truth, classOfOutput[output], 1);
    }

    /** A picture's prediction with a filter ablated; where it is the same, nothing need be told. */
    void ablated(final int channel, final Value value, final int truth, final int before, final int output) {
        if (before != output) {
            changes[channel][value.ordinal()].add(truth, classOfOutput[before], -1);
            changes[channel][value.ordinal()].add(truth, classOfOutput[output], 1);
        }
    }

    /** {@code [channel, class]}: change of the accuracy; not a number for classes without pictures. */
    double[][] accuracies(final Value value) {
        final double[][] result = new double[changes.length][classes];
        for (int channel = 0; channel < result.length; channel++) {
            for (int c = 0; c < classes; c++) {
                result[channel][c] = changes[channel][value.ordinal()].accuracy(c, pictures[c]);
            }
        }
        return result;
    }

    /** {@code [channel, class]}: change of the balanced accuracy; not a number for classes without pictures, or without others. */
    double[][] balanced(final Value value) {
        final int all = IntStream.of(pictures).sum();
        final double[][] result = accuracies(value);
        for (int channel = 0; channel < result.length; channel++) {
            for (int c = 0; c < classes; c++) {
                result[channel][c] = (result[channel][c] - changes[channel][value.ordinal()].falseAlarms(c, all - pictures[c])) / 2;
            }
        }
        return result;
    }

    /** By class: the accuracy with nothing ablated; not a number for classes without pictures. */
    double[] accuracy() {
        return IntStream.range(0, classes).mapToDouble(c -> base.accuracy(c, pictures[c])).toArray();
    }
}
