package org.filterscope.engine.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

/** What becomes of numbers that are not red, green and blue of 8 bits. All pictures here are even, so that JPEG keeps them. */
class PictureColoursTest {
    private static final int SIDE = 8;

    private final PictureDecoder decoder = new PictureDecoder();

    @Test
    void of16BitsTheUpperEightAreKept() throws Exception {
        assertThat(colour(png(ColorSpace.CS_sRGB, false, 0x12ff, 0x3400, 0xffff))).containsExactly(0x12, 0x34, 0xff);
        assertThat(colour(png(ColorSpace.CS_GRAY, false, 0x56ff))).containsExactly(0x56, 0x56, 0x56);
        final byte[] pixels = new byte[SIDE * SIDE * 2];
        for (int i = 0; i < pixels.length; i += 2) {
            pixels[i] = (byte) 0xff;
            pixels[i + 1] = 0x12;
        }
        assertThat(colour(new TiffFile(TiffFile.BLACK_IS_ZERO, SIDE, SIDE, 16, 1, pixels).bytes())).containsExactly(0x12, 0x12, 0x12);
    }

    @Test
    void underTransparencyLiesWhatIsStored() throws Exception {
        assertThat(colour(png(ColorSpace.CS_GRAY, true, 0x5600, 0))).containsExactly(0x56, 0x56, 0x56);
        final byte[] palette = {10, 20, 30};
        final IndexColorModel clear = new IndexColorModel(2, 3, palette, palette, new byte[] {1, 2, 3}, 1);
        final BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY, clear);
        fill(image.getRaster(), 1);
        assertThat(colour(png(image))).containsExactly(20, 20, 2);
        assertThat(colour(tiff(TiffFile.RGB, 200, 100, 50, 0).tag(TiffFile.EXTRA_SAMPLES, 2).bytes())).containsExactly(200, 100, 50);
    }

    /** 200 · 128 / 255 is stored as 100; back it is 100 · 255 / 128, rounded down as the Python Imaging Library does. */
    @Test
    void coloursThatWereMultipliedWithTheAlphaAreDividedByIt() throws Exception {
        assertThat(colour(tiff(TiffFile.RGB, 100, 50, 128, 128).tag(TiffFile.EXTRA_SAMPLES, 1).bytes())).containsExactly(199, 99, 255);
        assertThat(colour(tiff(TiffFile.RGB, 0, 0, 0, 0).tag(TiffFile.EXTRA_SAMPLES, 1).bytes())).containsExactly(0, 0, 0);
    }

    @Test
    void whiteMayBeZero() throws Exception {
        assertThat(colour(tiff(TiffFile.WHITE_IS_ZERO, 55).bytes())).containsExactly(200, 200, 200);
    }

    @Test
    void inksAreFiltersOverWhite() throws Exception {
        final int[] expected = {over(155, 75), over(105, 75), over(55, 75)};
        assertThat(colour(tiff(TiffFile.INKS, 155, 105, 55, 75).bytes())).containsExactly(expected);
        // Adobe stores them inverted in JPEG, and so do all others.
        final byte[] inverted = jpeg(100, 150, 200, 180);
        assertThat(colour(inverted)).containsExactly(expected);
        assertThat(colour(JpegFile.adobe(inverted, 0))).containsExactly(expected);
    }

    /** ITU-T T.871: R = Y + 1.402 (Cr − 128), G = Y − 0.3441 (Cb − 128) − 0.7141 (Cr − 128), B = Y + 1.772 (Cb − 128). */
    @Test
    void inksMayBeStoredAsLumaAndChromas() throws Exception {
        final int[] expected = {over(145, 75), over(77, 75), over(100, 75)};
        assertThat(colour(JpegFile.adobe(jpeg(100, 128, 160, 180), 2))).containsExactly(expected);
    }

    @Test
    void profilesChangeNothing() throws Exception {
        final byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        final BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        fill(image.getRaster(), 100, 100, 100);
        assertThat(colour(JpegFile.with(JpegFile.of(image), JpegFile.PROFILE, profile(linear)))).containsExactly(100, 100, 100);
        final byte[] inks = linear.clone();
        System.arraycopy("CMYK".getBytes(StandardCharsets.US_ASCII), 0, inks, 16, 4);
        final byte[] inverted = JpegFile.adobe(jpeg(100, 150, 200, 180), 0);
        assertThat(colour(JpegFile.with(inverted, JpegFile.PROFILE, profile(inks)))).containsExactly(colour(inverted));
        assertThat(colour(tiff(TiffFile.RGB, 100, 100, 100).tag(34675, bytes(linear)).bytes())).containsExactly(100, 100, 100);
        final byte[] coded = WebpFile.coded(SIDE, SIDE, 100, all());
        assertThat(colour(WebpFile.riff(WebpFile.canvas(0x20, SIDE, SIDE), WebpFile.chunk("ICCP", linear), coded))).containsExactly(100, 100, 100);
    }

    /** Without any segment that tells, three components are luma and chromas, unless they are called R, G and B. */
    @Test
    void aBareJpegIsTakenAsItsOwnLibraryTakesIt() throws Exception {
        final byte[] bare = jpeg(100, 128, 160);
        assertThat(colour(bare)).containsExactly(145, 77, 100);
        final byte[] named = named(bare, 'R', 'G', 'B');
        assertThat(colour(named)).containsExactly(100, 128, 160);
        assertThat(colour(named(bare, 0, 1, 2))).containsExactly(145, 77, 100);
        assertThat(colour(JpegFile.adobe(bare, 0))).containsExactly(100, 128, 160);
    }

    /** What is left of white light behind an ink and black, both 0 to 255. */
    private static int over(final int ink, final int black) {
        return (int) Math.round((255 - ink) * (255 - black) / 255.0);
    }

    private int[] colour(final byte[] file) throws Exception {
        final Picture picture = decoder.decode(Path.of("picture"), file);
        assertThat(picture.rows()).isEqualTo(SIDE);
        final byte[] last = Arrays.copyOfRange(picture.values(), picture.values().length - 3, picture.values().length);
        assertThat(Arrays.copyOf(picture.values(), 3)).containsExactly(last);
        return new int[] {last[0] & 0xff, last[1] & 0xff, last[2] & 0xff};
    }

    private static byte[] png(final int space, final boolean alpha, final int... values) throws Exception {
        final ColorModel model = new ComponentColorModel(ColorSpace.getInstance(space), alpha, false,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        final WritableRaster raster = model.createCompatibleWritableRaster(SIDE, SIDE);
        fill(raster, values);
        return png(new BufferedImage(model, raster, false, null));
    }

    private static byte[] png(final BufferedImage image) throws Exception {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static TiffFile tiff(final int colours, final int... values) {
        final byte[] pixels = new byte[SIDE * SIDE * values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) values[i % values.length];
        }
        return new TiffFile(colours, SIDE, SIDE, 8, values.length, pixels);
    }

    private static byte[] jpeg(final int... values) throws Exception {
        final WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, SIDE, SIDE, values.length, null);
        fill(raster, values);
        return JpegFile.of(raster);
    }

    private static void fill(final WritableRaster raster, final int... values) {
        for (int i = 0; i < SIDE * SIDE; i++) {
            raster.setPixel(i % SIDE, i / SIDE, values);
        }
    }

    private static byte[] profile(final byte[] data) {
        return ByteBuffer.allocate(data.length + 14).put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 1)
                .put(data).array();
    }

    private static long[] bytes(final byte[] data) {
        final long[] words = new long[data.length / 4];
        final ByteBuffer buffer = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.setAll(words, i -> buffer.getInt(4 * i) & 0xffffffffL);
        return words;
    }

    private static BitSet all() {
        final BitSet all = new BitSet();
        all.set(0, SIDE * SIDE);
        return all;
    }

    /** The same JPEG with other names of its components, in its frame and in its scan. */
    private static byte[] named(final byte[] jpeg, final int... names) {
        final byte[] named = jpeg.clone();
        for (int i = 2; i + 1 < named.length; i += 2 + ((named[i + 2] & 0xff) << 8 | named[i + 3] & 0xff)) {
            final int marker = named[i + 1] & 0xff;
            for (int c = 0; c < names.length; c++) {
                if (marker == 0xc0) {
                    named[i + 10 + 3 * c] = (byte) names[c];
                } else if (marker == 0xda) {
                    named[i + 5 + 2 * c] = (byte) names[c];
                }
            }
            if (marker == 0xda) {
                return named;
            }
        }
        throw new IllegalStateException("no scan");
    }
}
