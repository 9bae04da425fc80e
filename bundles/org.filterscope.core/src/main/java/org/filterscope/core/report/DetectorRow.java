package org.filterscope.core.report;

/**
 * One line of {@code dissection/detectors.csv}: how many filters of a layer stand for concepts of a category.
 *
 * @param layer     name
 * @param category  of concepts
 * @param detectors filters whose label is of the category and whose IoU is above the detector's threshold
 * @param unique    distinct labels among them
 * @param meanIou   of the detectors; not a number when there are none
 */
public record DetectorRow(String layer, String category, int detectors, int unique, double meanIou) {
}
