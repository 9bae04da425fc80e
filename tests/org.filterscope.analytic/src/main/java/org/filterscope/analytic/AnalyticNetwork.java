package org.filterscope.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.engine.graph.Arithmetic.Maximum;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;

/**
 * A network of matched filters. Layer {@code parts} has one filter a part, which gives {@link #PEAK} at the part's centre and 0 everywhere else;
 * {@code mixed} combines them; {@code pooled} is the mean over positions; {@code logits} weights it; {@code probabilities} is their softmax.
 * On {@link Scene}s all values are known: peaks, receptive fields, contributions, what ablation does.
 *
 * @param graph     the network, for pictures {@code [3, side, side]} with grey levels from 0 to 1
 * @param templates how the parts look; as many as filters of {@code parts}
 * @param mixing    {@code [filter of mixed, part]}; for the maximum of two: which parts a filter takes
 * @param head      {@code [class, filter of mixed]}: weights of the last layer; there is no bias
 */
public record AnalyticNetwork(NetworkGraph graph, List<Template> templates, Mixer mixer, double[][] mixing, double[][] head) {
    /** Colours of a picture. */
    public static final int COLOURS = 3;
    /** Responses at and below this are cut off: no template reaches it at a wrong place. */
    public static final double THRESHOLD = 0.5;
    /** What a part's filter gives at the part's centre. */
    public static final double PEAK = 1 - THRESHOLD;

    /**
     * @param side  of the pictures, in pixels
     * @param parts even for a maximum of two
     * @param seed  of templates, mixing and head
     */
    public static AnalyticNetwork of(final int side, final int parts, final int classes, final Mixer mixer, final long seed) {
        return of(side, Template.set(parts, seed), classes, mixer, seed);
    }

    /** As {@link #of}, for parts of other scales than the filters': what it gives on a {@link ScaledScene} that scene knows. */
    public static AnalyticNetwork scaled(final int side, final int parts, final int classes, final Mixer mixer, final long seed) {
        return of(side, ScaledTemplates.set(parts, seed), classes, mixer, seed);
    }

    private static AnalyticNetwork of(final int side, final List<Template> templates, final int classes, final Mixer mixer, final long seed) {
        final int parts = templates.size();
        final Random random = new Random(seed + 1);
        final double[][] mixing = mixing(mixer, parts, random);
        final double[][] head = new double[classes][mixing.length];
        for (final double[] row : head) {
            for (int i = 0; i < row.length; i++) {
                // Quarters are exact in single precision.
                row[i] = Math.round(64 * random.nextGaussian()) / 4.0;
            }
        }
        return new AnalyticNetwork(graph(side, templates, mixer, mixing, head), templates, mixer, mixing, head);
    }

    /** Positions along each side of a map. */
    public int positions() {
        return graph.shape("parts").rows();
    }

    /** The position of a map that looks at a pixel: there is no padding. */
    public static int position(final int pixel) {
        return pixel - Template.SIDE / 2;
    }

    /** Sum of the map of a filter of {@code mixed}. */
    public double sum(final Scene scene, final int filter) {
        return IntStream.range(0, templates.size()).mapToDouble(part -> scene.count(part) * mixing[filter][part] * PEAK).sum();
    }

    /** What a filter of {@code mixed} adds to a class's logit. */
    public double contribution(final Scene scene, final int filter, final int label) {
        return head[label][filter] * sum(scene, filter) / (positions() * positions());
    }

    /** A class's logit where parts have scales of their own. At one place no two filters of {@code parts} give more than 0. */
    public double logit(final ScaledScene scene, final int label) {
        return IntStream.range(0, templates.size()).mapToDouble(part -> scene.sum(templates, part)
                * IntStream.range(0, mixing.length).mapToDouble(filter -> head[label][filter] * mixing[filter][part]).sum()).sum()
                / (positions() * positions());
    }

    /** A class's logit. */
    public double logit(final Scene scene, final int label) {
        return IntStream.range(0, mixing.length).mapToDouble(filter -> contribution(scene, filter, label)).sum();
    }

    private static double[][] mixing(final Mixer mixer, final int parts, final Random random) {
        return switch (mixer) {
            case IDENTITY -> matrix(parts, parts, (filter, part) -> filter == part ? 1 : 0);
            case MAXIMUM_OF_TWO -> matrix(parts / 2, parts, (filter, part) -> part / 2 == filter ? 1 : 0);
            case ORTHOGONAL -> {
                // A reflection: orthogonal, and no entry is zero.
                final double[] axis = random.doubles(parts, 0.5, 1.5).toArray();
                final double length = IntStream.range(0, parts).mapToDouble(i -> axis[i] * axis[i]).sum();
                yield matrix(parts, parts, (filter, part) -> (float) ((filter == part ? 1 : 0) - 2 * axis[filter] * axis[part] / length));
            }
        };
    }

    private interface Entry {
        double at(int row, int col);
    }

    private static double[][] matrix(final int rows, final int cols, final Entry entry) {
        return IntStream.range(0, rows).mapToObj(row -> IntStream.range(0, cols).mapToDouble(col -> entry.at(row, col)).toArray())
                .toArray(double[][]::new);
    }

    private static NetworkGraph graph(final int side, final List<Template> templates, final Mixer mixer, final double[][] mixing,
            final double[][] head) {
        final List<Node> nodes = new ArrayList<>();
        nodes.add(new Node("input", new Input(new Shape(COLOURS, side, side)), List.of()));
        add(nodes, "matches", new Convolution(filters(templates), constant(templates.size(), -THRESHOLD), window(Template.SIDE)), "input");
        add(nodes, "parts", new Activation(Function.RELU), "matches");
        if (mixer == Mixer.MAXIMUM_OF_TWO) {
            final int pairs = mixing.length;
            add(nodes, "even", new ChannelSelection(IntStream.range(0, pairs).map(k -> 2 * k).boxed().toList()), "parts");
            add(nodes, "odd", new ChannelSelection(IntStream.range(0, pairs).map(k -> 2 * k + 1).boxed().toList()), "parts");
            add(nodes, "mixed", new Maximum(), "even", "odd");
        } else {
            add(nodes, "mixed", new Convolution(tensor(mixing, mixing.length, templates.size(), 1, 1), constant(mixing.length, 0), window(1)),
                    "parts");
        }
        add(nodes, "pooled", new GlobalPooling(Reduction.AVERAGE), "mixed");
        add(nodes, "logits", new Dense(tensor(head, head.length, mixing.length), constant(head.length, 0)), "pooled");
        add(nodes, "probabilities", new Softmax(), "logits");
        try {
            return new NetworkGraph("analytic", nodes);
        } catch (final InvalidNetworkException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void add(final List<Node> nodes, final String name, final Operator operator, final String... inputs) {
        nodes.add(new Node(name, operator, List.of(inputs)));
    }

    /** Scaled so that a template drawn with half the range of grey levels, in all colours, gives 1. */
    private static Tensor filters(final List<Template> templates) {
        final int size = Template.SIDE * Template.SIDE;
        final float[] values = new float[templates.size() * COLOURS * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (2.0 * templates.get(i / size / COLOURS).values()[i % size] / (COLOURS * Template.ENERGY));
        }
        return new Tensor(List.of(templates.size(), COLOURS, Template.SIDE, Template.SIDE), values);
    }

    private static Tensor tensor(final double[][] rows, final Integer... shape) {
        final int cols = rows[0].length;
        final float[] values = new float[rows.length * cols];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows[i / cols][i % cols];
        }
        return new Tensor(List.of(shape), values);
    }

    private static Tensor constant(final int length, final double value) {
        final float[] values = new float[length];
        Arrays.fill(values, (float) value);
        return Tensor.vector(values);
    }

    private static Window window(final int kernel) {
        return new Window(kernel, kernel, 1, 1, 1, 1, Padding.NONE);
    }
}
