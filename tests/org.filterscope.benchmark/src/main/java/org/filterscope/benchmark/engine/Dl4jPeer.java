package org.filterscope.benchmark.engine;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NetworkGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j's own way: the network as a computation graph of its layers. */
final class Dl4jPeer implements Peer {
    private final ComputationGraph network;

    Dl4jPeer(final NetworkGraph network) {
        this.network = new Dl4jTwin(network).graph();
    }

    @Override
    public float[] forward(final FeatureMaps pictures) {
        try (INDArray input = Nd4j.createFromArray(pictures.values()).reshape(pictures.images(), pictures.shape().channels(),
                pictures.shape().rows(), pictures.shape().cols())) {
            return network.outputSingle(input).dup('c').data().asFloat();
        }
    }

    @Override
    public float[] gradient(final FeatureMaps pictures) {
        throw new UnsupportedOperationException("Deeplearning4j goes back by the weights only, too");
    }

    @Override
    public float[] tapped(final FeatureMaps pictures, final Taps taps) {
        throw new UnsupportedOperationException("its layers hand out no values of a batch at once");
    }

    @Override
    public void close() {
        network.close();
    }
}
