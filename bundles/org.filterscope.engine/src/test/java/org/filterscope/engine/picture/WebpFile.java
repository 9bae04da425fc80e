package org.filterscope.engine.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Writes lossless WebP files after the letter of RFC 9649: no transforms, no colour cache, and codes of one or two symbols, so that a pixel of
 * two possible values costs one bit.
 */
final class WebpFile {
    private final BitSet bits = new BitSet();
    private int length;

    private WebpFile() {
    }

    /** A whole file without extended header: grey pixels, black (0) but for those that are set, which have the value. */
    static byte[] simple(final int rows, final int cols, final int value, final BitSet set) {
        return riff(coded(rows, cols, value, set));
    }

    /** The chunk {@code VP8L}. */
    static byte[] coded(final int rows, final int cols, final int value, final BitSet set) {
        final WebpFile file = new WebpFile();
        file.put(0x2f, 8).put(cols - 1, 14).put(rows - 1, 14).put(0, 4);
        file.put(0, 3);
        for (int colour = 0; colour < 3; colour++) {
            file.put(0b111, 3).put(0, 8).put(value, 8);
        }
        file.put(0b101, 3).put(255, 8);
        file.put(0b101, 3).put(0, 8);
        for (int i = 0; i < rows * cols; i++) {
            file.put(set.get(i) ? 0b111 : 0, 3);
        }
        return chunk("VP8L", ByteBuffer.allocate((file.length + 7) / 8).put(file.bits.toByteArray()).array());
    }

    /** A whole file that ends where the first of 65,536 groups of codes would have to be. */
    static byte[] withoutItsCodes() {
        final WebpFile file = new WebpFile();
        file.put(0x2f, 8).put(15, 14).put(15, 14).put(0, 4);
        // No transform; a colour cache of 11 bits; groups of codes, told by an image of one colour, 255 in red and green.
        file.put(0, 1).put(1, 1).put(11, 4).put(1, 1).put(0, 3).put(0, 1);
        for (int code = 0; code < 5; code++) {
            file.put(0b101, 3).put(255, 8);
        }
        return riff(chunk("VP8L", ByteBuffer.allocate((file.length + 7) / 8).put(file.bits.toByteArray()).array()));
    }

    /** The chunk {@code VP8X}, with the flags of what follows. */
    static byte[] canvas(final int flags, final int rows, final int cols) {
        final ByteBuffer content = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        content.putInt(flags).putInt(cols - 1).position(7);
        return chunk("VP8X", content.putShort((short) (rows - 1)).array());
    }

    /** The chunk {@code ANMF}. */
    static byte[] frame(final int top, final int left, final int rows, final int cols, final byte[] coded) {
        final ByteBuffer content = ByteBuffer.allocate(16 + coded.length).order(ByteOrder.LITTLE_ENDIAN);
        content.putShort(0, (short) (left / 2)).putShort(3, (short) (top / 2)).putShort(6, (short) (cols - 1)).putShort(9, (short) (rows - 1));
        return chunk("ANMF", content.position(16).put(coded).array());
    }

    static byte[] chunk(final String name, final byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2).order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII)).putInt(content.length).put(content).array();
    }

    static byte[] riff(final byte[]... chunks) {
        final ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        for (final byte[] chunk : chunks) {
            content.writeBytes(chunk);
        }
        return chunk("RIFF", content.toByteArray());
    }

    /** Lowest bit first. */
    private WebpFile put(final int value, final int count) {
        for (int i = 0; i < count; i++) {
            bits.set(length++, (value >> i & 1) != 0);
        }
        return this;
    }
}
