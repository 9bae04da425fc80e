package org.filterscope.ui.filter;

import java.util.Optional;

import org.eclipse.swt.graphics.ImageData;
import org.filterscope.core.report.TopRow;

/**
 * A top picture of a filter.
 *
 * @param overlay dims what is not active; empty when the report has no maps
 */
record TopPicture(TopRow row, Optional<ImageData> overlay) {
}
