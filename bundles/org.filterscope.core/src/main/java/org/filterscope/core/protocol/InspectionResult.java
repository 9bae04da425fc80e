package org.filterscope.core.protocol;

import java.util.List;

/**
 * What a network is like, as far as its file tells.
 *
 * @param format   of the file
 * @param channels of the input
 * @param rows     of the input; 0 when the model leaves its size open
 * @param cols     of the input; 0 when the model leaves its size open
 * @param outputs  how many
 * @param layers   in the order of computation
 */
public record InspectionResult(String format, int channels, int rows, int cols, int outputs, List<InspectedLayer> layers) {

    /**
     * A layer's output. Rows and columns may differ from a run's where the model leaves the size of its input open.
     *
     * @param name as configurations name it
     * @param kind of the layer
     */
    public record InspectedLayer(String name, String kind, int channels, int rows, int cols) {
    }
}
