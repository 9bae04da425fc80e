package org.filterscope.testkit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/** Makes small pictures. */
public final class Pictures {

    private Pictures() {
    }

    /** A PNG of one colour with a square of another. */
    public static Path square(final Path file, final int side, final Color ground, final Color square, final int top, final int left,
            final int size) throws IOException {
        final BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = image.createGraphics();
        graphics.setColor(ground);
        graphics.fillRect(0, 0, side, side);
        graphics.setColor(square);
        graphics.fillRect(left, top, size, size);
        graphics.dispose();
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
