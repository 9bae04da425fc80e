package org.filterscope.core.protocol;

import java.util.List;

import org.filterscope.core.report.LayerRow;

/**
 * @param format what the file was read as
 * @param layers all of them, from the input to the output
 */
public record InspectionResult(String format, List<LayerRow> layers) {
}
