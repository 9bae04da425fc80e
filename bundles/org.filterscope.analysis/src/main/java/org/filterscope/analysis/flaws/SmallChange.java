package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.NetworkGraph;

/**
 * Changes pictures by some of 255 levels in every value: each into the direction in which the loss of the picture's class rises (fast gradient sign
 * method, Goodfellow, Shlens and Szegedy 2015), or at random.
 */
final class SmallChange {
    /** Of 255. The least is that of one step of an 8-bit picture: nobody sees it. */
    private static final int[] LEVELS = {1, 2, 4};

    private final FlawEvidence evidence;
    private final NetworkSession session;
    private final NetworkGraph graph;
    private final InputRange range;
    private final String logits;

    SmallChange(final FlawEvidence evidence, final InputRange range) {
        this.evidence = evidence;
        this.range = range;
        session = evidence.session();
        graph = session.graph();
        logits = graph.logits().name();
    }

    /** How strong the changes are, rising. */
    static int[] levels() {
        return LEVELS.clone();
    }

    /**
     * What is predicted.
     *
     * @param attacked {@code [strength][picture]}
     * @param noise    the same with random directions
     */
    record Predictions(int[][] attacked, int[][] noise) {
    }

    /** @param pictures all of one class, whose output it is */
    Predictions predictions(final int[] pictures, final int output, final Progress progress) throws IOException {
        final Predictions found = new Predictions(new int[LEVELS.length][pictures.length], new int[LEVELS.length][pictures.length]);
        forEach(pictures, progress, (first, values) -> {
            final float[] against = against(values, output, progress);
            final float[] random = random(values.length, evidence.seed() + pictures[first]);
            for (int strength = 0; strength < LEVELS.length; strength++) {
                predict(range.moved(values, against, LEVELS[strength]), found.attacked()[strength], first, progress);
                predict(range.moved(values, random, LEVELS[strength]), found.noise()[strength], first, progress);
            }
        });
        return found;
    }

    /**
     * By how much the weakest change makes each filter speak more for what is predicted then, as against the picture's class: the difference of
     * gradient × activation, exact where all above the layer is affine.
     *
     * @param wrong by picture, output that is predicted with the change
     * @return {@code [picture, channel]}
     */
    double[][] carried(final int[] pictures, final int output, final int[] wrong, final String layer, final Progress progress) throws IOException {
        final double[][] carried = new double[pictures.length][];
        forEach(pictures, progress, (first, values) -> {
            final int images = images(values);
            final Target target = margin(Arrays.copyOfRange(wrong, first, first + images), output);
            final double[][] before = contributions(values, target, layer, progress);
            final double[][] after = contributions(range.moved(values, against(values, output, progress), LEVELS[0]), target, layer, progress);
            for (int image = 0; image < images; image++) {
                for (int channel = 0; channel < before[image].length; channel++) {
                    after[image][channel] -= before[image][channel];
                }
                carried[first + image] = after[image];
            }
        });
        return carried;
    }

    private Target margin(final int[] wrong, final int output) {
        final FeatureMaps seed = Target.logits(graph, wrong).seed();
        final float[] values = seed.values().clone();
        for (int image = 0; image < wrong.length; image++) {
            values[seed.start(image, output)] -= 1;
        }
        return new Target(logits, new FeatureMaps(wrong.length, seed.shape(), values));
    }

    private double[][] contributions(final float[] values, final Target target, final String layer, final Progress progress) {
        progress.checkCancelled();
        final Gradients found = session.gradients(Pass.of(graph, batch(values)), target, Set.of(layer), ReluRule.GRADIENT);
        final FeatureMaps maps = found.value(layer);
        final float[] gradient = found.gradient(layer).values();
        final int positions = maps.shape().rows() * maps.shape().cols();
        final double[][] sums = new double[maps.images()][maps.shape().channels()];
        for (int image = 0; image < sums.length; image++) {
            for (int channel = 0; channel < sums[image].length; channel++) {
                final int start = maps.start(image, channel);
                for (int i = start; i < start + positions; i++) {
                    sums[image][channel] += (double) maps.values()[i] * gradient[i];
                }
            }
        }
        return sums;
    }

    /**
     * A positive multiple of the gradient of the class's cross entropy. That gradient is (1 − p) · (softmax of the other logits − the class's own):
     * without the first factor, which only scales it, it does not vanish where the network is so sure that 1 − p rounds to zero.
     */
    private float[] against(final float[] values, final int output, final Progress progress) {
        progress.checkCancelled();
        final Pass pass = Pass.of(graph, batch(values));
        final FeatureMaps found = session.run(pass, Set.of(logits)).get(logits);
        final int outputs = found.shape().channels();
        final float[] seed = new float[found.images() * outputs];
        for (int image = 0; image < found.images(); image++) {
            double highest = Double.NEGATIVE_INFINITY;
            for (int other = 0; other < outputs; other++) {
                highest = other == output ? highest : Math.max(highest, found.values()[found.start(image, other)]);
            }
            double sum = 0;
            for (int other = 0; other < outputs; other++) {
                sum += other == output ? 0 : Math.exp(found.values()[found.start(image, other)] - highest);
            }
            for (int other = 0; other < outputs; other++) {
                seed[image * outputs + other] = other == output ? -1
                        : (float) (Math.exp(found.values()[found.start(image, other)] - highest) / sum);
            }
        }
        progress.checkCancelled();
        final String input = graph.nodes().getFirst().name();
        return session.gradients(pass, new Target(logits, new FeatureMaps(found.images(), found.shape(), seed)), Set.of(input), ReluRule.GRADIENT)
                .gradient(input).values();
    }

    private static float[] random(final int length, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final float[] signs = new float[length];
        for (int i = 0; i < length; i++) {
            signs[i] = random.nextBoolean() ? 1 : -1;
        }
        return signs;
    }

    private void predict(final float[] values, final int[] predictions, final int first, final Progress progress) {
        progress.checkCancelled();
        final FeatureMaps found = session.run(Pass.of(graph, batch(values)), Set.of(logits)).get(logits);
        final Answers answers = Answers.of(found.images());
        for (int image = 0; image < found.images(); image++) {
            answers.take(image, found, image);
            predictions[first + image] = answers.best(image);
        }
    }

    private FeatureMaps batch(final float[] values) {
        return new FeatureMaps(images(values), graph.input(), values);
    }

    private int images(final float[] values) {
        return values.length / Math.toIntExact(graph.input().size());
    }

    /** Gets pictures. */
    @FunctionalInterface
    private interface Batch {
        void see(int first, float[] values);
    }

    private void forEach(final int[] pictures, final Progress progress, final Batch batch) throws IOException {
        final int length = Math.toIntExact(graph.input().size());
        // Backwards costs about twice as much again.
        final int size = Math.max(1, BatchSize.of(graph, List.of(logits)) / 3);
        for (int first = 0; first < pictures.length; first += size) {
            progress.checkCancelled();
            final float[] values = new float[Math.multiplyExact(Math.min(size, pictures.length - first), length)];
            for (int start = 0; start < values.length; start += length) {
                evidence.inputs().write(pictures[first + start / length], values, start);
            }
            batch.see(first, values);
        }
    }
}
