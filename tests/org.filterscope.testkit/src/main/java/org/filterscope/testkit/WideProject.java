package org.filterscope.testkit;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** A project with a network whose only convolution, {@code wide}, has ten thousand filters: each weighs red, green and blue in its own way. */
public final class WideProject {
    public static final int FILTERS = 10_000;
    private static final int SIDE = 8;
    private static final int PER_CLASS = 12;
    private static final long SEED = 4;

    private WideProject() {
    }

    /** Writes an Eclipse project: {@code model.h5}, {@code labels.txt}, {@code pictures/red|green/….png} and {@code many.filterscope}. */
    public static void write(final Path folder) throws IOException {
        Files.createDirectories(folder);
        final Random random = new Random(SEED);
        final float[][][][] kernel = new float[1][1][3][FILTERS];
        final float[][] head = new float[FILTERS][2];
        for (int filter = 0; filter < FILTERS; filter++) {
            for (int color = 0; color < 3; color++) {
                kernel[0][0][color][filter] = (float) random.nextGaussian();
            }
            head[filter][0] = kernel[0][0][0][filter] / FILTERS;
            head[filter][1] = kernel[0][0][1][filter] / FILTERS;
        }
        new KerasModel().input(SIDE, SIDE, 3)
                .layer("Conv2D", "wide", "{\"filters\": %d, \"kernel_size\": [1, 1], \"activation\": \"relu\"}".formatted(FILTERS),
                        arrays(kernel, new float[FILTERS]))
                .layer("GlobalAveragePooling2D", "mean", "{}")
                .layer("Dense", "class", "{\"units\": 2, \"activation\": \"softmax\"}", arrays(head, new float[2]))
                .write(folder.resolve("model.h5"));
        Files.writeString(folder.resolve(".project"), "<projectDescription><name>%s</name></projectDescription>".formatted(folder.getFileName()));
        Files.writeString(folder.resolve("labels.txt"), "red\ngreen\n");
        for (int i = 0; i < PER_CLASS; i++) {
            Pictures.square(folder.resolve("pictures/red/%03d.png".formatted(i)), SIDE, Color.BLACK, Color.RED, i % 5, 2 * i % 5, 3);
            Pictures.square(folder.resolve("pictures/green/%03d.png".formatted(i)), SIDE, Color.BLACK, Color.GREEN, i % 5, 2 * i % 5, 3);
        }
        Files.writeString(folder.resolve("many.filterscope"), """
                model: model.h5
                labels: labels.txt
                input: { scale: 0.00392156862745098 }
                images: { folder: pictures }
                layers: [wide]
                analyses: [filters, classes]
                output: reports/many
                """);
    }

    private static Map<String, Object> arrays(final Object kernel, final float[] bias) {
        final Map<String, Object> arrays = new LinkedHashMap<>();
        arrays.put("kernel", kernel);
        arrays.put("bias", bias);
        return arrays;
    }

    /** Writes the project into the folder given as the only argument. */
    public static void main(final String... arguments) throws IOException {
        write(Path.of(arguments[0]));
    }
}
