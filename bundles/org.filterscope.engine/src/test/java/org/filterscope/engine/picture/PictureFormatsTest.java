package org.filterscope.engine.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.filterscope.core.picture.Orientation;

class PictureFormatsTest {
    private static final int ROWS = 5;
    private static final int COLS = 9;
    private static final int VALUE = 100;

    private final PictureDecoder decoder = new PictureDecoder();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif", "tiff"})
    void theSamePictureIsReadFromEveryFormat(final String format) throws Exception {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image(pattern()), format, bytes)).isTrue();
        assertThat(reds(read(bytes.toByteArray()))).containsExactly(expected());
    }

    @Test
    void theSamePictureIsReadFromALosslessWebp() throws Exception {
        assertThat(reds(read(WebpFile.simple(ROWS, COLS, VALUE, pattern())))).containsExactly(expected());
    }

    /** 16 × 16 pixels, the left half 200, the right half 40, written by libwebp 1.6 (lossy, quality 100), which reads the same from it. */
    @Test
    void aLossyWebpOfGreysIsReadAsItsLibraryDoes() throws Exception {
        final Picture picture = read(HexFormat.of().parseHex("524946462a00000057454250565038201e000000"
                + "3001009d012a1000100000000025a400037000fef2c1fffff7d6f8000000"));
        final int[] row = new int[16];
        Arrays.fill(row, 0, 8, 200);
        Arrays.fill(row, 8, 16, 40);
        for (int r = 0; r < 16; r++) {
            assertThat(Arrays.copyOfRange(reds(picture), 16 * r, 16 * r + 16)).containsExactly(row);
        }
    }

    @Test
    void aJpegIsReadWithinItsOwnLosses() throws Exception {
        for (final byte[] jpeg : new byte[][] {JpegFile.of(even(70)), JpegFile.progressive(even(70))}) {
            assertThat(reds(read(jpeg))).containsOnly(70);
        }
    }

    @Test
    void theContentDecidesAndNotTheName() throws Exception {
        final Path file = Files.write(folder.resolve("picture.jpg"), WebpFile.simple(ROWS, COLS, VALUE, pattern()));
        decoder.check(file);
        assertThat(reds(decoder.read(file))).containsExactly(expected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "tiff"})
    void ofSeveralPagesOrFramesTheFirstIsTaken(final String format) throws Exception {
        final ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            writer.writeToSequence(new IIOImage(image(pattern()), null, null), null);
            writer.writeToSequence(new IIOImage(even(1), null, null), null);
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        assertThat(reds(read(bytes.toByteArray()))).containsExactly(expected());
    }

    @Test
    void theFirstFrameOfAWebpLiesOnABlackCanvas() throws Exception {
        final BitSet all = new BitSet();
        all.set(0, 24);
        final byte[] animated = WebpFile.riff(WebpFile.canvas(2, 8, 10), WebpFile.chunk("ANIM", new byte[6]),
                WebpFile.frame(2, 4, 4, 6, WebpFile.coded(4, 6, VALUE, all)), WebpFile.frame(0, 0, 4, 6, WebpFile.coded(4, 6, 7, all)));
        final int[] reds = reds(read(animated));
        for (int i = 0; i < 80; i++) {
            final boolean inside = i / 10 >= 2 && i / 10 < 6 && i % 10 >= 4;
            assertThat(reds[i]).as("pixel %d", i).isEqualTo(inside ? VALUE : 0);
        }
    }

    /** The Python Imaging Library: around a frame smaller than the screen lies the transparent colour, without one the palette's first. */
    @Test
    void theFirstFrameOfAGifLiesOnItsGround() throws Exception {
        assertThat(Arrays.copyOf(reds(read(gif(-1))), 8)).containsExactly(10, 10, 10, 10, 10, 10, 10, 40);
        assertThat(Arrays.copyOf(reds(read(gif(3))), 8)).containsExactly(100, 100, 100, 100, 100, 100, 100, 40);
    }

    @Test
    void turnedPicturesAreReadUpright() throws Exception {
        final byte[] camera = camera(6);
        final byte[] named = ByteBuffer.allocate(camera.length + 6).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(camera).array();
        final BitSet first = new BitSet();
        first.set(0);
        final byte[] coded = WebpFile.coded(4, 8, VALUE, first);
        final byte[] grey = new byte[32];
        grey[0] = VALUE;
        for (final byte[] file : new byte[][] {WebpFile.riff(WebpFile.canvas(8, 4, 8), coded, WebpFile.chunk("EXIF", camera)),
                WebpFile.riff(WebpFile.canvas(8, 4, 8), coded, WebpFile.chunk("EXIF", named)),
                new TiffFile(TiffFile.BLACK_IS_ZERO, 4, 8, 8, 1, grey).tag(Orientation.TAG, 6).bytes()}) {
            final Picture picture = read(file);
            assertThat(picture.rows()).isEqualTo(8);
            assertThat(reds(picture)[3]).isEqualTo(VALUE);
            assertThat(Arrays.stream(reds(picture)).sum()).isEqualTo(VALUE);
        }
        final BufferedImage halves = even(0);
        halves.createGraphics().fillRect(0, 0, 8, 8);
        final Picture jpeg = read(JpegFile.with(JpegFile.of(halves), JpegFile.CAMERA, named));
        assertThat(jpeg.rows()).isEqualTo(16);
        assertThat(reds(jpeg)[0]).isGreaterThan(240);
        assertThat(reds(jpeg)[15 * 8]).isLessThan(15);
    }

    @Test
    void brokenCameraDataAreNoReasonToRefuseAPicture() throws Exception {
        final byte[] endless = "Exif\0\0II*\0\u00ff\u00ff\u00ff\u007f".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(reds(read(JpegFile.with(JpegFile.of(even(70)), JpegFile.CAMERA, endless)))).containsOnly(70);
    }

    private Picture read(final byte[] bytes) throws Exception {
        final Path file = Files.write(folder.resolve("picture"), bytes);
        decoder.check(file);
        return decoder.read(file);
    }

    /** Camera data with nothing but the orientation: the first directory of a TIFF file. */
    private static byte[] camera(final int orientation) {
        return ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN).put(new byte[] {'I', 'I', 42, 0}).putInt(8).putShort((short) 1)
                .putShort((short) Orientation.TAG).putShort((short) 3).putInt(1).putInt(orientation).putInt(0).array();
    }

    /** A screen of 6 × 6 pixels; on it, from row 1 and column 1, 4 × 4 pixels of the second of four colours. */
    private static byte[] gif(final int transparent) {
        final ByteBuffer gif = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN).put("GIF89a".getBytes(StandardCharsets.US_ASCII));
        gif.putShort((short) 6).putShort((short) 6).put(new byte[] {(byte) 0x81, 2, 0});
        gif.put(new byte[] {10, 10, 10, 40, 40, 40, 70, 70, 70, 100, 100, 100});
        if (transparent >= 0) {
            gif.put(new byte[] {0x21, (byte) 0xf9, 4, 1, 0, 0, (byte) transparent, 0});
        }
        gif.put((byte) 0x2c).putShort((short) 1).putShort((short) 1).putShort((short) 4).putShort((short) 4).put(new byte[] {0, 2});
        // Codes of three bits, lowest first: sixteen times "forget all" (4) and the second colour (1), then "end" (5).
        final BitSet codes = new BitSet();
        for (int pixel = 0; pixel < 16; pixel++) {
            codes.set(6 * pixel + 2);
            codes.set(6 * pixel + 3);
        }
        codes.set(96);
        codes.set(98);
        gif.put((byte) 13).put(codes.toByteArray()).put((byte) 0).put((byte) ';');
        return Arrays.copyOf(gif.array(), gif.position());
    }

    /** No symmetry: an F. */
    private static BitSet pattern() {
        final BitSet pattern = new BitSet();
        pattern.set(2, 7);
        pattern.set(2 + COLS);
        pattern.set(2 + 2 * COLS, 5 + 2 * COLS);
        pattern.set(2 + 3 * COLS);
        pattern.set(2 + 4 * COLS);
        return pattern;
    }

    private static int[] expected() {
        final int[] expected = new int[ROWS * COLS];
        pattern().stream().forEach(i -> expected[i] = VALUE);
        return expected;
    }

    private static BufferedImage image(final BitSet set) {
        final BufferedImage image = new BufferedImage(COLS, ROWS, BufferedImage.TYPE_3BYTE_BGR);
        set.stream().forEach(i -> image.setRGB(i % COLS, i / COLS, VALUE * 0x10101));
        return image;
    }

    private static BufferedImage even(final int value) {
        final BufferedImage image = new BufferedImage(16, 8, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 16 * 8; i++) {
            image.setRGB(i % 16, i / 16, value * 0x10101);
        }
        return image;
    }

    private static int[] reds(final Picture picture) {
        final int[] reds = new int[picture.rows() * picture.cols()];
        for (int i = 0; i < reds.length; i++) {
            reds[i] = picture.values()[3 * i] & 0xff;
            assertThat(picture.values()[3 * i + 2] & 0xff).isEqualTo(reds[i]);
        }
        return reds;
    }
}
