package org.filterscope.analysis.localisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Pictures of 227 × 227 pixels with a part somewhere, voters that follow it, and voters that follow nothing. */
final class PlantedPart {
    static final int SIZE = 227;
    static final double DIAGONAL = Math.hypot(SIZE, SIZE);
    private static final double MIDDLE = 113;

    final double[] rows;
    final double[] cols;
    final Voters voters;
    final PictureFrame frame;

    /**
     * @param following how many voters are within 5 pixels of a fixed offset from the part on 70 % of the pictures, else anywhere
     * @param others    how many are anywhere
     */
    PlantedPart(final int pictures, final int following, final int others, final boolean[] mirrored, final long seed) {
        final Random random = new Random(seed);
        rows = new double[pictures];
        cols = new double[pictures];
        frame = new PictureFrame(SIZE, mirrored);
        final int size = (following + others) * pictures;
        final List<Voter> names = new ArrayList<>();
        for (int voter = 0; voter < following + others; voter++) {
            names.add(new Voter("layer", voter, Voter.WHOLE_FILTER));
        }
        voters = new Voters(names, pictures, new float[size], new float[size], new float[size]);
        for (int picture = 0; picture < pictures; picture++) {
            rows[picture] = MIDDLE + Math.clamp(50 * random.nextGaussian(), -100, 100);
            cols[picture] = MIDDLE + Math.clamp(50 * random.nextGaussian(), -100, 100);
        }
        for (int voter = 0; voter < following + others; voter++) {
            final double down = 25 * random.nextGaussian();
            final double across = 25 * random.nextGaussian();
            for (int picture = 0; picture < pictures; picture++) {
                final boolean hit = voter < following && random.nextDouble() < 0.7;
                final int at = voters.at(voter, picture);
                voters.rows()[at] = (float) (hit ? rows[picture] + down + 5 * random.nextGaussian() : SIZE * random.nextDouble());
                voters.cols()[at] = (float) (hit ? frame.col(picture, cols[picture]) + across + 5 * random.nextGaussian()
                        : SIZE * random.nextDouble());
                voters.strengths()[at] = 0.5f + random.nextFloat();
            }
        }
    }

    PartLabel label(final int picture) {
        return new PartLabel(picture, rows[picture], cols[picture]);
    }

    List<PartLabel> labels(final int number, final long seed) {
        return new Random(seed).ints(0, rows.length).distinct().limit(number).mapToObj(this::label).toList();
    }

    double error(final PartLocations found, final List<PartLabel> labels) {
        return LocalisationError.of(found, rows, cols, labels, DIAGONAL);
    }
}
