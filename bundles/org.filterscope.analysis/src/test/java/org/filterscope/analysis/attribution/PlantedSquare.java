package org.filterscope.analysis.attribution;

import java.util.List;

import org.filterscope.core.report.PixelBox;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;

/**
 * A chequered square on grey, and a network whose only class is its presence: a filter of the square's size answers 1 where the square is, and
 * nothing elsewhere; the probability is that of a sigmoid from −5 to 5.
 */
final class PlantedSquare {
    private static final int PIXELS = 40;
    private static final int SIDE = 8;
    private static final int TOP = 10;
    private static final int LEFT = 22;

    NetworkGraph graph() {
        final float[] kernel = new float[SIDE * SIDE];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) sign(i / SIDE, i % SIDE) / kernel.length;
        }
        return SmallNetworks.graph(new Input(new Shape(1, PIXELS, PIXELS)),
                new Convolution(new Tensor(List.of(1, 1, SIDE, SIDE), kernel), Tensor.vector(0), new Window(SIDE, SIDE, 1, 1, 1, 1, Padding.NONE)),
                new Activation(Function.RELU), new GlobalPooling(Reduction.MAXIMUM),
                new Dense(new Tensor(List.of(1, 1), new float[] {10}), Tensor.vector(-5)), new Activation(Function.SIGMOID));
    }

    FeatureMaps picture() {
        final float[] values = new float[PIXELS * PIXELS];
        for (int row = 0; row < SIDE; row++) {
            for (int col = 0; col < SIDE; col++) {
                values[(TOP + row) * PIXELS + LEFT + col] = sign(row, col);
            }
        }
        return new FeatureMaps(1, new Shape(1, PIXELS, PIXELS), values);
    }

    private static int sign(final int row, final int col) {
        return (row / 2 + col / 2) % 2 == 0 ? 1 : -1;
    }

    PixelBox box() {
        return new PixelBox(TOP, LEFT, TOP + SIDE, LEFT + SIDE);
    }

    /** Whether a pixel is in the square, or so many pixels beside it. */
    boolean isWithin(final int pixel, final int beside) {
        final int row = pixel / PIXELS;
        final int col = pixel % PIXELS;
        return row >= TOP - beside && row < TOP + SIDE + beside && col >= LEFT - beside && col < LEFT + SIDE + beside;
    }

    boolean[] mask() {
        final boolean[] mask = new boolean[PIXELS * PIXELS];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = isWithin(i, 0);
        }
        return mask;
    }

    /** Row and column of the heat's centre of mass. */
    double[] centre(final HeatMap heat) {
        double sum = 0;
        double rows = 0;
        double cols = 0;
        for (int i = 0; i < heat.values().length; i++) {
            sum += heat.values()[i];
            rows += (double) heat.values()[i] * (i / PIXELS);
            cols += (double) heat.values()[i] * (i % PIXELS);
        }
        return new double[] {rows / sum, cols / sum};
    }

    /** Mean heat inside or outside the square. */
    double mean(final HeatMap heat, final boolean inside) {
        double sum = 0;
        int pixels = 0;
        for (int i = 0; i < heat.values().length; i++) {
            if (isWithin(i, 0) == inside) {
                sum += heat.values()[i];
                pixels++;
            }
        }
        return sum / pixels;
    }
}
