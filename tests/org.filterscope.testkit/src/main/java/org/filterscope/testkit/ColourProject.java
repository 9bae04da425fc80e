package org.filterscope.testkit;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A complete little project whose every number is known: pictures of red and of green squares on black, and a network with one filter for
 * red, one for green, and one that is dead. Layer {@code colour}: 1 × 1 convolution, ReLU, on 16 × 16 pixels; its first filter is the red
 * value (0 to 1), its second the green value, its third {@code -1 - red} before ReLU.
 */
public final class ColourProject {
    public static final int SIDE = 16;
    public static final int SQUARE = 4;

    private ColourProject() {
    }

    /**
     * Writes {@code model.h5}, {@code labels.txt}, {@code pictures/red|green/….png} and {@code colours.filterscope} into a folder.
     *
     * @param perClass how many pictures each class gets; the square of picture i is at row i mod 12, column 2 i mod 12
     * @return the configuration
     */
    public static Path write(final Path folder, final int perClass) throws IOException {
        Files.createDirectories(folder);
        model().write(folder.resolve("model.h5"));
        Files.writeString(folder.resolve("labels.txt"), "red\ngreen\n");
        for (int i = 0; i < perClass; i++) {
            final int top = i % (SIDE - SQUARE);
            final int left = 2 * i % (SIDE - SQUARE);
            Pictures.square(folder.resolve("pictures/red/%03d.png".formatted(i)), SIDE, Color.BLACK, Color.RED, top, left, SQUARE);
            Pictures.square(folder.resolve("pictures/green/%03d.png".formatted(i)), SIDE, Color.BLACK, Color.GREEN, top, left, SQUARE);
        }
        final Path configuration = folder.resolve("colours.filterscope");
        Files.writeString(configuration, """
                model: model.h5
                labels: labels.txt
                input: { scale: 0.00392156862745098 }
                images: { folder: pictures }
                layers: [colour]
                filters: { top: 3 }
                output: report
                """);
        return configuration;
    }

    private static KerasModel model() {
        // [row, col, channel, filter]
        final float[][][][] kernel = {{{{1, 0, -1}, {0, 1, 0}, {0, 0, 0}}}};
        final float[][] head = {{100, 0}, {0, 100}, {0, 0}};
        return new KerasModel().input(SIDE, SIDE, 3)
                .layer("Conv2D", "colour", "{\"filters\": 3, \"kernel_size\": [1, 1], \"activation\": \"relu\"}",
                        arrays(kernel, new float[] {0, 0, -1}))
                .layer("GlobalAveragePooling2D", "mean", "{}")
                .layer("Dense", "class", "{\"units\": 2, \"activation\": \"softmax\"}", arrays(head, new float[2]));
    }

    private static Map<String, Object> arrays(final Object kernel, final float[] bias) {
        final Map<String, Object> arrays = new LinkedHashMap<>();
        arrays.put("kernel", kernel);
        arrays.put("bias", bias);
        return arrays;
    }

    /** Writes the project into the folder given as the only argument. */
    public static void main(final String... arguments) throws IOException {
        write(Path.of(arguments[0]), 12);
    }
}
