package org.filterscope.engine.execution;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;

/**
 * A convolution and a rectifier, forwards and backwards, on numbers that are exact in float32: a device that gets through computes what it should.
 * Libraries that are missing at run time, and machine code that the device does not know, show up in the first kernel, not before.
 */
public final class Trial {
    private static final int SIDE = 4;
    private static final int KERNEL = 3;

    private Trial() {
    }

    /** @throws InvalidInputException when the executor fails, or computes something else */
    public static void run(final Executor executor) throws InvalidInputException {
        final int outputs = SIDE - KERNEL + 1;
        final float[] input = ones(SIDE * SIDE);
        try (NetworkSession session = executor.open(network())) {
            final Pass pass = Pass.of(session.graph(), new FeatureMaps(1, new Shape(1, SIDE, SIDE), input));
            final Map<String, FeatureMaps> maps = session.run(pass, Set.of("rectified"));
            final Gradients back = session.gradients(pass, Target.position(session.graph(), "rectified", 0, outputs - 1, outputs - 1),
                    Set.of("input"), ReluRule.GRADIENT);
            if (!Arrays.equals(maps.get("rectified").values(), expected(outputs))
                    || !Arrays.equals(back.gradient("input").values(), gradient(outputs))) {
                throw new InvalidInputException("%s computes wrong numbers on %s".formatted(executor.name(), executor.device()));
            }
        } catch (final RuntimeException | LinkageError | InvalidNetworkException e) {
            throw new InvalidInputException("%s cannot compute on %s: %s".formatted(executor.name(), executor.device(), e.getMessage()), e);
        }
    }

    private static NetworkGraph network() throws InvalidNetworkException {
        return new NetworkGraph("trial", List.of(new Node("input", new Input(new Shape(1, SIDE, SIDE)), List.of()),
                new Node("sums", new Convolution(new Tensor(List.of(1, 1, KERNEL, KERNEL), ones(KERNEL * KERNEL)),
                        new Tensor(List.of(1), new float[1]), new Window(KERNEL, KERNEL, 1, 1, 1, 1, Padding.NONE), 1), List.of("input")),
                new Node("rectified", new Activation(Function.RELU, 0, 0), List.of("sums"))));
    }

    /** Each window holds nine ones. */
    private static float[] expected(final int outputs) {
        final float[] sums = new float[outputs * outputs];
        Arrays.fill(sums, KERNEL * KERNEL);
        return sums;
    }

    /** One in the window of the last position, which lies in the corner. */
    private static float[] gradient(final int outputs) {
        final float[] gradient = new float[SIDE * SIDE];
        for (int row = outputs - 1; row < SIDE; row++) {
            Arrays.fill(gradient, row * SIDE + outputs - 1, (row + 1) * SIDE, 1);
        }
        return gradient;
    }

    private static float[] ones(final int length) {
        final float[] ones = new float[length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
