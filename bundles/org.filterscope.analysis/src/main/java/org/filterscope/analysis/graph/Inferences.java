package org.filterscope.analysis.graph;

import java.util.Arrays;

/**
 * Where the patterns of a layer are on pictures. Arrays are by pattern, then picture: {@code [pattern * pictures + picture]}; 16 bytes each.
 *
 * @param pictures    how many
 * @param rows        position, in input pixels (of the mirrored picture where it was taken mirrored); where the pattern does not fire, where
 *                    it was expected
 * @param cols        position, in input pixels
 * @param scores      F × density at the position, in units of the layer's noise density: above F the pattern explains the position better than
 *                    noise does; 0 where it does not fire
 * @param activations F at the position: the filter's response divided by its scale; 0 where the pattern does not fire
 * @param mirrored    by picture, whether it was taken mirrored
 */
public record Inferences(int pictures, float[] rows, float[] cols, float[] scores, float[] activations, boolean[] mirrored) {

    static Inferences empty(final int patterns, final boolean[] mirrored) {
        final int size = Math.multiplyExact(patterns, mirrored.length);
        return new Inferences(mirrored.length, new float[size], new float[size], new float[size], new float[size], mirrored);
    }

    /** Where a pattern's numbers of a picture lie in the arrays. */
    public int at(final int pattern, final int picture) {
        return pattern * pictures + picture;
    }

    /** A pattern's scores, by picture. */
    public float[] scoresOf(final int pattern) {
        return Arrays.copyOfRange(scores, at(pattern, 0), at(pattern, pictures));
    }

    /** The rows of a pattern's places, by picture. */
    public float[] rowsOf(final int pattern) {
        return Arrays.copyOfRange(rows, at(pattern, 0), at(pattern, pictures));
    }

    /** The columns of a pattern's places, by picture. */
    public float[] colsOf(final int pattern) {
        return Arrays.copyOfRange(cols, at(pattern, 0), at(pattern, pictures));
    }

    /** Sum of a pattern's scores over the pictures. */
    public double totalScore(final int pattern) {
        double sum = 0;
        for (int i = at(pattern, 0); i < at(pattern, pictures); i++) {
            sum += scores[i];
        }
        return sum;
    }

    /** The numbers of some patterns, in that order. */
    Inferences of(final int[] patterns) {
        final Inferences chosen = empty(patterns.length, mirrored);
        for (int i = 0; i < patterns.length; i++) {
            System.arraycopy(rows, at(patterns[i], 0), chosen.rows, i * pictures, pictures);
            System.arraycopy(cols, at(patterns[i], 0), chosen.cols, i * pictures, pictures);
            System.arraycopy(scores, at(patterns[i], 0), chosen.scores, i * pictures, pictures);
            System.arraycopy(activations, at(patterns[i], 0), chosen.activations, i * pictures, pictures);
        }
        return chosen;
    }
}
