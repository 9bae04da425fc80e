package org.filterscope.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import org.filterscope.engine.picture.PictureDecoder;
import org.filterscope.fuzz.seed.PictureSeeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that somebody has made to do harm. */
class HostilePicturesTest {
    private static final int WIDE = 60_000;
    /** A picture of so many pixels is read, if its file is large enough to hold them. */
    private static final int ALLOWED = 9_000;

    @TempDir
    Path folder;

    @Test
    void aHeaderOfThousandsOfMegapixelsIsRefusedBeforeAnythingIsAllocated() throws Exception {
        refused(png(WIDE), "wide.png").saying("60000 × 60000 pixels; at most 100 million can be read").within(4);
        refused(jpeg(PictureSeeds.jpeg().get(0), WIDE), "wide.jpg").saying("60000 × 60000 pixels").within(4);
        refused(gif(WIDE), "wide.gif").saying("60000 × 60000 pixels").within(4);
        // Java's reader refuses more pixels than it can count in 32 bits.
        refused(bmp(WIDE), "wide.bmp").within(4);
        refused(bmp(20_000), "wide.bmp").saying("20000 × 20000 pixels").within(4);
        refused(tiff(WIDE), "wide.tif").saying("60000 × 60000 pixels").within(4);
        refused(webp(16_383), "wide.webp").saying("16383 × 16383 pixels").within(4);
    }

    /** 81 million pixels are allowed, but not in 500 bytes. */
    @Test
    void aHeaderOfMorePixelsThanTheFileCanHoldIsRefusedBeforeAnythingIsAllocated() throws Exception {
        final String reason = "more than a file of";
        refused(png(ALLOWED), "large.png").saying(reason).within(4);
        refused(jpeg(PictureSeeds.jpeg().get(0), ALLOWED), "large.jpg").saying(reason).within(4);
        refused(gif(ALLOWED), "large.gif").saying(reason).within(4);
        refused(bmp(ALLOWED), "large.bmp").saying(reason).within(4);
    }

    /** Each scan goes over all pixels again: a megabyte of empty scans would take an hour. */
    @Test
    void aJpegOfThousandsOfScansIsRefusedBeforeTheyAreRead() throws Exception {
        final byte[] whole = jpeg(PictureSeeds.jpeg().get(1), 4000);
        int last = 0;
        for (int i = 0; i + 1 < whole.length; i++) {
            last = (whole[i] & 0xff) == 0xff && (whole[i + 1] & 0xff) == 0xda ? i : last;
        }
        final ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(whole, 0, last);
        for (int i = 0; i < 5000; i++) {
            many.write(whole, last, whole.length - 2 - last);
        }
        many.write(whole, whole.length - 2, 2);
        final Path file = Files.write(folder.resolve("scans.jpg"), many.toByteArray());
        Refusal.of(file, () -> new PictureDecoder().read(file)).saying("more than 64 scans").within(16);
    }

    /** Its header says 2000 × 2000, which is fine, and its data inflate to 500 MB. */
    @Test
    void pixelsBehindThePictureAreNotUnpacked() throws Exception {
        final byte[] picture = PictureSeeds.png().get(0);
        final byte[] zeros = new byte[1 << 20];
        final ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(data)) {
            for (int i = 0; i < 500; i++) {
                deflater.write(zeros);
            }
        }
        final ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(picture, 0, 33);
        chunk(file, "IDAT", data.toByteArray());
        chunk(file, "IEND", new byte[0]);
        final Path path = Files.write(folder.resolve("long.png"), file.toByteArray());
        assertThat(new PictureDecoder().read(path).rows()).isEqualTo(18);
    }

    private Refusal refused(final byte[] bytes, final String name) throws Exception {
        final Path file = Files.write(folder.resolve(name), bytes);
        Refusal.of(file, () -> new PictureDecoder().check(file));
        return Refusal.of(file, () -> new PictureDecoder().read(file));
    }

    private static byte[] png(final int side) {
        final ByteBuffer png = ByteBuffer.wrap(PictureSeeds.png().get(0).clone());
        png.putInt(16, side).putInt(20, side);
        final CRC32 checksum = new CRC32();
        checksum.update(png.array(), 12, 17);
        return png.putInt(29, (int) checksum.getValue()).array();
    }

    private static void chunk(final ByteArrayOutputStream file, final String name, final byte[] content) {
        final byte[] chunk = ByteBuffer.allocate(4 + content.length).put(name.getBytes(StandardCharsets.US_ASCII)).put(content).array();
        final CRC32 checksum = new CRC32();
        checksum.update(chunk);
        file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        file.writeBytes(chunk);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    private static byte[] jpeg(final byte[] whole, final int side) {
        final ByteBuffer jpeg = ByteBuffer.wrap(whole.clone());
        for (int at = 2; at + 9 < jpeg.limit(); at += 2 + Short.toUnsignedInt(jpeg.getShort(at + 2))) {
            final int marker = jpeg.get(at + 1) & 0xff;
            if (marker >= 0xc0 && marker <= 0xc2) {
                return jpeg.putShort(at + 5, (short) side).putShort(at + 7, (short) side).array();
            }
        }
        throw new AssertionError("no frame");
    }

    private static byte[] gif(final int side) {
        return ByteBuffer.wrap(PictureSeeds.gif().get(0).clone()).order(ByteOrder.LITTLE_ENDIAN).putShort(6, (short) side).putShort(8, (short) side)
                .array();
    }

    private static byte[] bmp(final int side) {
        return ByteBuffer.wrap(PictureSeeds.bmp().get(2).clone()).order(ByteOrder.LITTLE_ENDIAN).putInt(18, side).putInt(22, side).array();
    }

    private static byte[] tiff(final int side) {
        final ByteBuffer tiff = ByteBuffer.wrap(PictureSeeds.tiff().get(1).clone());
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        final int directory = tiff.getInt(4);
        for (int entry = 0; entry < tiff.getShort(directory); entry++) {
            final int at = directory + 2 + 12 * entry;
            if (tiff.getShort(at) == 256 || tiff.getShort(at) == 257) {
                tiff.putShort(at + 2, (short) 4).putInt(at + 8, side);
            }
        }
        return tiff.array();
    }

    private static byte[] webp(final int side) {
        final byte[] webp = PictureSeeds.webp().get(0).clone();
        ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putShort(26, (short) side).putShort(28, (short) side);
        return Arrays.copyOf(webp, webp.length);
    }
}
