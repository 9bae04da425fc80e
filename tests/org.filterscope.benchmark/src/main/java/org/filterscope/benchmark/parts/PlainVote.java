package org.filterscope.benchmark.parts;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.localisation.PartLabel;
import org.filterscope.analysis.localisation.PartLocations;
import org.filterscope.analysis.localisation.PictureFrame;
import org.filterscope.analysis.localisation.Voters;

/**
 * The simple rule of And-Or graphs, as a baseline: the 50 voters that are strong, near the part and steady on the labels vote with their strength;
 * the place with the most votes near is the answer. Pixels are those of 224 × 224, as published.
 */
final class PlainVote {
    private static final int MOST = 50;
    private static final double NEAR = 70;
    private static final double STEADY = 15;
    private static final double KERNEL = 25;
    private static final int ROUNDS = 5;

    private final Voters voters;
    private final PictureFrame frame;

    private record Elector(int voter, double row, double col, double worth) {
    }

    PlainVote(final Voters voters, final PictureFrame frame) {
        this.voters = voters;
        this.frame = frame;
    }

    PartLocations locate(final List<PartLabel> labels) {
        final List<Elector> electors = IntStream.range(0, voters.size()).mapToObj(voter -> elector(voter, labels))
                .sorted(Comparator.comparingDouble(Elector::worth).reversed()).limit(MOST).toList();
        final int pictures = voters.pictures();
        final PartLocations found = new PartLocations(new double[pictures], new double[pictures], new double[pictures]);
        for (int picture = 0; picture < pictures; picture++) {
            locate(electors, picture, found);
        }
        return found;
    }

    private Elector elector(final int voter, final List<PartLabel> labels) {
        double row = 0;
        double col = 0;
        double strength = 0;
        double squares = 0;
        for (final PartLabel label : labels) {
            final int at = voters.at(voter, label.picture());
            final double down = label.row() - voters.rows()[at];
            final double across = frame.col(label.picture(), label.col()) - voters.cols()[at];
            row += down / labels.size();
            col += across / labels.size();
            squares += (down * down + across * across) / labels.size();
            strength += voters.strengths()[at];
        }
        final double residual = squares - row * row - col * col;
        return new Elector(voter, row, col,
                strength * Math.exp(-(row * row + col * col) / (2 * NEAR * NEAR) - residual / (2 * STEADY * STEADY)));
    }

    private void locate(final List<Elector> electors, final int picture, final PartLocations found) {
        double row = Double.NaN;
        double col = Double.NaN;
        double most = -1;
        for (final Elector candidate : electors) {
            final int at = voters.at(candidate.voter, picture);
            final double[] near = near(electors, picture, voters.rows()[at] + candidate.row, voters.cols()[at] + candidate.col);
            if (near[0] > most) {
                most = near[0];
                row = voters.rows()[at] + candidate.row;
                col = voters.cols()[at] + candidate.col;
            }
        }
        for (int round = 0; round < ROUNDS && most > 0; round++) {
            final double[] near = near(electors, picture, row, col);
            row = near[1];
            col = near[2];
        }
        found.rows()[picture] = row;
        found.cols()[picture] = frame.col(picture, col);
    }

    /** Votes near a place, and their mean. */
    private double[] near(final List<Elector> electors, final int picture, final double row, final double col) {
        final double[] sums = new double[3];
        for (final Elector elector : electors) {
            final int at = voters.at(elector.voter, picture);
            final double down = voters.rows()[at] + elector.row;
            final double across = voters.cols()[at] + elector.col;
            final double weight = voters.strengths()[at]
                    * Math.exp(-((down - row) * (down - row) + (across - col) * (across - col)) / (2 * KERNEL * KERNEL));
            sums[0] += weight;
            sums[1] += weight * down;
            sums[2] += weight * across;
        }
        return new double[] { sums[0], sums[1] / sums[0], sums[2] / sums[0] };
    }
}
