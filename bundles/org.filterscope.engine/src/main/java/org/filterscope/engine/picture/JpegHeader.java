package org.filterscope.engine.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

import org.filterscope.core.picture.CameraData;
import org.filterscope.core.picture.Orientation;

/**
 * A JPEG file (ITU-T T.81) up to its first scan.
 *
 * @param coding      the marker of its frame: {@code 0xc0} baseline, {@code 0xc2} progressive, {@code 0xc3} lossless …
 * @param components  numbers a pixel
 * @param rows        height in pixels
 * @param cols        width in pixels
 * @param transform   as in Adobe's segment, what three or four components are: 0 red, green, blue or inks; 1 luma and chromas; 2 with black
 * @param orientation from the camera data
 * @param tables      where the segments stand that the decoder needs: tables and frame
 * @param scan        where the first scan starts
 */
record JpegHeader(int coding, int components, int rows, int cols, int transform, Orientation orientation, List<Segment> tables, int scan) {
    static final int PROGRESSIVE = 0xc2;
    static final int LUMA_CHROMA_BLACK = 2;
    private static final int FRAME = 0xc0;
    private static final int HUFFMAN_TABLES = 0xc4;
    private static final int ARITHMETIC_TABLES = 0xcc;
    private static final int EXTENSION = 0xc8;
    private static final int LAST_FRAME = 0xcf;
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int QUANTISATION = 0xdb;
    private static final int RESTARTS = 0xdd;
    private static final int JFIF = 0xe0;
    private static final int CAMERA = 0xe1;
    private static final int ADOBE = 0xee;

    /** @param length with its marker */
    record Segment(int start, int length) {
    }

    /** What the segments say, gathered while they are read. */
    private static final class Gathered {
        private final List<Segment> tables = new ArrayList<>();
        private int coding;
        private int rows;
        private int cols;
        private byte[] identifiers = {};
        private boolean jfif;
        private int adobe = -1;
        private Orientation orientation = Orientation.TOP_LEFT;

        void frame(final int marker, final byte[] content) throws IOException {
            if (coding != 0) {
                throw new IIOException("two frames");
            }
            if (content.length < 6 || content.length < 6 + 3 * (content[5] & 0xff)) {
                throw new IIOException("a frame without its size");
            }
            coding = marker;
            rows = (content[1] & 0xff) << 8 | content[2] & 0xff;
            cols = (content[3] & 0xff) << 8 | content[4] & 0xff;
            identifiers = new byte[content[5] & 0xff];
            for (int i = 0; i < identifiers.length; i++) {
                identifiers[i] = content[6 + 3 * i];
            }
        }

        void application(final int marker, final byte[] content) {
            if (marker == JFIF && starts(content, "JFIF\0")) {
                jfif = true;
            } else if (marker == ADOBE && starts(content, "Adobe") && content.length >= 12) {
                adobe = content[11];
            } else if (marker == CAMERA && CameraData.isNamed(content)) {
                orientation = CameraData.orientation(content);
            }
        }

        /** The rule of the Independent JPEG Group's library, by which nearly all pictures were made and are read. */
        int transform() {
            if (identifiers.length == 3) {
                return jfif || adobe != 0 && !(adobe < 0 && Arrays.equals(identifiers, new byte[] {'R', 'G', 'B'})) ? 1 : 0;
            }
            return adobe == LUMA_CHROMA_BLACK ? LUMA_CHROMA_BLACK : 0;
        }

        private static boolean starts(final byte[] content, final String text) {
            return new String(content, 0, Math.min(content.length, text.length()), StandardCharsets.ISO_8859_1).equals(text);
        }
    }

    /** @param stream starts with the picture */
    static JpegHeader read(final ImageInputStream stream) throws IOException {
        stream.setByteOrder(ByteOrder.BIG_ENDIAN);
        stream.seek(0);
        if (stream.readUnsignedShort() != (0xff00 | START)) {
            throw new IIOException("no JPEG where one is expected");
        }
        final Gathered gathered = new Gathered();
        for (;;) {
            final int marker = marker(stream);
            final int start = Math.toIntExact(stream.getStreamPosition() - 2);
            if (marker == SCAN) {
                if (gathered.coding == 0) {
                    throw new IIOException("a scan before its frame");
                }
                return new JpegHeader(gathered.coding, gathered.identifiers.length, gathered.rows, gathered.cols, gathered.transform(),
                        gathered.orientation, List.copyOf(gathered.tables), start);
            }
            if (marker == END) {
                throw new IIOException("no picture before its end");
            }
            if (marker == 1 || marker >= 0xd0 && marker <= START) {
                continue;
            }
            final byte[] content = new byte[Math.max(0, stream.readUnsignedShort() - 2)];
            stream.readFully(content);
            if (isFrame(marker)) {
                gathered.frame(marker, content);
            } else if (marker >= JFIF && marker <= ADOBE + 1) {
                gathered.application(marker, content);
            }
            if (isFrame(marker) || marker == HUFFMAN_TABLES || marker == ARITHMETIC_TABLES || marker == QUANTISATION || marker == RESTARTS) {
                gathered.tables.add(new Segment(start, content.length + 4));
            }
        }
    }

    /**
     * The same picture with nothing but what its pixels need, and its colours told outright: no profile that would change them, no
     * inconsistent application data to fail over, nothing to be guessed.
     */
    byte[] plain(final byte[] bytes) {
        final ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
        plain.writeBytes(new byte[] {(byte) 0xff, (byte) START});
        if (components > 1) {
            plain.writeBytes(new byte[] {(byte) 0xff, (byte) ADOBE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform});
        }
        tables.forEach(segment -> plain.write(bytes, segment.start(), segment.length()));
        plain.write(bytes, scan, bytes.length - scan);
        return plain.toByteArray();
    }

    /** Whether the end is told. A progressive picture can be shown without it, but only blurred. */
    boolean ends(final byte[] bytes) {
        for (int i = scan; i + 1 < bytes.length; i++) {
            if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == END) {
                return true;
            }
        }
        return false;
    }

    /**
     * How many scans the pixels come in. A decoder goes over the whole picture for each.
     *
     * @param most counting stops there
     */
    int scans(final byte[] bytes, final int most) {
        int scans = 0;
        for (int i = scan; i + 3 < bytes.length && scans < most;) {
            final int marker = (bytes[i] & 0xff) == 0xff ? bytes[i + 1] & 0xff : 0;
            scans += marker == SCAN ? 1 : 0;
            // Zeros, fillers, restarts and the end have no content; what is between two markers are pixels.
            final boolean hasContent = marker > START + 1 && marker < 0xff || marker >= FRAME && marker < 0xd0;
            i += hasContent ? 2 + Math.max(2, (bytes[i + 2] & 0xff) << 8 | bytes[i + 3] & 0xff) : 1;
        }
        return scans;
    }

    /** Any bytes before a marker are skipped, as the Independent JPEG Group's library does. */
    private static int marker(final ImageInputStream stream) throws IOException {
        int code = 0;
        while (code == 0) {
            while (stream.readUnsignedByte() != 0xff) {
                // looking for the next marker
            }
            do {
                code = stream.readUnsignedByte();
            } while (code == 0xff);
        }
        return code;
    }

    private static boolean isFrame(final int marker) {
        return marker >= FRAME && marker <= LAST_FRAME && marker != HUFFMAN_TABLES && marker != EXTENSION && marker != ARITHMETIC_TABLES;
    }
}
