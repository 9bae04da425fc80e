package org.filterscope.analysis.localisation;

import java.util.List;

/** Counts the votes on a picture: the place with the most of them near, weighed against where the part is on average. */
final class VoteCount {
    private static final int ROUNDS = 4;
    /** What stands against all votes together: with fewer near a place the mean decides. */
    private static final double DOUBT = 0.02;
    /** Voters that agree by chance are rare: the votes near a place count with this power. */
    private static final double POWER = 3;
    /** A stronger response says no more. */
    private static final double STRONGEST = 3;
    /** Voters come from few filters' worth of evidence: of a difference in gain so much counts. */
    private static final double SHARPNESS = 0.5;

    private final PartTemplate template;
    private final double reach;
    private final double[] rows;
    private final double[] cols;
    private final double[] weights;

    /** @param row where the part is, in pixels of the picture as taken */
    record Place(double row, double col, double confidence) {
    }

    /** @param reach how exactly a voter tells the part, a standard deviation in pixels */
    VoteCount(final Voters voters, final PartTemplate template, final double reach, final int picture) {
        this.template = template;
        this.reach = reach;
        final List<PartTemplate.Elector> electors = template.voters();
        // The mean is a candidate like the votes, but has no weight.
        rows = new double[electors.size() + 1];
        cols = new double[electors.size() + 1];
        weights = new double[electors.size()];
        double all = 0;
        for (int i = 0; i < electors.size(); i++) {
            final PartTemplate.Elector elector = electors.get(i);
            final int at = voters.at(elector.voter(), picture);
            rows[i] = voters.rows()[at] + elector.rowOffset();
            cols[i] = voters.cols()[at] + elector.colOffset();
            final double say = Math.exp(SHARPNESS * (elector.gain() - electors.getFirst().gain()));
            weights[i] = say * Math.sqrt(Math.min(STRONGEST, voters.strengths()[at]));
            all += say;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= all;
        }
        rows[weights.length] = template.row();
        cols[weights.length] = template.col();
    }

    Place place() {
        int best = weights.length;
        double highest = 0;
        for (int i = 0; i < rows.length; i++) {
            final double chance = Math.pow(near(rows[i], cols[i]) + DOUBT, POWER)
                    * Math.exp(-(square(rows[i] - template.row()) + square(cols[i] - template.col())) / (2 * template.variance()));
            if ((i == weights.length || weights[i] > 0) && chance > highest) {
                highest = chance;
                best = i;
            }
        }
        return moved(rows[best], cols[best]);
    }

    /** To the top, where the pulls of the votes and of the mean are in balance. */
    private Place moved(final double firstRow, final double firstCol) {
        double row = firstRow;
        double col = firstCol;
        for (int round = 0; round < ROUNDS; round++) {
            double sum = 0;
            double down = 0;
            double across = 0;
            for (int i = 0; i < weights.length; i++) {
                final double weight = weights[i] * kernel(rows[i] - row, cols[i] - col);
                sum += weight;
                down += weight * rows[i];
                across += weight * cols[i];
            }
            final double pull = POWER / ((sum + DOUBT) * square(reach));
            final double home = 1 / template.variance();
            row = (pull * down + home * template.row()) / (pull * sum + home);
            col = (pull * across + home * template.col()) / (pull * sum + home);
        }
        final double near = near(row, col);
        return new Place(row, col, near / (near + DOUBT));
    }

    private double near(final double row, final double col) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * kernel(rows[i] - row, cols[i] - col);
        }
        return sum;
    }

    private double kernel(final double row, final double col) {
        return Math.exp(-(square(row) + square(col)) / (2 * square(reach)));
    }

    private static double square(final double x) {
        return x * x;
    }
}
