package org.filterscope.analysis.flaws;

/**
 * What the network says of each picture.
 *
 * @param outputs       index of the output with the highest probability, by picture; not copied
 * @param probabilities of that output; not copied
 */
public record Predictions(int[] outputs, float[] probabilities) {
}
