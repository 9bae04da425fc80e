package org.filterscope.core.graph;

import java.nio.ByteBuffer;

/**
 * The numbers of a layer, as they lie in the file.
 *
 * @param layer without its name
 * @param edges how many lead to the layer above
 */
record LayerNumbers(GraphLayer layer, int edges) {

    int bytes() {
        return GraphFormat.LAYER_BYTES + layer.filters() * Float.BYTES;
    }

    void encode(final ByteBuffer bytes) {
        bytes.putInt(layer.rows()).putInt(layer.cols()).putDouble(layer.firstRow()).putDouble(layer.firstCol()).putDouble(layer.rowStep())
                .putDouble(layer.colStep()).putDouble(layer.noise()).putDouble(layer.window()).putInt(layer.following() ? 1 : 0)
                .putInt(layer.filters()).putInt(layer.patterns()).putInt(edges);
        for (final float scale : layer.scales()) {
            bytes.putFloat(scale);
        }
    }

    /**
     * @param bytes as long as a layer's numbers without its filters, at least
     * @param first number of its first pattern
     * @return null when the bytes are too few, or too many, for the filters
     */
    static LayerNumbers decode(final ByteBuffer bytes, final String name, final int first) {
        final int rows = bytes.getInt();
        final int cols = bytes.getInt();
        final double firstRow = bytes.getDouble();
        final double firstCol = bytes.getDouble();
        final double rowStep = bytes.getDouble();
        final double colStep = bytes.getDouble();
        final double noise = bytes.getDouble();
        final double window = bytes.getDouble();
        final boolean following = bytes.getInt() != 0;
        final int filters = bytes.getInt();
        final int patterns = bytes.getInt();
        final int edges = bytes.getInt();
        if (filters < 0 || (long) filters * Float.BYTES != bytes.remaining()) {
            return null;
        }
        final float[] scales = new float[filters];
        for (int i = 0; i < filters; i++) {
            scales[i] = bytes.getFloat();
        }
        return new LayerNumbers(new GraphLayer(name, rows, cols, firstRow, firstCol, rowStep, colStep, scales, noise, window, following, first,
                patterns), edges);
    }

    /** Whether its positions can be somewhere. */
    boolean isSound() {
        return layer.rows() >= 1 && layer.cols() >= 1 && isPlace(layer.firstRow()) && isPlace(layer.firstCol()) && isPlace(layer.rowStep())
                && isPlace(layer.colStep()) && layer.patterns() >= 0 && edges >= 0;
    }

    private static boolean isPlace(final double value) {
        return Math.abs(value) <= GraphFormat.FARTHEST;
    }
}
