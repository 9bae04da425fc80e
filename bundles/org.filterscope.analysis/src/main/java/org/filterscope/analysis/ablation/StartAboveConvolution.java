package org.filterscope.analysis.ablation;

import java.util.List;
import java.util.Optional;

import org.filterscope.analysis.classes.LayersAbove;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Window;

/**
 * Computing begins above a convolution that is all that listens to the ablated layer. It is linear: its result changes by the convolution of what was
 * changed in one channel, so that the ablations of all channels together cost as much as the whole convolution once.
 */
final class StartAboveConvolution implements AblatedStart {
    private final LayersAbove above;
    private final Convolution convolution;
    private final Shape from;
    private final Shape into;

    private StartAboveConvolution(final NetworkGraph graph, final Node node) {
        above = new LayersAbove(graph, node.name());
        convolution = (Convolution) node.operator();
        from = graph.shape(node.inputs().get(0));
        into = graph.shape(node.name());
    }

    /** Empty when something else listens to the layer, or the convolution has groups. */
    static Optional<StartAboveConvolution> of(final NetworkGraph graph, final LayersAbove above) {
        String layer = above.layer();
        while (true) {
            final String now = layer;
            final List<Node> listening = above.nodes().stream().filter(node -> node.inputs().contains(now)).toList();
            if (listening.size() != 1) {
                return Optional.empty();
            }
            final Node node = listening.get(0);
            if (node.operator() instanceof final Convolution convolution && convolution.groups() == 1) {
                return Optional.of(new StartAboveConvolution(graph, node));
            }
            if (!(node.operator() instanceof Identity)) {
                return Optional.empty();
            }
            layer = node.name();
        }
    }

    @Override
    public LayersAbove above() {
        return above;
    }

    @Override
    public void write(final float[] maps, final float[] unchanged, final int image, final int channel, final float value, final float[] to,
            final int at) {
        final int length = Math.toIntExact(into.size());
        final int positions = from.rows() * from.cols();
        System.arraycopy(unchanged, image * length, to, at, length);
        final float[] change = new float[positions];
        final int start = (image * from.channels() + channel) * positions;
        for (int i = 0; i < positions; i++) {
            change[i] = value - maps[start + i];
        }
        final Window window = convolution.window();
        final float[] weights = convolution.weights().values();
        for (int filter = 0; filter < into.channels(); filter++) {
            final int kernel = (filter * from.channels() + channel) * window.rows() * window.cols();
            for (int i = 0; i < window.rows() * window.cols(); i++) {
                add(change, weights[kernel + i], i / window.cols(), i % window.cols(), to, at + filter * into.rows() * into.cols());
            }
        }
    }

    /** What one weight of a kernel adds, at all positions of a filter's map. */
    private void add(final float[] change, final float weight, final int kernelRow, final int kernelCol, final float[] to, final int at) {
        final Window window = convolution.window();
        final int top = kernelRow * window.dilationRows() - window.padding().top();
        final int left = kernelCol * window.dilationCols() - window.padding().left();
        final int step = window.strideCols();
        final int first = Math.max(0, Math.ceilDiv(-left, step));
        final int end = Math.min(into.cols(), Math.floorDiv(from.cols() - 1 - left, step) + 1);
        for (int row = 0; row < into.rows(); row++) {
            final int read = row * window.strideRows() + top;
            if (read < 0 || read >= from.rows()) {
                continue;
            }
            final int source = read * from.cols() + left;
            final int target = at + row * into.cols();
            for (int col = first; col < end; col++) {
                to[target + col] += weight * change[source + col * step];
            }
        }
    }
}
