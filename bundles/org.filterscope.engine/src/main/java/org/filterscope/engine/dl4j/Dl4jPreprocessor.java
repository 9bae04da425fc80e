package org.filterscope.engine.dl4j;

import java.util.List;
import java.util.Optional;

import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.read.RefusedException;

/** What Deeplearning4j does to a layer's input before the layer sees it: maps become vectors and flat images become maps. */
record Dl4jPreprocessor(Dl4jNodes nodes, Layout layout) {

    /** The layer with the input that it sees. */
    Dl4jLayer before(final Dl4jLayer layer) throws RefusedException {
        if (layer.preprocessor().isEmpty()) {
            return layer;
        }
        final Dl4jObject preprocessor = layer.preprocessor().get();
        return switch (preprocessor.kind()) {
            case "CnnToFeedForwardPreProcessor", "cnnToFeedForward" -> {
                layout.require(preprocessor.settings());
                yield flattened(layer, layout == Layout.NHWC);
            }
            // Of imported Keras models: maps with the channels first become vectors with the channels last.
            case "TensorFlowCnnToFeedForwardPreProcessor" -> flattened(layer, true);
            case "FeedForwardToCnnPreProcessor", "feedForwardToCnn" -> maps(layer, preprocessor.settings());
            default -> throw new RefusedException("the preprocessor '%s' of its input is not supported".formatted(preprocessor.kind()));
        };
    }

    private Dl4jLayer flattened(final Dl4jLayer layer, final boolean channelsLast) throws RefusedException {
        final Shape maps = nodes.shape(layer.input());
        if (nodes.isVector(layer.input())) {
            return layer;
        }
        final String name = layer.name() + "/flatten";
        nodes.append(name, new Flatten(), List.of(layer.input()));
        if (channelsLast) {
            nodes.markTurned(name, maps);
        }
        return new Dl4jLayer(layer.name(), layer.description(), Optional.empty(), layer.variables(), List.of(name));
    }

    /** The network's input is made as maps at once; a vector in the middle cannot become maps again. */
    private Dl4jLayer maps(final Dl4jLayer layer, final Dl4jSettings settings) throws RefusedException {
        final int[] told = settings.maps();
        if (layout != Layout.NCHW) {
            throw new RefusedException("its input is reshaped channels-first in a channels-last network");
        }
        if (nodes.isVector(layer.input()) || !nodes.shape(layer.input()).equals(new Shape(told[0], told[1], told[2]))) {
            throw new RefusedException(
                    "reshaping a vector of %d values to maps is not supported".formatted(nodes.shape(layer.input()).size()));
        }
        return layer;
    }
}
