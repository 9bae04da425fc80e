package org.filterscope.analysis.flaws;

/**
 * What the network says of each picture.
 *
 * @param outputs          index of the output with the highest probability, by picture; not copied
 * @param probabilities    of that output; not copied
 * @param areProbabilities whether these are probabilities: not where the network ends with a rectifier or the like
 */
public record Predictions(int[] outputs, float[] probabilities, boolean areProbabilities) {

    /** With probabilities. */
    public Predictions(final int[] outputs, final float[] probabilities) {
        this(outputs, probabilities, true);
    }
}
