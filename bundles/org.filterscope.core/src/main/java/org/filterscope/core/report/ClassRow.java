package org.filterscope.core.report;

/**
 * One line of {@code classes/LAYER.csv}.
 *
 * @param channel   0-based
 * @param className the pictures' class
 * @param mean      of the filter's values over the pictures of that class
 */
public record ClassRow(int channel, String className, double mean) {
}
