package org.filterscope.testkit;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A project whose appetite for memory is chosen: a stack of equal convolutions (1 × 1, ReLU) called {@code layer0}, {@code layer1}, … on pictures
 * with coloured squares. Every map of theirs has the pictures' size.
 *
 * @param side     rows and columns of the pictures
 * @param filters  of each layer
 * @param layers   how many there are
 * @param tapped   how many of them, from the lowest, are looked into
 * @param perClass pictures of each of the two classes
 * @param analyses as the configuration lists them
 */
public record StackProject(int side, int filters, int layers, int tapped, int perClass, List<String> analyses) {
    private static final long SEED = 11;
    /** Different pictures; the others have the same bytes again. */
    private static final int DIFFERENT = 12;

    /** @return the configuration */
    public Path write(final Path folder) throws IOException {
        Files.createDirectories(folder);
        model().write(folder.resolve("model.h5"));
        Files.writeString(folder.resolve("labels.txt"), "red\ngreen\n");
        for (int i = 0; i < perClass; i++) {
            picture(folder.resolve("pictures/red"), Color.RED, i);
            picture(folder.resolve("pictures/green"), Color.GREEN, i);
        }
        return Files.writeString(folder.resolve("stack.filterscope"), """
                model: model.h5
                labels: labels.txt
                input: { scale: 0.00392156862745098 }
                images: { folder: pictures }
                layers: [%s]
                analyses: [%s]
                filters: { top: 3 }
                output: report
                """.formatted(IntStream.range(0, tapped).mapToObj(layer -> "layer" + layer).collect(Collectors.joining(", ")),
                String.join(", ", analyses)));
    }

    private void picture(final Path classFolder, final Color color, final int number) throws IOException {
        final Path file = classFolder.resolve("%05d.png".formatted(number));
        if (number < DIFFERENT) {
            final int square = side / 4;
            final int place = number * (side - square) / DIFFERENT;
            Pictures.square(file, side, Color.BLACK, color, place, side - square - place, square);
        } else {
            Files.copy(classFolder.resolve("%05d.png".formatted(number % DIFFERENT)), file);
        }
    }

    private KerasModel model() {
        final Random random = new Random(SEED);
        KerasModel model = new KerasModel().input(side, side, 3);
        for (int layer = 0; layer < layers; layer++) {
            final float[][][][] kernel = new float[1][1][layer == 0 ? 3 : filters][filters];
            for (final float[] weights : kernel[0][0]) {
                for (int filter = 0; filter < filters; filter++) {
                    weights[filter] = (float) (random.nextGaussian() / Math.sqrt(kernel[0][0].length));
                }
            }
            model = model.layer("Conv2D", "layer" + layer, "{\"filters\": %d, \"kernel_size\": [1, 1], \"activation\": \"relu\"}".formatted(filters),
                    Map.of("kernel", kernel, "bias", new float[filters]));
        }
        final float[][] head = new float[filters][2];
        for (final float[] weights : head) {
            weights[0] = (float) random.nextGaussian();
            weights[1] = -weights[0];
        }
        return model.layer("GlobalAveragePooling2D", "mean", "{}").layer("Dense", "class", "{\"units\": 2, \"activation\": \"softmax\"}",
                Map.of("kernel", head, "bias", new float[2]));
    }
}
