package org.filterscope.engine.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.filterscope.core.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureDecoderTest {
    private final PictureDecoder decoder = new PictureDecoder();

    @TempDir
    Path folder;

    /** Java takes greys for linear light and would turn 100 into 167. */
    @Test
    void greysAreTakenAsTheyAreStored() throws Exception {
        final BufferedImage grey = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSample(1, 0, 0, 100);
        final Picture picture = decoder.read(write(grey, "png", "grey.png"));
        assertThat(Arrays.copyOf(picture.values(), 6)).containsExactly(0, 0, 0, 100, 100, 100);
    }

    @Test
    void transparencyIsDropped() throws Exception {
        final BufferedImage clear = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
        clear.setRGB(0, 0, 0x00102030);
        assertThat(Arrays.copyOf(decoder.read(write(clear, "png", "clear.png")).values(), 3)).containsExactly(0x10, 0x20, 0x30);
    }

    @Test
    void whatIsNoPictureIsNamed() throws Exception {
        assertRefused(Files.writeString(folder.resolve("text.jpg"), "this is a text"), "is not a picture; expected JPEG, PNG, BMP, GIF, TIFF or WebP");
        assertRefused(Files.createFile(folder.resolve("empty.png")), "is not a picture");
        Files.createSymbolicLink(folder.resolve("nothing.png"), folder.resolve("nowhere"));
        assertThatThrownBy(() -> decoder.check(folder.resolve("nothing.png"))).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nothing.png: the picture cannot be read: a link to nothing");
        assertRefused(write(new BufferedImage(4, 500, BufferedImage.TYPE_INT_RGB), "png", "strip.png"), "one side may be at most 100 times");
        assertRefused(write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", "dot.png"), "has 1 × 1 pixels; at least 4 × 4");
    }

    @Test
    void aTruncatedPictureIsRefusedAndNotHalfGrey() throws Exception {
        final BufferedImage noise = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 64; i++) {
            noise.setRGB(i % 64, i / 64, i * 0x9E3779B1);
        }
        for (final String format : new String[] {"jpg", "png"}) {
            final byte[] whole = Files.readAllBytes(write(noise, format, "whole." + format));
            final Path cut = Files.write(folder.resolve("cut." + format), Arrays.copyOf(whole, whole.length / 2));
            assertThatThrownBy(() -> decoder.read(cut)).isInstanceOf(InvalidInputException.class).hasMessageContaining("cut." + format);
        }
    }

    /** The header of a PNG of 60000 × 60000 pixels: ten gigabytes that must never be asked for. */
    @Test
    void aGiantIsRefusedByItsHeader() throws Exception {
        final byte[] small = Files.readAllBytes(write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", "small.png"));
        final byte[] giant = small.clone();
        for (final int offset : new int[] {16, 20}) {
            giant[offset + 2] = (byte) (60000 >> 8);
            giant[offset + 3] = (byte) 60000;
        }
        final CRC32 crc = new CRC32();
        crc.update(giant, 12, 17);
        for (int i = 0; i < 4; i++) {
            giant[29 + i] = (byte) (crc.getValue() >> 24 - 8 * i);
        }
        assertRefused(Files.write(folder.resolve("giant.png"), giant), "60000 × 60000 pixels; at most 100 million");
    }

    private void assertRefused(final Path file, final String reason) {
        assertThatThrownBy(() -> decoder.check(file)).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(file.getFileName().toString()).hasMessageContaining(reason);
        assertThatThrownBy(() -> decoder.read(file)).isInstanceOf(InvalidInputException.class).hasMessageContaining(reason);
    }

    private Path write(final BufferedImage image, final String format, final String name) throws Exception {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }
}
