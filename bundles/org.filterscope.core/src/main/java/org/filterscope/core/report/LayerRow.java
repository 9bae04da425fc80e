package org.filterscope.core.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

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
     * @param stride input pixels between neighbouring positions; less than one, and not whole, after up-sampling
     * @param size   of the receptive field in input pixels
     * @param centre of the receptive field of position 0, in input pixels; pixel 0 has its centre at 0
     */
    public record FieldRow(double stride, double size, double centre) {
        private static final int DECIMALS = 6;

        /** A length for tables and people: whole numbers as such, others with six decimals at most. */
        public static String text(final double length) {
            final BigDecimal rounded = BigDecimal.valueOf(length).setScale(DECIMALS, RoundingMode.HALF_EVEN);
            return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        }
    }
}
