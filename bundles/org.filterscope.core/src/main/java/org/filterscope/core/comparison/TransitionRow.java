package org.filterscope.core.comparison;

/**
 * One line of {@code transitions.csv}: how many filters of a layer went from one label, or category, to another (or stayed).
 *
 * @param before  name of the earlier report
 * @param after   name of the later report
 * @param layer   name
 * @param level   {@link #LABEL} or {@link #CATEGORY}
 * @param from    label or category; empty for filters that are no detectors
 * @param to      label or category; empty for filters that are no detectors
 * @param filters how many
 */
public record TransitionRow(String before, String after, String layer, String level, String from, String to, int filters) {
    public static final String LABEL = "label";
    public static final String CATEGORY = "category";
}
