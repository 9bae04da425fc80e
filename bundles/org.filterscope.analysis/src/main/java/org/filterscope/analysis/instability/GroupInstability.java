package org.filterscope.analysis.instability;

import org.filterscope.analysis.landmarks.Landmarks;

/** The paper's rule for networks with several classes: the instability of the class where it is lowest. All classes in one go. */
final class GroupInstability {
    private final Landmarks landmarks;
    private final PictureGroups groups;
    private final PositionCentres centres;
    private final double diagonal;
    private final int most;

    /** @param most pictures that count for a class and landmark */
    GroupInstability(final Landmarks landmarks, final PictureGroups groups, final PositionCentres centres, final double diagonal,
            final int most) {
        this.landmarks = landmarks;
        this.groups = groups;
        this.centres = centres;
        this.diagonal = diagonal;
        this.most = most;
    }

    /**
     * @param order     pictures, the highest peak first
     * @param positions of the peaks, by picture
     * @return not a number where no class has two pictures with a landmark
     */
    double least(final int[] order, final int[] positions) {
        final double[] sums = new double[groups.count()];
        final int[] defined = new int[groups.count()];
        for (int landmark = 0; landmark < landmarks.names().size(); landmark++) {
            add(landmark, order, positions, sums, defined);
        }
        double least = Double.NaN;
        for (int group = 0; group < sums.length; group++) {
            final double mean = sums[group] / defined[group];
            least = Double.isNaN(least) || mean < least ? mean : least;
        }
        return least;
    }

    private void add(final int landmark, final int[] order, final int[] positions, final double[] sums, final int[] defined) {
        final double[] means = new double[sums.length];
        final double[] squares = new double[sums.length];
        final int[] counts = new int[sums.length];
        for (final int picture : order) {
            final int group = groups.of(picture);
            if (group >= 0 && counts[group] < most && landmarks.visible(landmark, picture)) {
                final double rows = landmarks.rows()[landmark][picture] - centres.row(positions[picture]);
                final double cols = landmarks.cols()[landmark][picture] - centres.col(positions[picture]);
                final double distance = Math.sqrt(rows * rows + cols * cols) / diagonal;
                final double difference = distance - means[group];
                means[group] += difference / ++counts[group];
                squares[group] += difference * (distance - means[group]);
            }
        }
        for (int group = 0; group < sums.length; group++) {
            if (counts[group] >= 2) {
                sums[group] += Math.sqrt(squares[group] / (counts[group] - 1));
                defined[group]++;
            }
        }
    }
}
