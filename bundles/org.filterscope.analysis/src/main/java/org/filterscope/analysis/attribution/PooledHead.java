package org.filterscope.analysis.attribution;

import java.util.Optional;

import org.filterscope.analysis.classes.AffineOperators;
import org.filterscope.analysis.classes.LayersAbove;
import org.filterscope.engine.graph.Arithmetic;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Window;

/** Whether the logits are affine in the means of a layer's maps, so that all positions weigh alike. Told by the kinds of layers alone. */
final class PooledHead {

    private PooledHead() {
    }

    /** Why not, in a sentence for the user. */
    static Optional<String> obstacle(final NetworkGraph graph, final String layer) {
        return new LayersAbove(graph, layer).nodes().stream().filter(node -> !AffineOperators.contains(node.operator()) || !isEven(graph, node))
                .findFirst().map(node -> "above layer '%s' a class activation map needs the mean over all positions and only affine layers, "
                        .formatted(layer) + "layer '%s' (%s) is neither".formatted(node.name(), node.operator().kind()));
    }

    /** From maps to maps only position by position, from maps to a vector only by the mean. */
    private static boolean isEven(final NetworkGraph graph, final Node node) {
        if (node.inputs().stream().map(graph::shape).noneMatch(Shape::hasMaps)) {
            return true;
        }
        return switch (node.operator()) {
            case final Convolution convolution -> isPointwise(convolution.window());
            case final Pooling pooling -> isWhole(pooling.window(), graph.shape(node.inputs().get(0)));
            case final GlobalPooling pooling -> true;
            case final BatchNormalization normalization -> true;
            case final Arithmetic arithmetic -> true;
            case final ChannelSelection selection -> true;
            case final Add add -> true;
            case final Concatenate concatenate -> true;
            case final Identity identity -> true;
            default -> false;
        };
    }

    private static boolean isPointwise(final Window window) {
        return window.rows() == 1 && window.cols() == 1 && window.strideRows() == 1 && window.strideCols() == 1
                && window.padding().equals(Padding.NONE);
    }

    private static boolean isWhole(final Window window, final Shape maps) {
        return window.spanRows() == maps.rows() && window.spanCols() == maps.cols() && window.dilationRows() == 1 && window.dilationCols() == 1
                && window.padding().equals(Padding.NONE);
    }
}
