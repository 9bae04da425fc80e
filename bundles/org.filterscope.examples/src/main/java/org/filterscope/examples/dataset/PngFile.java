package org.filterscope.examples.dataset;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

import org.filterscope.examples.render.LabelMap;
import org.filterscope.examples.render.RgbImage;

/**
 * Writes PNG files. Their pixels are the same everywhere; how well they are compressed depends on the Java runtime's zlib, so checksums are
 * taken of pixels, not of files.
 */
final class PngFile {

    private PngFile() {
    }

    static void write(final Path file, final RgbImage image) throws IOException {
        final BufferedImage buffer = new BufferedImage(image.size(), image.size(), BufferedImage.TYPE_3BYTE_BGR);
        final byte[] bgr = ((DataBufferByte) buffer.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < bgr.length; i += 3) {
            bgr[i] = image.bytes()[i + 2];
            bgr[i + 1] = image.bytes()[i + 1];
            bgr[i + 2] = image.bytes()[i];
        }
        write(file, buffer);
    }

    /** One byte a pixel: the concept's number. */
    static void write(final Path file, final LabelMap labels) throws IOException {
        final BufferedImage buffer = new BufferedImage(labels.size(), labels.size(), BufferedImage.TYPE_BYTE_GRAY);
        // The raster, because setting colours would go through a colour profile.
        buffer.getRaster().setDataElements(0, 0, labels.size(), labels.size(), labels.numbers());
        write(file, buffer);
    }

    private static void write(final Path file, final BufferedImage image) throws IOException {
        Files.createDirectories(file.getParent());
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException(file + ": this Java runtime cannot write PNG");
        }
    }
}
