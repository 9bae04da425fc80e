package org.filterscope.analysis.run;

/**
 * A picture of one class that the network takes for another.
 *
 * @param picture     its path below the picture folder
 * @param label       its class
 * @param prediction  what the network takes it for
 * @param probability that the network gives to it
 */
public record ConfusedPicture(String picture, String label, String prediction, float probability) {
}
