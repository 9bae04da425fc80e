package org.filterscope.analysis.graph;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;

/**
 * Tells, from maps alone, which pictures to mirror so that what they show faces one way. Two pictures agree as far as what is left-handed about
 * them is alike ({@link Handedness}); the orientations with the most agreement are, but for rounding each to a side, the agreements' leading
 * eigenvector (angular synchronisation: Singer, Applied and Computational Harmonic Analysis 30, 2011; here the group has two members). Single
 * pictures are then turned as long as that gives more agreement. Beyond {@value #ANCHORS} pictures so many, evenly chosen, settle it for all.
 */
public final class Orientations {
    private static final int ANCHORS = 500;
    private static final int STEPS = 1000;
    private static final double CLOSE = 1e-12;

    private Orientations() {
    }

    /**
     * @param layers   maps of the same pictures and of the same pictures mirrored
     * @param progress advances by one a picture that is read, of each kind of maps
     * @return by picture, whether to mirror it: as few as possible, for the other way round is as good
     * @throws CancelledException when the user asked for it
     */
    public static boolean[] of(final List<GraphMaps> layers, final Progress progress) throws IOException {
        final int pictures = layers.getFirst().pictures();
        if (layers.stream().anyMatch(layer -> layer.mirrored() == null || layer.pictures() != pictures)) {
            throw new IllegalArgumentException("orientations need maps of the same pictures, as they are and mirrored, in every layer");
        }
        final int number = Math.min(ANCHORS, pictures);
        final int[] anchors = IntStream.range(0, number).map(i -> (int) ((long) i * pictures / number)).toArray();
        final double[][] agreements = new double[number][number];
        for (final GraphMaps layer : layers) {
            add(new Handedness(layer, progress).of(anchors), agreements, progress);
        }
        final double[] sides = sides(agreements, layers.size());
        final double[] votes = new double[pictures];
        for (final GraphMaps layer : layers) {
            vote(new Handedness(layer, progress), anchors, sides, votes);
        }
        for (int i = 0; i < number; i++) {
            votes[anchors[i]] = sides[i];
        }
        final long turned = Arrays.stream(votes).filter(vote -> vote < 0).count();
        final long kept = Arrays.stream(votes).filter(vote -> vote > 0).count();
        final boolean reverse = turned > kept || turned == kept && votes[0] < 0;
        final boolean[] mirrored = new boolean[pictures];
        for (int i = 0; i < pictures; i++) {
            mirrored[i] = reverse ? votes[i] > 0 : votes[i] < 0;
        }
        return mirrored;
    }

    private static void add(final float[][] handedness, final double[][] agreements, final Progress progress) {
        for (int i = 0; i < agreements.length; i++) {
            progress.checkCancelled();
            for (int j = 0; j < i; j++) {
                final double agreement = dot(handedness[i], handedness[j]);
                agreements[i][j] += agreement;
                agreements[j][i] += agreement;
            }
        }
    }

    private static double dot(final float[] one, final float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    /** @return by anchor 1 or -1; 0 where a picture agrees with none */
    private static double[] sides(final double[][] agreements, final int layers) {
        final double[] sides = leading(agreements, layers);
        for (int i = 0; i < sides.length; i++) {
            sides[i] = Arrays.stream(agreements[i]).allMatch(agreement -> agreement == 0) ? 0 : sides[i] < 0 ? -1 : 1;
        }
        // Every turn adds to the agreement of all, so this ends; rounding must not turn a picture for ever.
        for (int step = 0; step < STEPS; step++) {
            int worst = -1;
            double lowest = -CLOSE;
            for (int i = 0; i < sides.length; i++) {
                final double agreement = sides[i] * product(agreements[i], sides);
                if (agreement < lowest) {
                    lowest = agreement;
                    worst = i;
                }
            }
            if (worst < 0) {
                break;
            }
            sides[worst] = -sides[worst];
        }
        return sides;
    }

    /** By powers; shifted so that no eigenvalue is below zero: without its diagonal of ones each layer's matrix has none below -1. */
    private static double[] leading(final double[][] agreements, final double shift) {
        final Random random = new Random(1);
        double[] vector = IntStream.range(0, agreements.length).mapToDouble(i -> random.nextGaussian()).toArray();
        for (int step = 0; step < STEPS; step++) {
            final double[] next = new double[vector.length];
            double square = 0;
            for (int i = 0; i < next.length; i++) {
                next[i] = product(agreements[i], vector) + shift * vector[i];
                square += next[i] * next[i];
            }
            double moved = 0;
            for (int i = 0; i < next.length; i++) {
                next[i] /= Math.sqrt(square);
                moved = Math.max(moved, Math.abs(next[i] - vector[i]));
            }
            vector = next;
            if (moved < CLOSE) {
                break;
            }
        }
        return vector;
    }

    private static double product(final double[] row, final double[] vector) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * vector[i];
        }
        return sum;
    }

    /** How far every picture agrees with the anchors together. */
    private static void vote(final Handedness handedness, final int[] anchors, final double[] sides, final double[] votes)
            throws IOException {
        if (votes.length == anchors.length) {
            return;
        }
        final float[][] known = handedness.of(anchors);
        final float[] together = new float[known[0].length];
        for (int i = 0; i < known.length; i++) {
            for (int k = 0; k < together.length; k++) {
                together[k] += (float) (sides[i] * known[i][k]);
            }
        }
        for (int from = 0; from < votes.length; from += ANCHORS) {
            final int[] block = IntStream.range(from, Math.min(votes.length, from + ANCHORS)).toArray();
            final float[][] unknown = handedness.of(block);
            for (int i = 0; i < block.length; i++) {
                votes[block[i]] += dot(together, unknown[i]);
            }
        }
    }
}
