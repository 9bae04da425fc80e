package org.filterscope.core.protocol;

import java.util.List;

import org.filterscope.core.report.LayerRow;

/**
 * What a network is like, as far as its file tells.
 *
 * @param format   of the file
 * @param channels of the input
 * @param rows     of the input; 0 when the model leaves its size open
 * @param cols     of the input; 0 when the model leaves its size open
 * @param outputs  how many
 * @param layers   all of them, from the input to the output; their maps may differ from a run's where the model leaves the size of its input open
 */
public record InspectionResult(String format, int channels, int rows, int cols, int outputs, List<LayerRow> layers) {
}
