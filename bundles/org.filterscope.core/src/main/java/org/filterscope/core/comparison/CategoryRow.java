package org.filterscope.core.comparison;

import org.filterscope.core.report.DetectorRow;

/**
 * One line of {@code categories.csv}: how many filters of a layer stand for concepts of a category, in one of the reports.
 *
 * @param report its name
 * @param count  the line of that report
 */
public record CategoryRow(String report, DetectorRow count) {
}
