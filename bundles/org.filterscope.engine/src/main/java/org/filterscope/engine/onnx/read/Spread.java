package org.filterscope.engine.onnx.read;

import java.util.List;

import org.filterscope.engine.onnx.read.Constant.Floats;
import org.filterscope.engine.read.RefusedException;

/** Constants that NumPy's rule spreads over maps: dimensions are matched from the last on. */
final class Spread {

    private Spread() {
    }

    /**
     * One number a channel.
     *
     * @param axes what the input's dimensions are
     * @throws RefusedException when the constant differs between positions or images
     */
    static float[] overChannels(final Floats constant, final View input, final List<Axis> axes) throws RefusedException {
        if (constant.size() == 0) {
            throw new RefusedException("its constant of the shape %s is empty".formatted(constant.dims()));
        }
        if (constant.size() == 1) {
            return Activations.filled(input.shape().channels(), constant.values()[0]);
        }
        final List<Integer> dims = constant.dims();
        for (int i = 0; i < dims.size(); i++) {
            final int dimension = axes.size() - dims.size() + i;
            if (dims.get(i) != 1 && (dimension < 0 || axes.get(dimension) != Axis.CHANNELS)) {
                throw new RefusedException("its constant of the shape %s differs from position to position; only one number a channel is supported"
                        .formatted(dims));
            }
        }
        return constant.values();
    }
}
