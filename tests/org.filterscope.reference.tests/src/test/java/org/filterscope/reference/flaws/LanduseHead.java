package org.filterscope.reference.flaws;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Tensor;

/**
 * Trains what lies above the frozen trunk of the land-use network anew: 48 filters of one position, a rectifier, the mean over all positions, one
 * logit a class. Adam, cross-entropy, first weights and order from a seed; each picture shows some of its positions, others each time.
 */
final class LanduseHead {
    private static final String FILTERS = "concept/linear";
    private static final String LOGITS = "landuse/linear";
    private static final int SHOWN = 120;
    private static final int BATCH = 16;
    private static final int EPOCHS = 30;
    private static final double RATE = 3e-3;
    private static final double KEEPS = 0.9;
    private static final double KEEPS_SQUARES = 0.999;

    private final int channels;
    private final int positions;
    private final int filters;
    private final int classes;
    private final Random random;
    /** All weights in one: filters {@code [channel, filter]}, their biases, logits {@code [class, filter]}, their biases. */
    private final float[] weights;
    private final float[] gradient;
    private final float[] mean;
    private final float[] squares;
    private int steps;

    private LanduseHead(final NetworkGraph graph, final int classes, final long seed) {
        this.classes = classes;
        final Convolution convolution = (Convolution) graph.node(FILTERS).orElseThrow().operator();
        filters = convolution.weights().length(0);
        channels = convolution.weights().length(1);
        positions = graph.shape(FILTERS).rows() * graph.shape(FILTERS).cols();
        random = new Random(seed);
        weights = new float[channels * filters + filters + classes * filters + classes];
        gradient = new float[weights.length];
        mean = new float[weights.length];
        squares = new float[weights.length];
        for (int i = 0; i < channels * filters; i++) {
            weights[i] = (float) (random.nextGaussian() * Math.sqrt(2.0 / channels));
        }
        for (int i = 0; i < classes * filters; i++) {
            weights[logits() + i] = (float) (random.nextGaussian() * Math.sqrt(2.0 / filters));
        }
    }

    private int logits() {
        return channels * filters + filters;
    }

    /**
     * @param graph    the sound network
     * @param classes  how many outputs it gets
     * @param features what the trunk says of the pictures, {@code [channel, row, col]}
     * @param labels   class of each, right or wrong
     */
    static NetworkGraph trained(final NetworkGraph graph, final int classes, final List<float[]> features, final int[] labels, final long seed)
            throws InvalidNetworkException {
        final LanduseHead head = new LanduseHead(graph, classes, seed);
        head.train(features, labels);
        return head.into(graph);
    }

    private void train(final List<float[]> features, final int[] labels) {
        final int[] order = IntStream.range(0, labels.length).toArray();
        final int all = EPOCHS * Math.ceilDiv(labels.length, BATCH);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (int i = order.length - 1; i > 0; i--) {
                final int j = random.nextInt(i + 1);
                final int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            for (int first = 0; first < order.length; first += BATCH) {
                final int[] batch = Arrays.copyOfRange(order, first, Math.min(order.length, first + BATCH));
                for (final int picture : batch) {
                    learn(features.get(picture), labels[picture], 1f / batch.length);
                }
                step(RATE * (1 + Math.cos(Math.PI * steps / all)) / 2);
            }
        }
    }

    /** Adds one picture's part of the gradient. */
    private void learn(final float[] features, final int label, final float share) {
        final int[] shown = random.ints(SHOWN, 0, positions).toArray();
        final float[][] values = new float[SHOWN][];
        final float[] pooled = new float[filters];
        for (int i = 0; i < SHOWN; i++) {
            values[i] = Arrays.copyOfRange(weights, channels * filters, logits());
            for (int channel = 0; channel < channels; channel++) {
                add(values[i], 0, features[channel * positions + shown[i]], weights, channel * filters);
            }
            for (int filter = 0; filter < filters; filter++) {
                values[i][filter] = Math.max(0, values[i][filter]);
                pooled[filter] += values[i][filter] / SHOWN;
            }
        }
        final double[] probabilities = probabilities(pooled);
        final float[] back = new float[filters];
        for (int c = 0; c < classes; c++) {
            final float error = share * (float) (probabilities[c] - (c == label ? 1 : 0));
            gradient[logits() + classes * filters + c] += error;
            add(gradient, logits() + c * filters, error, pooled, 0);
            add(back, 0, error / SHOWN, weights, logits() + c * filters);
        }
        for (int i = 0; i < SHOWN; i++) {
            final float[] open = back.clone();
            for (int filter = 0; filter < filters; filter++) {
                open[filter] = values[i][filter] > 0 ? open[filter] : 0;
            }
            add(gradient, channels * filters, 1, open, 0);
            for (int channel = 0; channel < channels; channel++) {
                add(gradient, channel * filters, features[channel * positions + shown[i]], open, 0);
            }
        }
    }

    /** Most values of the trunk are zero. */
    private void add(final float[] to, final int at, final float factor, final float[] from, final int start) {
        if (factor != 0) {
            for (int filter = 0; filter < filters; filter++) {
                to[at + filter] += factor * from[start + filter];
            }
        }
    }

    private double[] probabilities(final float[] pooled) {
        final double[] scores = new double[classes];
        for (int c = 0; c < classes; c++) {
            scores[c] = weights[logits() + classes * filters + c];
            for (int filter = 0; filter < filters; filter++) {
                scores[c] += weights[logits() + c * filters + filter] * pooled[filter];
            }
        }
        final double highest = Arrays.stream(scores).max().orElseThrow();
        final double sum = Arrays.stream(scores).map(score -> Math.exp(score - highest)).sum();
        return Arrays.stream(scores).map(score -> Math.exp(score - highest) / sum).toArray();
    }

    private void step(final double rate) {
        steps++;
        final double first = 1 - Math.pow(KEEPS, steps);
        final double second = 1 - Math.pow(KEEPS_SQUARES, steps);
        for (int i = 0; i < weights.length; i++) {
            mean[i] = (float) (KEEPS * mean[i] + (1 - KEEPS) * gradient[i]);
            squares[i] = (float) (KEEPS_SQUARES * squares[i] + (1 - KEEPS_SQUARES) * gradient[i] * gradient[i]);
            weights[i] -= (float) (rate * (mean[i] / first) / (Math.sqrt(squares[i] / second) + 1e-8));
            gradient[i] = 0;
        }
    }

    private NetworkGraph into(final NetworkGraph graph) throws InvalidNetworkException {
        final float[] kernels = new float[filters * channels];
        for (int i = 0; i < kernels.length; i++) {
            kernels[i % filters * channels + i / filters] = weights[i];
        }
        final Convolution old = (Convolution) graph.node(FILTERS).orElseThrow().operator();
        final Operator convolution = new Convolution(new Tensor(old.weights().shape(), kernels),
                Tensor.vector(Arrays.copyOfRange(weights, channels * filters, logits())), old.window());
        final Operator dense = new Dense(new Tensor(List.of(classes, filters), Arrays.copyOfRange(weights, logits(), logits() + classes * filters)),
                Tensor.vector(Arrays.copyOfRange(weights, logits() + classes * filters, weights.length)));
        return new NetworkGraph(graph.format(), graph.nodes().stream().map(node -> switch (node.name()) {
            case FILTERS -> new Node(FILTERS, convolution, node.inputs());
            case LOGITS -> new Node(LOGITS, dense, node.inputs());
            default -> node;
        }).toList());
    }
}
