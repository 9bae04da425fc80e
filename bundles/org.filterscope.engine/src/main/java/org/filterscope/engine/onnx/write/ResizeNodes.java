package org.filterscope.engine.onnx.write;

import java.util.List;

import org.filterscope.engine.graph.Rearrangement.Resize;
import org.filterscope.engine.graph.Sampling;
import org.filterscope.engine.graph.Sampling.Interpolation;

/**
 * The nodes that resize. Files for others get ONNX's own operator. ONNX Runtime places positions in single precision there and may round one
 * that lies exactly between two the other way; what we compute ourselves is a product with the exact weights.
 */
public final class ResizeNodes {
    private final OnnxGraph graph;

    public ResizeNodes(final OnnxGraph graph) {
        this.graph = graph;
    }

    /** Rows and columns must be read in one way to be one node; every file format has it so, but the graph allows more. */
    OnnxCall named(final String layer, final Resize resize, final Value maps) {
        if (resize.rows().interpolation() != resize.cols().interpolation() || resize.rows().coordinates() != resize.cols().coordinates()) {
            return exact(layer, resize, maps);
        }
        final Interpolation interpolation = resize.rows().interpolation();
        final String scales = graph.weights(layer + "/scales", List.of(4), () -> new float[] {1, 1, scale(resize.rows()), scale(resize.cols())});
        final OnnxCall call = graph.call("Resize", maps.name(), "", scales)
                .with("mode", interpolation == Interpolation.LINEAR ? "linear" : "nearest")
                .with("coordinate_transformation_mode", switch (resize.rows().coordinates()) {
                    case HALF_PIXEL -> "half_pixel";
                    case HALF_PIXEL_OR_FIRST -> "pytorch_half_pixel";
                    case ALIGN_CORNERS -> "align_corners";
                    case ASYMMETRIC -> "asymmetric";
                });
        return switch (interpolation) {
            case LINEAR -> call;
            case NEAREST_FLOOR -> call.with("nearest_mode", "floor");
            case NEAREST_CEIL -> call.with("nearest_mode", "ceil");
            case NEAREST_ROUND_DOWN -> call.with("nearest_mode", "round_prefer_floor");
            case NEAREST_ROUND_UP -> call.with("nearest_mode", "round_prefer_ceil");
        };
    }

    /** {@code R x Cᵀ} for every map, R and C the weights of rows and columns. */
    OnnxCall exact(final String layer, final Resize resize, final Value maps) {
        final Sampling cols = resize.cols();
        final Sampling rows = resize.rows();
        final String wide = graph.call("MatMul", maps.name(), graph.weights(layer + "/colsTransposed", List.of(cols.from(), cols.to()),
                () -> transposed(cols.matrix(), cols.to(), cols.from()))).to(layer + "/wide");
        return graph.call("MatMul", graph.weights(layer + "/rows", List.of(rows.to(), rows.from()), rows::matrix), wide);
    }

    /** {@code Rᵀ g C} for every map: how the gradient goes back. */
    public OnnxCall back(final String layer, final Resize resize, final Value gradient) {
        final Sampling cols = resize.cols();
        final Sampling rows = resize.rows();
        final String narrow = graph.call("MatMul", gradient.name(), graph.weights(layer + "/cols", List.of(cols.to(), cols.from()), cols::matrix))
                .to(layer + "/narrow");
        return graph.call("MatMul", graph.weights(layer + "/rowsTransposed", List.of(rows.from(), rows.to()),
                () -> transposed(rows.matrix(), rows.to(), rows.from())), narrow);
    }

    /** The scale in single precision, such that the length still comes out: readers multiply in single or in double precision and round down. */
    private static float scale(final Sampling sampling) {
        float scale = (float) sampling.scale();
        while ((long) (scale * sampling.from()) < sampling.to() || (long) ((double) scale * sampling.from()) < sampling.to()) {
            scale = Math.nextUp(scale);
        }
        return scale;
    }

    private static float[] transposed(final float[] matrix, final int rows, final int cols) {
        final float[] result = new float[matrix.length];
        for (int row = 0; row < rows; row++) {
            for (int col = 0; col < cols; col++) {
                result[col * rows + row] = matrix[row * cols + col];
            }
        }
        return result;
    }
}
