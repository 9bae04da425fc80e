package org.filterscope.ui.pictures;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.osgi.util.NLS;

/** How many pixels a picture file says it has: known from its first bytes, before any memory is taken for them. */
record PictureSize(int width, int height) {
    private static final long PNG = 0x89504e470d0a1a0aL;
    private static final int PNG_HEADER = 0x49484452;
    private static final int JPEG_MARKER = 0xff;
    private static final int JPEG_START = 0xd8;
    private static final int JPEG_SCAN = 0xda;

    long pixels() {
        return (long) width * height;
    }

    /** @throws IOException when the file is neither a PNG nor a JPEG, or ends too early */
    static PictureSize read(final Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file); DataInputStream data = new DataInputStream(new BufferedInputStream(stream))) {
            final long signature = data.readLong();
            if (signature == PNG) {
                data.readInt();
                if (data.readInt() == PNG_HEADER) {
                    return valid(file, data.readInt(), data.readInt());
                }
            }
        }
        try (InputStream stream = Files.newInputStream(file); DataInputStream data = new DataInputStream(new BufferedInputStream(stream))) {
            if (data.readUnsignedByte() == JPEG_MARKER && data.readUnsignedByte() == JPEG_START) {
                return jpeg(file, data);
            }
        }
        throw unknown(file);
    }

    /** Goes from segment to segment until the one that begins a frame; the pixels come after it. */
    private static PictureSize jpeg(final Path file, final DataInputStream data) throws IOException {
        while (data.readUnsignedByte() == JPEG_MARKER) {
            int segment = data.readUnsignedByte();
            while (segment == JPEG_MARKER) {
                segment = data.readUnsignedByte();
            }
            final int length = data.readUnsignedShort();
            if (isFrame(segment)) {
                data.readUnsignedByte();
                final int height = data.readUnsignedShort();
                return valid(file, data.readUnsignedShort(), height);
            }
            if (segment == JPEG_SCAN || length < 2) {
                break;
            }
            data.skipNBytes(length - 2L);
        }
        throw unknown(file);
    }

    /** All the kinds of frames; three numbers among theirs are of tables. */
    private static boolean isFrame(final int segment) {
        return segment >= 0xc0 && segment <= 0xcf && segment != 0xc4 && segment != 0xc8 && segment != 0xcc;
    }

    private static PictureSize valid(final Path file, final int width, final int height) throws IOException {
        if (width <= 0 || height <= 0) {
            throw unknown(file);
        }
        return new PictureSize(width, height);
    }

    private static IOException unknown(final Path file) {
        return new IOException(NLS.bind(Messages.PictureSize_unknown, file));
    }
}
