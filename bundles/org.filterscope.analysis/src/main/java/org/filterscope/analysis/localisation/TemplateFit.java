package org.filterscope.analysis.localisation;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Chooses the voters of a part. Formulas: docs/methods/part-localisation.md. */
final class TemplateFit {
    private static final int ROUNDS = 3;
    /** How the part scatters around its mean as long as labels do not say otherwise, as a share of the diagonal; counts as two labels. */
    private static final double SCATTER = 0.2;
    private static final double SCATTER_LABELS = 2;
    /** How far from the part a voter usually is, at most, as a share of the diagonal: 70 pixels of 224 × 224, as published for And-Or graphs. */
    private static final double OFFSET = 70 / Math.hypot(224, 224);
    /** How often a voter that moves with the part finds it. */
    private static final double HITS = 0.4;
    /** So much does it speak for a voter that it shares one more standard deviation of motion with others. */
    private static final double TRUST = 0.2;
    /** A label that a voter met counts at least so much for where the offset is sought. */
    private static final double LEAST = 1e-9;

    private final Voters voters;
    private final double[] shared;
    private final double reach;
    private final double diagonal;
    private final int most;

    /**
     * @param shared by voter, the motion it shares with others
     * @param reach  how exactly a voter tells the part, a standard deviation in pixels
     * @param most   how many voters are chosen
     */
    TemplateFit(final Voters voters, final double[] shared, final double reach, final double diagonal, final int most) {
        this.voters = voters;
        this.shared = shared;
        this.reach = reach;
        this.diagonal = diagonal;
        this.most = most;
    }

    /** @param labels in pixels of the pictures as taken */
    PartTemplate of(final List<PartLabel> labels) {
        final double row = labels.stream().mapToDouble(PartLabel::row).average().orElseThrow();
        final double col = labels.stream().mapToDouble(PartLabel::col).average().orElseThrow();
        final double squares = labels.stream().mapToDouble(label -> square(label.row() - row) + square(label.col() - col)).sum();
        final double around = (SCATTER_LABELS * square(SCATTER * diagonal) + squares / 2) / (SCATTER_LABELS + labels.size() - 1);
        // The mean itself is uncertain, too.
        final double variance = around * (1 + 1.0 / labels.size());
        final PartTemplate mean = new PartTemplate(row, col, variance, List.of());
        final List<PartTemplate.Elector> best = IntStream.range(0, voters.size()).mapToObj(voter -> elector(voter, mean, labels))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingDouble(PartTemplate.Elector::gain).reversed().thenComparing(PartTemplate.Elector::voter))
                .limit(most).toList();
        return new PartTemplate(row, col, variance, best);
    }

    /** Null where the voter fires on no labelled picture, or tells the labels no better than their mean does. */
    private PartTemplate.Elector elector(final int voter, final PartTemplate mean, final List<PartLabel> labels) {
        final double[] rows = new double[labels.size()];
        final double[] cols = new double[labels.size()];
        final double[] strengths = new double[labels.size()];
        double all = 0;
        for (int i = 0; i < rows.length; i++) {
            final PartLabel label = labels.get(i);
            final int at = voters.at(voter, label.picture());
            rows[i] = label.row() - voters.rows()[at];
            cols[i] = label.col() - voters.cols()[at];
            strengths[i] = voters.strengths()[at];
            all += strengths[i];
        }
        if (all <= 0) {
            return null;
        }
        final double[] offset = offset(rows, cols, strengths);
        final double beforehand = TRUST * shared[voter] - (square(offset[0]) + square(offset[1])) / (2 * square(OFFSET * diagonal));
        double gain = 0;
        double best = 0;
        for (int i = 0; i < rows.length; i++) {
            final PartLabel label = labels.get(i);
            final double hit = density(rows[i] - offset[0], cols[i] - offset[1], square(reach));
            final double anyway = density(label.row() - mean.row(), label.col() - mean.col(), mean.variance());
            final double one = Math.min(1, strengths[i]) * Math.log(HITS * hit / anyway + 1 - HITS);
            gain += one;
            best = Math.max(best, one);
        }
        // One label is met by every voter, for the offset was made for it: the others have to agree.
        return rows.length > 1 && gain <= best ? null : new PartTemplate.Elector(voter, offset[0], offset[1], gain + beforehand);
    }

    /** The mean, and from there to the labels that agree, so that one miss does not spoil the others. */
    private double[] offset(final double[] rows, final double[] cols, final double[] strengths) {
        double row = 0;
        double col = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            double weights = 0;
            double down = 0;
            double across = 0;
            for (int i = 0; i < rows.length; i++) {
                if (strengths[i] > 0) {
                    final double near = round == 0 ? 1
                            : Math.exp(-(square(rows[i] - row) + square(cols[i] - col)) / (2 * square(reach))) + LEAST;
                    final double weight = Math.sqrt(strengths[i]) * near;
                    weights += weight;
                    down += weight * rows[i];
                    across += weight * cols[i];
                }
            }
            row = down / weights;
            col = across / weights;
        }
        return new double[] { row, col };
    }

    /** Of a Gaussian, but for the factor 1 / 2π. */
    private static double density(final double row, final double col, final double variance) {
        return Math.exp(-(square(row) + square(col)) / (2 * variance)) / variance;
    }

    private static double square(final double x) {
        return x * x;
    }
}
