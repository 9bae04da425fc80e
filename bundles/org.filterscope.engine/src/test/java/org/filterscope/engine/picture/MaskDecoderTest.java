package org.filterscope.engine.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.filterscope.core.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskDecoderTest {
    private static final int COLS = 5;
    private static final int ROWS = 4;

    @TempDir
    Path folder;
    private Path picture;

    @BeforeEach
    void writePicture() throws IOException {
        picture = write("picture.png", new BufferedImage(COLS, ROWS, BufferedImage.TYPE_INT_RGB));
    }

    @Test
    void greyLevelsAreIds() throws Exception {
        final BufferedImage mask = new BufferedImage(COLS, ROWS, BufferedImage.TYPE_BYTE_GRAY);
        mask.getRaster().setSample(1, 2, 0, 255);
        mask.getRaster().setSample(4, 3, 0, 7);
        assertIds(mask, 2 * COLS + 1, 255, 3 * COLS + 4, 7);
    }

    /** Their colours do not count, here all the same; nor does it how many bits the file spends on one. */
    @Test
    void indicesOfAPaletteAreIds() throws Exception {
        for (final int bits : new int[] {2, 4, 8}) {
            final byte[] same = new byte[1 << bits];
            final IndexColorModel palette = new IndexColorModel(bits, same.length, same, same, same);
            final BufferedImage mask = new BufferedImage(COLS, ROWS, bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED
                    : BufferedImage.TYPE_BYTE_BINARY, palette);
            mask.getRaster().setSample(0, 1, 0, 3);
            mask.getRaster().setSample(4, 1, 0, 2);
            assertIds(mask, COLS, 3, COLS + 4, 2);
        }
    }

    @Test
    void otherKindsOfPixelsAreRefused() throws Exception {
        refused(new BufferedImage(COLS, ROWS, BufferedImage.TYPE_INT_RGB), "the mask has colours; expected a PNG file with one byte a pixel");
        refused(new BufferedImage(COLS, ROWS, BufferedImage.TYPE_INT_ARGB), "the mask has colours with transparency");
        refused(new BufferedImage(COLS, ROWS, BufferedImage.TYPE_USHORT_GRAY), "the mask has grey levels of 16 bits");
        refused(new BufferedImage(COLS, ROWS + 1, BufferedImage.TYPE_BYTE_GRAY), "the mask has 5 × 5 pixels; expected the size of its picture",
                "5 × 4");
        final Path text = Files.writeString(folder.resolve("text.png"), "no picture at all, but long enough");
        assertThatThrownBy(() -> new MaskDecoder().check(text, picture)).isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("text.png", "not a PNG file");
    }

    @Test
    void aDamagedFileIsTold() throws Exception {
        final byte[] bytes = Files.readAllBytes(write("mask.png", new BufferedImage(COLS, ROWS, BufferedImage.TYPE_BYTE_GRAY)));
        final Path half = Files.write(folder.resolve("half.png"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> new MaskDecoder().read(half, picture)).isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("half.png", "damaged");
        assertThatThrownBy(() -> new MaskDecoder().check(folder.resolve("none.png"), picture)).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none.png");
    }

    /** The camera turned the picture by a quarter: a mask of the stored size is turned too, one of the upright size lies right already. */
    @Test
    void aMaskOfTheStoredSizeIsTurnedWithItsPicture() throws Exception {
        final Path turned = Files.write(folder.resolve("turned.jpg"), turned());
        final BufferedImage stored = new BufferedImage(COLS, ROWS, BufferedImage.TYPE_BYTE_GRAY);
        stored.getRaster().setSample(0, 0, 0, 9);
        final Mask upright = new MaskDecoder().read(write("stored.png", stored), turned);
        assertThat(upright.rows()).isEqualTo(COLS);
        assertThat(upright.id(0, ROWS - 1)).isEqualTo((short) 9);
        final BufferedImage right = new BufferedImage(ROWS, COLS, BufferedImage.TYPE_BYTE_GRAY);
        right.getRaster().setSample(0, 0, 0, 9);
        assertThat(new MaskDecoder().read(write("right.png", right), turned).id(0, 0)).isEqualTo((short) 9);
    }

    /** Orientation 6: the first stored row is the right-hand side. */
    private static byte[] turned() throws IOException {
        final ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(COLS, ROWS, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        final byte[] plain = jpeg.toByteArray();
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, 2);
        bytes.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0,
                0, 1, 0, 6, 0, 0, 0, 0, 0, 0});
        bytes.write(plain, 2, plain.length - 2);
        return bytes.toByteArray();
    }

    private void assertIds(final BufferedImage image, final int first, final int firstId, final int second, final int secondId) throws Exception {
        final byte[] expected = new byte[ROWS * COLS];
        expected[first] = (byte) firstId;
        expected[second] = (byte) secondId;
        final Path file = write("mask.png", image);
        new MaskDecoder().check(file, picture);
        final Mask mask = new MaskDecoder().read(file, picture);
        assertThat(mask.rows()).isEqualTo(ROWS);
        assertThat(mask.ids()).containsExactly(expected);
    }

    private void refused(final BufferedImage image, final String... words) throws IOException {
        final Path file = write("mask.png", image);
        assertThatThrownBy(() -> new MaskDecoder().check(file, picture)).isInstanceOf(InvalidInputException.class).hasMessageContaining("mask.png")
                .hasMessageContainingAll(words);
        assertThatThrownBy(() -> new MaskDecoder().read(file, picture)).isInstanceOf(InvalidInputException.class);
    }

    private Path write(final String name, final BufferedImage image) throws IOException {
        final Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
