package org.filterscope.ui.filter;

import java.util.Optional;

import org.eclipse.swt.graphics.ImageData;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.report.TopRow;

/**
 * A top picture of a filter.
 *
 * @param overlay  dims what is not active; empty when the report has no maps
 * @param measured the measured receptive field around the peak, clipped to the input; empty when none was measured
 */
record TopPicture(TopRow row, Optional<ImageData> overlay, Optional<PixelBox> measured) {
}
