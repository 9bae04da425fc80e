package org.filterscope.analysis.run;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.examples.networks.ExampleNetwork;
import org.filterscope.examples.render.RgbImage;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.World;
import org.filterscope.examples.world.WorldPicture;

/** An example network with pictures in class folders. */
final class FixProject {
    private static final int SIDE = 64;

    private FixProject() {
    }

    /** @param plants of the pictures; the network has what it was trained with */
    static DiagnosisConfiguration write(final Path folder, final ExampleNetwork network, final Plants plants, final long seed, final int pictures)
            throws Exception {
        Files.createDirectories(folder);
        try (InputStream stream = network.open()) {
            Files.copy(stream, folder.resolve("model.zip"));
        }
        Files.write(folder.resolve("labels.txt"), network.classes());
        final World world = network.subject().world(seed, plants);
        for (int i = 0; i < pictures; i++) {
            final WorldPicture picture = world.picture(Split.TEST, i, SIDE);
            write(folder.resolve("pictures/%s/%04d.png".formatted(picture.trueLabel(), i)), picture.rendering().image());
        }
        return new ConfigurationReader().read(Files.writeString(folder.resolve("fix.filterscope"), """
                model: model.zip
                labels: labels.txt
                input: { size: [64, 64], scale: 0.00392156862745098 }
                images: { folder: pictures }
                layers: [conv1]
                output: report
                """));
    }

    private static void write(final Path file, final RgbImage image) throws IOException {
        final BufferedImage png = new BufferedImage(image.size(), image.size(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < image.size(); row++) {
            for (int col = 0; col < image.size(); col++) {
                png.setRGB(col, row, image.value(row, col, 0) << 16 | image.value(row, col, 1) << 8 | image.value(row, col, 2));
            }
        }
        Files.createDirectories(file.getParent());
        ImageIO.write(png, "png", file.toFile());
    }
}
