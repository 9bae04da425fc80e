package org.filterscope.analysis.fingerprint;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.filterscope.engine.graph.Arithmetic.Affine;
import org.filterscope.engine.graph.Arithmetic.Maximum;
import org.filterscope.engine.graph.Arithmetic.Mean;
import org.filterscope.engine.graph.Arithmetic.Multiply;
import org.filterscope.engine.graph.Arithmetic.ParametricRelu;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
import org.filterscope.engine.graph.Rearrangement.Reshape;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.TransposedConvolution;

/**
 * A fingerprint of every filter of a layer: 16 hexadecimal digits of the SHA-256 over the weights and the bias that make it. What has none of its own
 * takes those of the channels below: an activation or a pooling has its convolution's fingerprint. Equal weights have equal fingerprints, in
 * whatever layer they are. What counts and what does not: docs/methods/fingerprint.md.
 */
public final class FilterFingerprints {
    private static final int BYTES = 8;

    private final NetworkGraph graph;
    private final Progress progress;
    private final Map<String, byte[][]> known = new HashMap<>();

    private FilterFingerprints(final NetworkGraph graph, final Progress progress) {
        this.graph = graph;
        this.progress = progress;
    }

    /**
     * @param progress asked whether to go on
     * @return by channel, each with {@link Score#FINGERPRINT}
     * @throws IllegalArgumentException when there is no such layer
     */
    public static List<Scores> of(final NetworkGraph graph, final String layer, final Progress progress) {
        return new FilterFingerprints(graph, progress).of(layer);
    }

    private List<Scores> of(final String layer) {
        final Set<String> needed = needed(layer);
        for (final Node node : graph.nodes()) {
            if (needed.contains(node.name())) {
                known.put(node.name(), channels(node));
            }
        }
        return Arrays.stream(known.get(layer)).map(mark -> HexFormat.of().formatHex(mark, 0, BYTES))
                .map(text -> Scores.NONE.with(Score.FINGERPRINT, text)).toList();
    }

    /** The layer and all below it down to those with weights. */
    private Set<String> needed(final String layer) {
        graph.shape(layer);
        final Set<String> needed = new HashSet<>(Set.of(layer));
        final Deque<String> open = new ArrayDeque<>(needed);
        while (!open.isEmpty()) {
            final Node node = graph.node(open.pop()).orElseThrow();
            if (!sums(node.operator())) {
                node.inputs().stream().filter(needed::add).forEach(open::push);
            }
        }
        return needed;
    }

    private static boolean sums(final Operator operator) {
        return operator instanceof Convolution || operator instanceof TransposedConvolution || operator instanceof Dense;
    }

    private byte[][] channels(final Node node) {
        final byte[][] marks = new byte[graph.shape(node.name()).channels()][];
        final int[] order = node.operator() instanceof Dense ? new DenseOrder(graph).of(node) : new int[0];
        for (int channel = 0; channel < marks.length; channel++) {
            progress.checkCancelled();
            marks[channel] = switch (node.operator()) {
                case Input input -> new Mark('i').add(channel).bytes();
                case Convolution convolution -> Mark.of(convolution, channel, order);
                case TransposedConvolution transposed -> Mark.of(transposed, channel, order);
                case Dense dense -> Mark.of(dense, channel, order);
                case BatchNormalization(Tensor gamma, Tensor beta, Tensor mean, Tensor variance, double epsilon) ->
                    constants(node, channel, gamma, beta, mean, variance);
                case Affine(Tensor factor, Tensor summand) -> constants(node, channel, factor, summand);
                case ParametricRelu(Tensor slope) -> constants(node, channel, slope);
                case Concatenate concatenate -> joined(node, channel);
                case ChannelSelection(List<Integer> channels) -> below(node, 0, channels.get(channel));
                case Flatten flatten -> moved(node, channel, Reshape.Order.CHANNELS_FIRST);
                case Reshape(Shape result, Reshape.Order reshapeOrder) -> moved(node, channel, reshapeOrder);
                case Add add -> together(node, channel);
                case Multiply multiply -> together(node, channel);
                case Maximum maximum -> together(node, channel);
                case Mean mean -> together(node, channel);
                default -> below(node, 0, channel);
            };
        }
        return marks;
    }

    private byte[] below(final Node node, final int input, final int channel) {
        return known.get(node.inputs().get(input))[channel];
    }

    /** Constants of the channel's own on top of what is below. */
    private byte[] constants(final Node node, final int channel, final Tensor... tensors) {
        final Mark mark = new Mark('c').add(below(node, 0, channel));
        for (final Tensor tensor : tensors) {
            mark.add(tensor.values()[channel]);
        }
        return mark.bytes();
    }

    private byte[] joined(final Node node, final int channel) {
        int first = 0;
        int input = 0;
        while (channel - first >= graph.shape(node.inputs().get(input)).channels()) {
            first += graph.shape(node.inputs().get(input++)).channels();
        }
        return below(node, input, channel - first);
    }

    /** What several inputs make together; their order does not matter. */
    private byte[] together(final Node node, final int channel) {
        final Mark mark = new Mark('t');
        IntStream.range(0, node.inputs().size())
                .mapToObj(input -> below(node, input, graph.shape(node.inputs().get(input)).channels() == 1 ? 0 : channel))
                .sorted(Arrays::compareUnsigned).forEach(mark::add);
        return mark.bytes();
    }

    /** The place of the channel's first value in the maps that were reshaped. */
    private byte[] moved(final Node node, final int channel, final Reshape.Order order) {
        final Shape from = graph.shape(node.inputs().get(0));
        final Shape to = graph.shape(node.name());
        final int positions = from.rows() * from.cols();
        final int results = to.rows() * to.cols();
        final boolean first = order == Reshape.Order.CHANNELS_FIRST;
        final int index = first ? channel * results : channel;
        final byte[] below = below(node, 0, first ? index / positions : index % from.channels());
        return positions == results ? below : new Mark('p').add(below).add(first ? index % positions : index / from.channels()).bytes();
    }
}
