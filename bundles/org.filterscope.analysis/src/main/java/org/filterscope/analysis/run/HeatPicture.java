package org.filterscope.analysis.run;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.filterscope.analysis.attribution.HeatMap;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.trace.HeatColours;
import org.filterscope.engine.picture.JavaImageCodecs;
import org.filterscope.engine.picture.Picture;

/** A heat map over its picture, half and half: bright is hot; what speaks against the class is blue. */
final class HeatPicture {
    private static final int WHITE = 0xffffff;
    private static final int BLACK = 0;

    private HeatPicture() {
    }

    /** @param picture as the network sees it; @param box drawn in white within black, so that it shows on any ground */
    static void write(final Path file, final Picture picture, final HeatMap heat, final Optional<PixelBox> box) throws IOException {
        final BufferedImage image = new BufferedImage(heat.cols(), heat.rows(), BufferedImage.TYPE_INT_RGB);
        double largest = 0;
        for (final float value : heat.values()) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < heat.values().length; i++) {
            image.setRGB(i % heat.cols(), i / heat.cols(), mixed(picture, i, HeatColours.of(largest > 0 ? heat.values()[i] / largest : 0)));
        }
        box.ifPresent(around -> {
            outline(image, around, 0, BLACK);
            outline(image, around, 1, WHITE);
            outline(image, around, 2, BLACK);
        });
        save(image, file);
    }

    private static int mixed(final Picture picture, final int pixel, final int colour) {
        int mixed = 0;
        for (int i = 0; i < 3; i++) {
            final int over = colour >> 8 * (2 - i) & 0xff;
            mixed = mixed << 8 | ((picture.values()[pixel * 3 + i] & 0xff) + over + 1) / 2;
        }
        return mixed;
    }

    private static void outline(final BufferedImage image, final PixelBox box, final int inset, final int colour) {
        final int top = box.top() + inset;
        final int left = box.left() + inset;
        final int bottom = box.bottom() - 1 - inset;
        final int right = box.right() - 1 - inset;
        for (int row = top; row <= bottom; row++) {
            for (int col = left; col <= right; col++) {
                if (row == top || row == bottom || col == left || col == right) {
                    image.setRGB(col, row, colour);
                }
            }
        }
    }

    private static void save(final BufferedImage image, final Path file) throws IOException {
        final Path unfinished = file.resolveSibling(".%s.%x.partial".formatted(file.getFileName(), System.nanoTime()));
        try {
            final ImageWriter writer = JavaImageCodecs.writer("png");
            try (OutputStream out = Files.newOutputStream(unfinished); ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
                writer.setOutput(stream);
                writer.write(image);
            } finally {
                writer.dispose();
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
