package org.filterscope.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Shape;

/** An operator with one input against its definition: results, and gradients against differences of the definition's results. */
final class OperatorCheck {
    /** Of the definition in double precision: the difference's own error is below 1e-7 for the functions here. */
    private static final double STEP = 1e-4;

    private final Executor executor;
    private final Random random;

    OperatorCheck(final Executor executor, final int seed) {
        this.executor = executor;
        random = new Random(seed);
    }

    float[] random(final int length) {
        final float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Values that lie 0.01 apart or more, in any order: no step of a difference makes another one the highest. */
    float[] distinct(final int length) {
        final List<Integer> order = new ArrayList<>(IntStream.range(0, length).boxed().toList());
        Collections.shuffle(order, random);
        final float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (order.get(i) - length / 2) / 100f;
        }
        return values;
    }

    /**
     * Two different images, because a batch of one hides mistakes.
     *
     * @param definition for one image
     * @param tolerance  relative to values above 1
     */
    void agrees(final Operator operator, final Shape in, final UnaryOperator<double[]> definition, final double tolerance) throws Exception {
        agrees(operator, in, random(2 * (int) in.size()), definition, tolerance);
    }

    void agrees(final Operator operator, final Shape in, final float[] images, final UnaryOperator<double[]> definition,
            final double tolerance) throws Exception {
        final NetworkGraph graph = new NetworkGraph("test",
                List.of(new Node("input", new Input(in), List.of()), new Node("output", operator, List.of("input"))));
        final Shape out = graph.shape("output");
        final FeatureMaps seed = new FeatureMaps(2, out, random(2 * (int) out.size()));
        final FeatureMaps batch = new FeatureMaps(2, in, images);
        try (NetworkSession session = executor.open(graph)) {
            final float[] alone = session.predict(batch).values();
            final Gradients found = session.gradients(Pass.of(graph, batch), new Target("output", seed), Set.of("input"), ReluRule.GRADIENT);
            assertThat(found.value("output").values()).as("%s, with and without gradients", operator).isEqualTo(alone);
            for (int image = 0; image < 2; image++) {
                final double[] x = part(batch, image);
                assertClose(operator, "results", part(found.value("output"), image), definition.apply(x), tolerance);
                assertClose(operator, "gradient", part(found.gradient("input"), image), differences(definition, x, part(seed, image)), tolerance);
            }
        }
    }

    private static double[] differences(final UnaryOperator<double[]> definition, final double[] x, final double[] seed) {
        final double[] gradient = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            gradient[i] = (weighted(definition, x, i, STEP, seed) - weighted(definition, x, i, -STEP, seed)) / (2 * STEP);
        }
        return gradient;
    }

    private static double weighted(final UnaryOperator<double[]> definition, final double[] x, final int index, final double step,
            final double[] seed) {
        final double[] moved = x.clone();
        moved[index] += step;
        final double[] y = definition.apply(moved);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += seed[i] * y[i];
        }
        return sum;
    }

    private static void assertClose(final Operator operator, final String what, final double[] found, final double[] expected,
            final double tolerance) {
        assertThat(found).as("%s of %s", what, operator).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).as("%s of %s at %d", what, operator, i)
                    .isCloseTo(expected[i], within(tolerance * Math.max(1, Math.abs(expected[i]))));
        }
    }

    private static double[] part(final FeatureMaps maps, final int image) {
        final int size = maps.values().length / maps.images();
        final double[] values = new double[size];
        Arrays.setAll(values, i -> maps.values()[image * size + i]);
        return values;
    }
}
