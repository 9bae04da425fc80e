package org.filterscope.engine.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** Writes TIFF files after the letter of TIFF 6.0, also ones that no program would write: uncompressed, one strip. */
final class TiffFile {
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS = 258;
    static final int COMPRESSION = 259;
    static final int COLOURS = 262;
    static final int STRIP_OFFSETS = 273;
    static final int SAMPLES = 277;
    static final int STRIP_LENGTHS = 279;
    static final int EXTRA_SAMPLES = 338;
    static final int SAMPLE_FORMAT = 339;

    static final int WHITE_IS_ZERO = 0;
    static final int BLACK_IS_ZERO = 1;
    static final int RGB = 2;
    static final int INKS = 5;

    private static final int HEADER = 8;
    private static final int ENTRY = 12;

    private final Map<Integer, long[]> tags = new TreeMap<>();
    private final byte[] pixels;

    /** @param pixels as stored, row after row */
    TiffFile(final int colours, final int rows, final int cols, final int bits, final int samples, final byte[] pixels) {
        this.pixels = pixels.clone();
        tag(WIDTH, cols).tag(HEIGHT, rows).tag(BITS, bits).tag(COMPRESSION, 1).tag(COLOURS, colours).tag(STRIP_OFFSETS, HEADER)
                .tag(SAMPLES, samples).tag(STRIP_LENGTHS, pixels.length);
    }

    /** With one number for all samples, where there would have to be one each, as most readers accept. */
    TiffFile tag(final int tag, final long... values) {
        tags.put(tag, values);
        return this;
    }

    byte[] bytes() {
        return bytes(0);
    }

    /** @param next where the next directory claims to be */
    byte[] bytes(final int next) {
        final int directory = HEADER + pixels.length + pixels.length % 2;
        final int longer = directory + 2 + tags.size() * ENTRY + 4;
        final int more = tags.values().stream().mapToInt(values -> values.length > 1 ? 4 * values.length : 0).sum();
        final ByteBuffer file = ByteBuffer.allocate(longer + more).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {'I', 'I', 42, 0}).putInt(directory).put(pixels).position(directory);
        file.putShort((short) tags.size());
        int at = longer;
        for (final Map.Entry<Integer, long[]> tag : tags.entrySet()) {
            final long[] values = tag.getValue();
            file.putShort(tag.getKey().shortValue()).putShort((short) 4).putInt(values.length);
            file.putInt(values.length == 1 ? (int) values[0] : at);
            if (values.length > 1) {
                for (final long value : values) {
                    file.putInt(at, (int) value);
                    at += 4;
                }
            }
        }
        return file.putInt(next).array();
    }
}
