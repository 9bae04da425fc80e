package org.filterscope.analysis.dissection;

/**
 * The concept that a filter overlaps best.
 *
 * @param set     index of the concept set
 * @param concept index in the set
 * @param iou     above zero
 */
record FilterLabel(int set, int concept, double iou) {
}
