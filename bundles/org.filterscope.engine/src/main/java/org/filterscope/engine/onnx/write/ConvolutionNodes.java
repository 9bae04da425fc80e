package org.filterscope.engine.onnx.write;

import java.util.List;

import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.TransposedConvolution;

/** The nodes that convolve, there and back. */
final class ConvolutionNodes {
    private final OnnxGraph graph;

    ConvolutionNodes(final OnnxGraph graph) {
        this.graph = graph;
    }

    OnnxCall convolve(final String layer, final Convolution convolution, final Value maps) {
        return graph.call("Conv", maps.name(), graph.weights(layer + "/weights", convolution.weights()),
                graph.weights(layer + "/bias", convolution.bias())).with("kernel_shape", Windows.kernel(convolution.window()))
                .with("strides", Windows.strides(convolution.window())).with("dilations", Windows.dilations(convolution.window()))
                .with("pads", Windows.pads(convolution.window().padding())).with("group", (long) convolution.groups());
    }

    OnnxCall paint(final String layer, final TransposedConvolution convolution, final Value maps) {
        final Padding cut = Transposition.cut(convolution);
        return graph.call("ConvTranspose", maps.name(), graph.weights(layer + "/weights", convolution.weights()),
                graph.weights(layer + "/bias", convolution.bias())).with("kernel_shape", Windows.kernel(convolution.window()))
                .with("strides", Windows.strides(convolution.window())).with("dilations", Windows.dilations(convolution.window()))
                .with("pads", Windows.pads(cut)).with("group", (long) convolution.groups())
                .with("output_padding", List.of(Transposition.extraRows(convolution), Transposition.extraCols(convolution)));
    }
}
