package org.filterscope.analysis.localisation;

import java.util.Comparator;
import java.util.stream.IntStream;

import org.filterscope.core.progress.Progress;

/**
 * How far a voter moves as others do, from picture to picture; no labels are needed. Two voters share their motion as far as their deviations from
 * their own mean places are alike on the same picture and would not be on different ones. A voter that never moves shares nothing: its deviation
 * is like that of others on any picture.
 */
final class SharedMotion {
    /** The strongest voters stand for all. */
    private static final int OTHERS = 100;
    /** Deviations are compared with those on the pictures so many further on: what is alike by chance. */
    private static final int[] SHIFTS = { 1, 7 };
    private static final double FAR = 12;
    /** So many pictures, evenly chosen, tell. */
    private static final int PICTURES = 250;

    private final Voters voters;
    private final double[] rows;
    private final double[] cols;
    private final double scale;

    /** @param spread up to which deviations are alike, a standard deviation in pixels */
    SharedMotion(final Voters voters, final double spread) {
        this.voters = voters;
        scale = 1 / (2 * spread * spread);
        rows = deviations(voters.rows());
        cols = deviations(voters.cols());
    }

    private double[] deviations(final float[] places) {
        final double[] deviations = new double[places.length];
        for (int voter = 0; voter < voters.size(); voter++) {
            double sum = 0;
            int fired = 0;
            for (int i = voters.at(voter, 0); i < voters.at(voter + 1, 0); i++) {
                sum += voters.strengths()[i] > 0 ? places[i] : 0;
                fired += voters.strengths()[i] > 0 ? 1 : 0;
            }
            for (int i = voters.at(voter, 0); i < voters.at(voter + 1, 0); i++) {
                deviations[i] = places[i] - sum / Math.max(1, fired);
            }
        }
        return deviations;
    }

    /** @return by voter, in units of the standard deviation over voters; all 0 where they do not differ */
    double[] ofAll(final Progress progress) {
        final int[] others = strongest();
        // A shift of all pictures is none.
        final int[] shifts = IntStream.of(SHIFTS).filter(shift -> shift % voters.pictures() != 0).toArray();
        final double[] shared = IntStream.range(0, voters.size()).parallel().mapToDouble(voter -> {
            progress.checkCancelled();
            return with(voter, others, shifts);
        }).toArray();
        double sum = 0;
        double squares = 0;
        for (final double one : shared) {
            sum += one;
            squares += one * one;
        }
        final double mean = sum / Math.max(1, shared.length);
        final double deviation = Math.sqrt(Math.max(0, squares / Math.max(1, shared.length) - mean * mean));
        for (int voter = 0; voter < shared.length; voter++) {
            shared[voter] = deviation > 0 ? shared[voter] / deviation : 0;
        }
        return shared;
    }

    private int[] strongest() {
        final double[] strengths = new double[voters.size()];
        for (int i = 0; i < voters.strengths().length; i++) {
            strengths[i / voters.pictures()] += voters.strengths()[i];
        }
        return IntStream.range(0, voters.size()).boxed().sorted(Comparator.comparingDouble(voter -> -strengths[voter])).limit(OTHERS)
                .mapToInt(Integer::intValue).toArray();
    }

    private double with(final int voter, final int[] others, final int[] shifts) {
        double sum = 0;
        for (final int other : others) {
            if (other != voter) {
                sum += alike(voter, other, 0);
                for (final int shift : shifts) {
                    sum -= alike(voter, other, shift) / shifts.length;
                }
            }
        }
        return sum / others.length;
    }

    private double alike(final int voter, final int other, final int shift) {
        final int pictures = voters.pictures();
        final int step = (pictures + PICTURES - 1) / PICTURES;
        double sum = 0;
        for (int picture = 0; picture < pictures; picture += step) {
            final int i = voters.at(voter, picture);
            final int j = voters.at(other, (picture + shift) % pictures);
            if (voters.strengths()[i] > 0 && voters.strengths()[j] > 0) {
                final double down = rows[i] - rows[j];
                final double across = cols[i] - cols[j];
                final double distance = (down * down + across * across) * scale;
                sum += distance < FAR ? Math.exp(-distance) : 0;
            }
        }
        return sum * step / pictures;
    }
}
