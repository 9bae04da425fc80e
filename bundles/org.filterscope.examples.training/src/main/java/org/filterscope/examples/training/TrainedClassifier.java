package org.filterscope.examples.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.filterscope.examples.render.RgbImage;
import org.nd4j.linalg.api.ndarray.INDArray;

import smallnets.Pictures;

/** A network as Deeplearning4j runs it. */
final class TrainedClassifier implements Classifier {
    private static final int BATCH = 64;
    private final MultiLayerNetwork network;

    TrainedClassifier(final MultiLayerNetwork network) {
        this.network = network;
    }

    @Override
    public List<Integer> classify(final List<RgbImage> images) {
        final Pictures pictures = new Pictures(List.of(), images.stream().map(DrawnPictures::planes).toList(), List.of());
        final List<Integer> labels = new ArrayList<>();
        for (int start = 0; start < images.size(); start += BATCH) {
            final List<Integer> numbers = IntStream.range(start, Math.min(start + BATCH, images.size())).boxed().toList();
            try (INDArray input = pictures.input(numbers); INDArray output = network.output(input); INDArray best = output.argMax(1)) {
                for (final int label : best.toIntVector()) {
                    labels.add(label);
                }
            }
        }
        return labels;
    }
}
