package org.filterscope.engine.onnx.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Rearrangement;
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
import org.filterscope.engine.graph.Rearrangement.Cropping;
import org.filterscope.engine.graph.Rearrangement.Reshape;
import org.filterscope.engine.graph.Rearrangement.Resize;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.onnx.write.OnnxGraph;
import org.filterscope.engine.onnx.write.Reshaping;
import org.filterscope.engine.onnx.write.ResizeNodes;
import org.filterscope.engine.onnx.write.Value;
import org.filterscope.engine.onnx.write.Windows;

/** Gradients of operators that move values about: they move them back. */
final class RearrangementGradients {
    private final OnnxGraph graph;

    RearrangementGradients(final OnnxGraph graph) {
        this.graph = graph;
    }

    Value back(final String layer, final Rearrangement operator, final Shape input, final Value g) {
        final String wish = layer + "/back";
        return switch (operator) {
            case Cropping(var amounts) -> Windows.padded(graph, g, amounts, "", wish);
            case ChannelSelection(var channels) -> new Value(unselected(wish, channels, input, g), input, false);
            case Reshape reshape -> new Value(Reshaping.call(graph, wish, reshape.order(), g, input).to(wish), input, false);
            case Resize resize -> new Value(new ResizeNodes(graph).back(layer, resize, g).to(wish), input, false);
        };
    }

    Value cropped(final String layer, final Padding padding, final Value g) {
        return Windows.cropped(graph, g, padding, layer + "/back");
    }

    /** The channels of the gradient that came from one input. */
    Value slice(final String layer, final int start, final Shape input, final Value g) {
        if (input.equals(g.shape())) {
            return g;
        }
        return new Value(graph.call("Slice", g.name(), graph.integers(start), graph.integers(start + input.channels()), graph.integers(1))
                .to(layer + "/back"), input, false);
    }

    Value unflattened(final String layer, final Shape input, final Value g) {
        return new Value(graph.call("Reshape", g.name(), graph.integers(0, input.channels(), input.rows(), input.cols())).to(layer + "/back"),
                input, false);
    }

    /** A channel's gradient is the sum over where it was picked; for one picked less often than others, a channel of zeros is taken instead. */
    private String unselected(final String wish, final List<Integer> channels, final Shape input, final Value g) {
        final List<long[]> rounds = new ArrayList<>();
        final int[] picked = new int[input.channels()];
        for (int place = 0; place < channels.size(); place++) {
            final int channel = channels.get(place);
            if (picked[channel] == rounds.size()) {
                final long[] zeros = new long[input.channels()];
                Arrays.fill(zeros, channels.size());
                rounds.add(zeros);
            }
            rounds.get(picked[channel]++)[channel] = place;
        }
        final String extended = graph.call("Pad", g.name(), graph.integers(0, 0, 0, 0, 0, 1, 0, 0)).to(wish);
        final List<String> parts = rounds.stream()
                .map(places -> graph.call("Gather", extended, graph.integers(places)).with("axis", 1L).to(wish)).toList();
        return graph.call("Sum", parts).to(wish);
    }
}
