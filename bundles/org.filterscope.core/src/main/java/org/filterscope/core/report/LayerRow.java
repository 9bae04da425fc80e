package org.filterscope.core.report;

/**
 * One line of {@code layers.csv}: a layer of the network and how its positions lie on the input.
 *
 * @param layer    name
 * @param kind     of operation, for example {@code convolution}
 * @param channels filters of the layer
 * @param rows     of its feature maps
 * @param cols     of its feature maps
 * @param vertical receptive field along the rows
 * @param horizontal receptive field along the columns
 */
public record LayerRow(String layer, String kind, int channels, int rows, int cols, FieldRow vertical, FieldRow horizontal) {

    /**
     * @param stride input pixels between neighbouring positions
     * @param size   of the receptive field in input pixels
     * @param centre of the receptive field of position 0, in input pixels; pixel 0 has its centre at 0
     */
    public record FieldRow(int stride, int size, double centre) {
    }
}
