package org.filterscope.engine.dl4j;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.read.RefusedException;

/**
 * The shape of a network's input. Deeplearning4j does not store it; the first layers give it away: a preprocessor that reshapes flat images
 * knows all of it, a convolution only the channels, and then the configuration must tell rows and columns.
 */
record Dl4jInput(Dl4jTopology topology, Optional<Size> size) {
    private static final Set<String> CONVOLUTIONS = Set.of("ConvolutionLayer", "Convolution2D", "convolution", "SeparableConvolution2D",
            "DepthwiseConvolution2D", "Deconvolution2D", "BatchNormalization", "batchNormalization");
    private static final Set<String> DENSE = Set.of("DenseLayer", "dense", "OutputLayer", "output");
    /** Make as many channels as they take. */
    private static final Set<String> KEEPERS = Set.of("SubsamplingLayer", "Pooling2D", "subsampling", "ZeroPaddingLayer", "zeroPadding",
            "ActivationLayer", "activation", "DropoutLayer", "dropout", "LocalResponseNormalization", "localResponseNormalization",
            "Cropping2D", "Upsampling2D", "PReLULayer", "PreprocessorVertex", "ElementWiseVertex", "ScaleVertex", "ShiftVertex",
            "PoolHelperVertex");

    Shape shape(final String input) throws RefusedException {
        final Set<String> channelsKept = new HashSet<>(Set.of(input));
        for (final Dl4jLayer layer : topology.layers()) {
            if (layer.inputs().stream().noneMatch(channelsKept::contains)) {
                continue;
            }
            if (layer.preprocessor().isPresent()) {
                final int[] maps = layer.preprocessor().get().settings().maps();
                return layer.inputs().contains(input) ? told(maps) : open(maps[0]);
            }
            if (CONVOLUTIONS.contains(layer.kind())) {
                return open(layer.settings().positive("nin"));
            }
            if (DENSE.contains(layer.kind())) {
                return Shape.vector(layer.settings().positive("nin"));
            }
            if (KEEPERS.contains(layer.kind())) {
                channelsKept.add(layer.name());
            }
        }
        throw new RefusedException("no layer tells how many channels it has");
    }

    private Shape told(final int[] maps) throws RefusedException {
        if (size.isPresent() && (size.get().rows() != maps[1] || size.get().cols() != maps[2])) {
            throw new RefusedException("the model's input has %d × %d pixels, the configuration's 'input: size' says %d × %d"
                    .formatted(maps[1], maps[2], size.get().rows(), size.get().cols()));
        }
        return new Shape(maps[0], maps[1], maps[2]);
    }

    private Shape open(final int channels) throws RefusedException {
        if (size.isEmpty()) {
            throw new RefusedException("the model leaves the input's size open; give it: 'input: { size: [rows, columns] }' in a "
                    + "configuration, --size ROWSxCOLS for inspect");
        }
        return new Shape(channels, size.get().rows(), size.get().cols());
    }
}
