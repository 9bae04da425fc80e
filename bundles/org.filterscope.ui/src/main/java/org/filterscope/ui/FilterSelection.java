package org.filterscope.ui;

import java.nio.file.Path;

/**
 * A filter that is selected in some view; what selections of Filterscope views consist of.
 *
 * @param report  directory of the report that tells about the filter
 * @param layer   name of its layer
 * @param channel its 0-based number in the layer
 */
public record FilterSelection(Path report, String layer, int channel) {
}
