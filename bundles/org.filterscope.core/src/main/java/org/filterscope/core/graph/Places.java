package org.filterscope.core.graph;

/**
 * Where patterns are on pictures: all patterns on one picture, or one pattern on all pictures. Arrays of equal length.
 *
 * @param rows        positions, in input pixels (of the mirrored picture where it was taken mirrored); where a pattern does not fire, where it was
 *                    expected
 * @param cols        positions, in input pixels
 * @param scores      response times density, in units of the noise's density; 0 where the pattern does not fire
 * @param activations the filter's response at the position, divided by its scale; 0 where the pattern does not fire
 */
public record Places(float[] rows, float[] cols, float[] scores, float[] activations) {

    /** Whether the pattern is there: it fires, explains its place better than noise does, and is not weaker than it may be. */
    public boolean isThere(final int number, final float least) {
        return activations[number] > 0 && scores[number] > activations[number] && scores[number] >= least;
    }
}
