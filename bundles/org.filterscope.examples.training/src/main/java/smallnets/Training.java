package smallnets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Trains a network on batches in an order fixed by a seed, with a learning rate that falls to nothing along half a cosine.
 *
 * @param epochs       how often each picture is seen
 * @param learningRate of the first step
 * @param seed         of the order
 */
public record Training(int epochs, double learningRate, long seed) {
    private static final int BATCH = 32;

    /** @param log told after each epoch how it went */
    public void run(final MultiLayerNetwork network, final Pictures pictures, final Consumer<String> log) {
        final Random random = new Random(seed);
        final List<Integer> order = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            order.add(i);
        }
        for (int epoch = 0; epoch < epochs; epoch++) {
            Collections.shuffle(order, random);
            double loss = 0;
            for (int start = 0; start < order.size(); start += BATCH) {
                final double progress = (epoch + (double) start / order.size()) / epochs;
                network.setLearningRate(learningRate * (1 + Math.cos(Math.PI * progress)) / 2);
                final List<Integer> batch = order.subList(start, Math.min(start + BATCH, order.size()));
                // Native memory: closed here, because Java's garbage collector does not know how much it is.
                try (INDArray input = pictures.input(batch); INDArray wanted = pictures.wanted(batch)) {
                    network.fit(input, wanted);
                }
                loss += network.score() * batch.size() / order.size();
            }
            log.accept("epoch %d of %d: loss %.4f".formatted(epoch + 1, epochs, loss));
        }
    }
}
