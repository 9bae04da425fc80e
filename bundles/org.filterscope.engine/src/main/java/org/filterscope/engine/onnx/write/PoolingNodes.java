package org.filterscope.engine.onnx.write;

import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Padding;

/** The nodes that pool. */
final class PoolingNodes {
    private final OnnxGraph graph;

    PoolingNodes(final OnnxGraph graph) {
        this.graph = graph;
    }

    OnnxCall pool(final String layer, final Pooling pooling, final Value maps) {
        final PoolingPlan plan = PoolingPlan.of(pooling, maps.shape());
        if (pooling.reduction() == Reduction.MAXIMUM) {
            return plan.maximum(graph, layer, maps);
        }
        if (plan.plain()) {
            return plan.slide(graph, "AveragePool", maps).with("count_include_pad", pooling.counted().equals(Padding.NONE) ? 0L : 1L);
        }
        return mean(layer, plan, maps);
    }

    /** The sum of every window, by a kernel of ones for every channel, over what counts. */
    private OnnxCall mean(final String layer, final PoolingPlan plan, final Value maps) {
        final int channels = maps.shape().channels();
        final Value padded = Windows.padded(graph, maps, plan.explicit(), "", layer + "/padded");
        final String sum = graph.call("Conv", padded.name(), plan.ones(graph, layer, channels)).with("group", (long) channels)
                .with("kernel_shape", Windows.kernel(plan.window())).with("strides", Windows.strides(plan.window()))
                .with("dilations", Windows.dilations(plan.window())).to(layer + "/sum");
        return graph.call("Div", sum, plan.divisors(graph, layer));
    }
}
