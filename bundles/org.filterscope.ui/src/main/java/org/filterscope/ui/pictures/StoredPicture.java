package org.filterscope.ui.pictures;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.picture.CameraData;
import org.filterscope.core.picture.Orientation;

/**
 * What a picture file says of itself: known from its first bytes, before any memory is taken for its pixels.
 *
 * @param orientation as the camera held it; of JPEG files only, as the network sees them
 */
record StoredPicture(int width, int height, Orientation orientation) {
    private static final long PNG = 0x89504e470d0a1a0aL;
    private static final int PNG_HEADER = 0x49484452;
    private static final int JPEG_MARKER = 0xff;
    private static final int JPEG_START = 0xd8;
    private static final int JPEG_SCAN = 0xda;
    private static final int JPEG_CAMERA = 0xe1;

    long pixels() {
        return (long) width * height;
    }

    /** @throws IOException when the file is neither a PNG nor a JPEG, or ends too early */
    static StoredPicture read(final Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file); DataInputStream data = new DataInputStream(new BufferedInputStream(stream))) {
            final long signature = data.readLong();
            if (signature == PNG) {
                data.readInt();
                if (data.readInt() == PNG_HEADER) {
                    return valid(file, data.readInt(), data.readInt(), Orientation.TOP_LEFT);
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

    /** Goes from segment to segment until the one that begins the pixels; the frame and what the camera says come before it. */
    private static StoredPicture jpeg(final Path file, final DataInputStream data) throws IOException {
        int width = 0;
        int height = 0;
        Orientation orientation = Orientation.TOP_LEFT;
        while (data.readUnsignedByte() == JPEG_MARKER) {
            int segment = data.readUnsignedByte();
            while (segment == JPEG_MARKER) {
                segment = data.readUnsignedByte();
            }
            final int length = data.readUnsignedShort() - 2;
            if (segment == JPEG_SCAN) {
                return valid(file, width, height, orientation);
            }
            if (length < 0) {
                break;
            }
            // No segment is longer than 64 kB.
            final byte[] content = new byte[length];
            data.readFully(content);
            if (isFrame(segment) && length >= 5) {
                height = (content[1] & 0xff) << 8 | content[2] & 0xff;
                width = (content[3] & 0xff) << 8 | content[4] & 0xff;
            } else if (segment == JPEG_CAMERA && CameraData.isNamed(content)) {
                orientation = CameraData.orientation(content);
            }
        }
        throw unknown(file);
    }

    /** All the kinds of frames; three numbers among theirs are of tables. */
    private static boolean isFrame(final int segment) {
        return segment >= 0xc0 && segment <= 0xcf && segment != 0xc4 && segment != 0xc8 && segment != 0xcc;
    }

    private static StoredPicture valid(final Path file, final int width, final int height, final Orientation orientation) throws IOException {
        if (width <= 0 || height <= 0) {
            throw unknown(file);
        }
        return new StoredPicture(width, height, orientation);
    }

    private static IOException unknown(final Path file) {
        return new IOException(NLS.bind(Messages.StoredPicture_unknown, file));
    }
}
