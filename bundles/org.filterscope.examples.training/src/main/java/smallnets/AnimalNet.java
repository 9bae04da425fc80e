package smallnets;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Four convolutions, 188,000 weights: as {@link TinyNet}, with one more step, so that the last filters see half an animal at once. */
public final class AnimalNet {

    private AnimalNet() {
    }

    /**
     * A network with random weights.
     *
     * @param classes how many classes it tells apart
     * @param seed    of the random weights
     */
    public static MultiLayerNetwork create(final int classes, final long seed) {
        final MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam())
                .weightInit(WeightInit.RELU)
                .convolutionMode(ConvolutionMode.Same)
                .list()
                // 64 × 64 pixels, three colours: edges, colours and fine texture
                .layer(new ConvolutionLayer.Builder(5, 5).name("conv1").nOut(32).activation(Activation.RELU).build())
                .layer(new SubsamplingLayer.Builder(PoolingType.MAX).name("pool1").kernelSize(2, 2).stride(2, 2).build())
                // 32 × 32: eyes, beaks, patches of fur
                .layer(new ConvolutionLayer.Builder(3, 3).name("conv2").nOut(64).activation(Activation.RELU).build())
                .layer(new SubsamplingLayer.Builder(PoolingType.MAX).name("pool2").kernelSize(2, 2).stride(2, 2).build())
                // 16 × 16: heads, legs, tails
                .layer(new ConvolutionLayer.Builder(3, 3).name("conv3").nOut(96).activation(Activation.RELU).build())
                .layer(new SubsamplingLayer.Builder(PoolingType.MAX).name("pool3").kernelSize(2, 2).stride(2, 2).build())
                // 8 × 8: each place sees 40 × 40 pixels
                .layer(new ConvolutionLayer.Builder(3, 3).name("conv4").nOut(128).activation(Activation.RELU).build())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.MAX).name("strongest").build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT).name("classes").nOut(classes).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(Pictures.SIDE, Pictures.SIDE, 3))
                .build());
        network.init();
        return network;
    }
}
