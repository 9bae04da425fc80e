package org.filterscope.engine.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
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
        assertRefused(Files.writeString(folder.resolve("text.jpg"), "this is a text"),
                "is not a picture; expected JPEG, PNG, BMP, GIF, TIFF or WebP");
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
        for (final String format : new String[] {"jpg", "png", "bmp", "gif", "tiff"}) {
            assertCutIsRefused(Files.readAllBytes(write(converted(noise, format), format, "whole." + format)), "cut." + format);
        }
        final byte[] progressive = JpegFile.progressive(noise);
        assertCutIsRefused(progressive, "cut-progressive.jpg");
        final int lastScan = IntStream.range(0, progressive.length - 1).filter(i -> progressive[i] == -1 && (progressive[i + 1] & 0xff) == 0xda)
                .max().orElseThrow();
        final Path blurred = Files.write(folder.resolve("blurred.jpg"), Arrays.copyOf(progressive, lastScan));
        assertThatThrownBy(() -> decoder.read(blurred)).hasMessageContaining("blurred.jpg").hasMessageContaining("the file ends too early");
        assertCutIsRefused(WebpFile.simple(64, 64, 100, new BitSet()), "cut.webp");
    }

    /** Java writes no GIF of more than 256 colours. */
    private static BufferedImage converted(final BufferedImage image, final String format) {
        if (!"gif".equals(format)) {
            return image;
        }
        final BufferedImage indexed = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED);
        indexed.createGraphics().drawImage(image, 0, 0, null);
        return indexed;
    }

    private void assertCutIsRefused(final byte[] whole, final String name) throws Exception {
        decoder.decode(folder.resolve(name), whole);
        for (int quarters = 0; quarters < 4; quarters++) {
            final Path cut = Files.write(folder.resolve(name), Arrays.copyOf(whole, whole.length * quarters / 4));
            assertThatThrownBy(() -> decoder.read(cut)).as("%d quarters", quarters).isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(name);
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

    @Test
    void giantsOfEveryFormatAreRefusedByTheirHeaders() throws Exception {
        final BufferedImage small = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_BINARY);
        final ByteBuffer bmp = ByteBuffer.wrap(Files.readAllBytes(write(small, "bmp", "small.bmp"))).order(ByteOrder.LITTLE_ENDIAN);
        assertGiantIsRefused("giant.bmp", bmp.putInt(18, 20000).putInt(22, 20000).array());
        final ByteBuffer gif = ByteBuffer.wrap(Files.readAllBytes(write(small, "gif", "small.gif"))).order(ByteOrder.LITTLE_ENDIAN);
        assertGiantIsRefused("giant.gif", gif.putShort(6, (short) 60000).putShort(8, (short) 60000).array());
        final byte[] jpeg = JpegFile.of(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY));
        final int frame = IntStream.range(0, jpeg.length).filter(i -> jpeg[i] == -1 && (jpeg[i + 1] & 0xff) == 0xc0).findFirst().orElseThrow();
        assertGiantIsRefused("giant.jpg", ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 60000).putShort(frame + 7, (short) 60000).array());
        assertGiantIsRefused("giant.tif", tiff().tag(TiffFile.WIDTH, 60000).tag(TiffFile.HEIGHT, 60000).bytes());
        final byte[] webp = WebpFile.coded(8, 8, 1, new BitSet());
        ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(9, 0x0fffffff);
        assertGiantIsRefused("giant.webp", WebpFile.riff(webp));
        assertRefused(Files.write(folder.resolve("inside.webp"), WebpFile.riff(WebpFile.canvas(0, 8, 8), webp)),
                "a picture of 16384 × 16384 pixels on a canvas of 8 × 8");
    }

    /** What decides how much is allocated must not be more than the file can hold or a picture can need. */
    @Test
    void aTiffThatAsksForTooMuchIsRefused() throws Exception {
        assertTiffIsRefused("strips", tiff().tag(TiffFile.STRIP_OFFSETS, new long[(1 << 20) + 1]), "1048577 strips or tiles; expected 1 to");
        final byte[] one = claiming(1 << 28, 330);
        assertRefused(Files.write(folder.resolve("one.tif"), one), "entries of its directory claim more bytes than the file has");
        final byte[] two = claiming(one.length / 4 * 2 / 3, 330, 331);
        assertRefused(Files.write(folder.resolve("two.tif"), two), "entries of its directory claim more bytes than the file has");
        assertTiffIsRefused("outside", tiff().tag(TiffFile.STRIP_LENGTHS, 1000), "the file ends too early");
        assertTiffIsRefused("samples", tiff().tag(TiffFile.SAMPLES, 60000), "60000 numbers a pixel; expected 1 to 6");
        assertTiffIsRefused("float", tiff().tag(TiffFile.BITS, 32).tag(TiffFile.SAMPLE_FORMAT, 3),
                "floating-point numbers of 32 bits; expected whole numbers");
        assertTiffIsRefused("tiles", tiff().tag(322, 1 << 30).tag(323, 16), "strips or tiles of 1073741824 pixels");
        assertTiffIsRefused("withdrawn", tiff().tag(TiffFile.COMPRESSION, 6), "JPEG compression of TIFF 6.0");
        assertTiffIsRefused("sizeless", tiff().tag(TiffFile.WIDTH), "no size in its first directory");
    }

    /** A TIFF file with entries of four bytes a value that all start at its eighth byte. */
    private static byte[] claiming(final int values, final int... tags) {
        final TiffFile tiff = tiff();
        for (final int tag : tags) {
            tiff.tag(tag, 0, 0);
        }
        final byte[] bytes = tiff.bytes();
        final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (final int tag : tags) {
            final int entry = IntStream.range(0, bytes.length - 4).filter(i -> buffer.getInt(i) == (4 << 16 | tag)).findFirst().orElseThrow();
            buffer.putInt(entry + 4, values).putInt(entry + 8, 8);
        }
        return bytes;
    }

    @Test
    void aTiffWhoseDirectoriesGoInCirclesIsReadOnce() throws Exception {
        final Path circle = Files.write(folder.resolve("circle.tif"), tiff().bytes(8 + 64));
        decoder.check(circle);
        assertThat(decoder.read(circle).rows()).isEqualTo(8);
    }

    @Test
    void aStripThatIsALargerJpegThanItsPlaceIsRefused() throws Exception {
        final byte[] jpeg = JpegFile.of(new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY));
        final Path file = Files.write(folder.resolve("jpeg.tif"), new TiffFile(TiffFile.BLACK_IS_ZERO, 8, 8, 8, 1, jpeg)
                .tag(TiffFile.COMPRESSION, 7).bytes());
        assertThatThrownBy(() -> decoder.read(file)).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a strip or tile of 64 × 64 pixels; expected at most 8 × 8");
    }

    @Test
    void whatIsTooSmallToSeeAnythingIsRefusedInEveryFormat() throws Exception {
        for (final String format : new String[] {"jpg", "bmp", "gif", "tiff"}) {
            assertRefused(write(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY), format, "dot." + format),
                    "has 1 × 1 pixels; at least 4 × 4");
        }
        assertRefused(Files.write(folder.resolve("dot.webp"), WebpFile.simple(1, 1, 1, new BitSet())), "has 1 × 1 pixels; at least 4 × 4");
    }

    @Test
    void kindsOfJpegThatCannotBeReadAreTold() throws Exception {
        final byte[] jpeg = JpegFile.of(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY));
        final int frame = IntStream.range(0, jpeg.length).filter(i -> jpeg[i] == -1 && (jpeg[i + 1] & 0xff) == 0xc0).findFirst().orElseThrow();
        jpeg[frame + 1] = (byte) 0xc3;
        assertRefused(Files.write(folder.resolve("lossless.jpg"), jpeg), "lossless, hierarchical or arithmetic-coded JPEG; expected a baseline");
    }

    /** The decoder would allocate the pixels before it misses them. */
    @Test
    void aPictureOfMorePixelsThanItsFileCanHoldIsRefused() throws Exception {
        for (final String format : new String[] {"png", "jpeg", "gif", "bmp"}) {
            final byte[] small = Files.readAllBytes(write(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_INDEXED), format, "small"));
            assertRefused(Files.write(folder.resolve("empty." + format), wide(format, small)),
                    "more than a file of %d bytes can hold".formatted(small.length));
        }
    }

    /** The same file of 9000 × 9000 pixels by its header. */
    private static byte[] wide(final String format, final byte[] file) {
        final ByteBuffer bytes = ByteBuffer.wrap(file);
        final short side = 9000;
        switch (format) {
            case "png" -> {
                bytes.putInt(16, side).putInt(20, side);
                final CRC32 checksum = new CRC32();
                checksum.update(file, 12, 17);
                bytes.putInt(29, (int) checksum.getValue());
            }
            case "gif" -> bytes.order(ByteOrder.LITTLE_ENDIAN).putShort(6, side).putShort(8, side);
            case "bmp" -> bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(18, side).putInt(22, side).putInt(30, 1);
            default -> {
                final int frame = IntStream.range(0, file.length).filter(i -> file[i] == -1 && (file[i + 1] & 0xff) == 0xc0).findFirst()
                        .orElseThrow();
                bytes.putShort(frame + 5, side).putShort(frame + 7, side);
            }
        }
        return file;
    }

    /** Libraries take the first of two widths, others the last; the size that was checked must be that of the decoder. */
    @Test
    void aTiffOfTwoWidthsIsRefused() throws Exception {
        final byte[] tiff = tiff().tag(254, 9).bytes();
        for (int i = 0; i + 8 < tiff.length; i++) {
            if ((tiff[i] & 0xff) == 254 && tiff[i + 1] == 0 && tiff[i + 2] == 4) {
                tiff[i] = 0;
                tiff[i + 1] = 1;
            }
        }
        assertThatThrownBy(() -> decoder.read(Files.write(folder.resolve("two.tif"), tiff))).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("two.tif").hasMessageContaining("two sizes");
    }

    /** The decoder would make all these codes of the zeros that it takes for what is missing: gigabytes, for minutes. */
    @Test
    void aWebpThatEndsBeforeItsCodesIsRefused() throws Exception {
        final Path file = Files.write(folder.resolve("codes.webp"), WebpFile.withoutItsCodes());
        assertThat(decoder.size(file)).isEqualTo(new PictureSize(16, 16));
        assertThatThrownBy(() -> decoder.read(file)).isInstanceOf(InvalidInputException.class).hasMessageContaining("the file ends too early");
    }

    /** The decoder goes over the whole picture for each of them. */
    @Test
    void aJpegOfThousandsOfScansIsRefused() throws Exception {
        final byte[] whole = JpegFile.progressive(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB));
        assertThat(decoder.read(Files.write(folder.resolve("whole.jpg"), whole)).rows()).isEqualTo(64);
        final int last = IntStream.range(0, whole.length - 1).filter(i -> whole[i] == -1 && (whole[i + 1] & 0xff) == 0xda).max().orElseThrow();
        final ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(whole, 0, last);
        for (int i = 0; i < 5000; i++) {
            many.write(whole, last, whole.length - 2 - last);
        }
        many.write(whole, whole.length - 2, 2);
        assertThatThrownBy(() -> decoder.read(Files.write(folder.resolve("scans.jpg"), many.toByteArray()))).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("more than 64 scans");
    }

    private static TiffFile tiff() {
        return new TiffFile(TiffFile.BLACK_IS_ZERO, 8, 8, 8, 1, new byte[64]);
    }

    private void assertTiffIsRefused(final String name, final TiffFile tiff, final String reason) throws Exception {
        assertRefused(Files.write(folder.resolve(name + ".tif"), tiff.bytes()), reason);
    }

    private void assertGiantIsRefused(final String name, final byte[] giant) throws Exception {
        assertRefused(Files.write(folder.resolve(name), giant), "pixels; at most 100 million can be read");
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
