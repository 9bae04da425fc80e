package org.filterscope.engine.picture;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

import org.filterscope.core.picture.CameraData;
import org.filterscope.core.picture.Orientation;

/**
 * The chunks of a WebP file (RFC 9649) without their pixels. The size of the coded picture inside must be that of its frame: the reader
 * allocates by either.
 *
 * @param rows        height of the canvas in pixels
 * @param cols        width of the canvas
 * @param top         where the first frame lies on the canvas
 * @param left        the same for columns
 * @param orientation from the camera data
 * @param extended    whether the file has a header with flags
 */
record WebpHeader(int rows, int cols, int top, int left, Orientation orientation, boolean extended) {
    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FRAME_HEADER = 16;
    private static final int PROFILE_FLAG = 0x20;
    private static final int ANIMATION_FLAG = 2;
    private static final int LARGEST_CAMERA_DATA = 1 << 20;

    /** A rectangle in pixels. */
    private record Box(int top, int left, int rows, int cols) {
    }

    static WebpHeader read(final ImageInputStream stream) throws IOException {
        stream.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        stream.seek(4);
        final long end = CHUNK_HEADER + stream.readUnsignedInt();
        if (end > stream.length()) {
            throw new EOFException();
        }
        Box canvas = null;
        Box frame = null;
        boolean animated = false;
        Orientation orientation = Orientation.TOP_LEFT;
        long at = FIRST_CHUNK;
        while (at + CHUNK_HEADER <= end) {
            stream.seek(at);
            final String name = name(stream);
            final long length = stream.readUnsignedInt();
            final long next = at + CHUNK_HEADER + length + (length & 1);
            if (at + CHUNK_HEADER + length > end) {
                throw new EOFException();
            }
            switch (name) {
                case "VP8X" -> {
                    animated = (stream.readInt() & ANIMATION_FLAG) != 0;
                    final int cols = whole24(stream) + 1;
                    canvas = new Box(0, 0, whole24(stream) + 1, cols);
                }
                case "VP8 ", "VP8L" -> frame = frame == null ? coded(stream, name) : frame;
                case "ANMF" -> frame = frame == null ? animationFrame(stream, at + CHUNK_HEADER + length) : frame;
                case "EXIF" -> orientation = orientation(stream, length);
                default -> {
                    // nothing that matters before the pixels
                }
            }
            at = next;
        }
        return header(canvas, frame, animated, orientation);
    }

    private static WebpHeader header(final Box canvas, final Box frame, final boolean animated, final Orientation orientation)
            throws IIOException {
        if (frame == null) {
            throw new IIOException("no picture in it");
        }
        if (canvas == null) {
            return new WebpHeader(frame.rows(), frame.cols(), 0, 0, orientation, false);
        }
        final boolean inside = (long) frame.top() + frame.rows() <= canvas.rows() && (long) frame.left() + frame.cols() <= canvas.cols();
        if (!inside || !animated && !frame.equals(canvas)) {
            throw new IIOException("a picture of %d × %d pixels on a canvas of %d × %d".formatted(frame.cols(), frame.rows(), canvas.cols(),
                    canvas.rows()));
        }
        return new WebpHeader(canvas.rows(), canvas.cols(), frame.top(), frame.left(), orientation, true);
    }

    private static Box animationFrame(final ImageInputStream stream, final long end) throws IOException {
        final int left = 2 * whole24(stream);
        final int top = 2 * whole24(stream);
        final int cols = whole24(stream) + 1;
        final int rows = whole24(stream) + 1;
        long at = stream.getStreamPosition() - 12 + FRAME_HEADER;
        while (at + CHUNK_HEADER <= end) {
            stream.seek(at);
            final String name = name(stream);
            final long length = stream.readUnsignedInt();
            if ("VP8 ".equals(name) || "VP8L".equals(name)) {
                final Box coded = coded(stream, name);
                if (coded.rows() != rows || coded.cols() != cols) {
                    throw new IIOException("a picture of %d × %d pixels in a frame of %d × %d".formatted(coded.cols(), coded.rows(), cols,
                            rows));
                }
                return new Box(top, left, rows, cols);
            }
            at += CHUNK_HEADER + length + (length & 1);
        }
        throw new IIOException("a frame without picture");
    }

    private static Box coded(final ImageInputStream stream, final String name) throws IOException {
        if ("VP8L".equals(name)) {
            stream.readByte();
            final int sizes = stream.readInt();
            return new Box(0, 0, (sizes >> 14 & 0x3fff) + 1, (sizes & 0x3fff) + 1);
        }
        stream.skipBytes(6);
        final int cols = stream.readUnsignedShort() & 0x3fff;
        return new Box(0, 0, stream.readUnsignedShort() & 0x3fff, cols);
    }

    /** Some writers put the name in front that Exif has in JPEG. */
    private static Orientation orientation(final ImageInputStream stream, final long length) throws IOException {
        if (length > LARGEST_CAMERA_DATA) {
            return Orientation.TOP_LEFT;
        }
        final byte[] exif = new byte[(int) length];
        stream.readFully(exif);
        return CameraData.orientation(exif);
    }

    /** The file as if it had no colour profile. */
    byte[] withoutProfile(final byte[] bytes) {
        if (!extended) {
            return bytes;
        }
        final byte[] changed = bytes.clone();
        changed[FIRST_CHUNK + CHUNK_HEADER] &= (byte) ~PROFILE_FLAG;
        return changed;
    }

    private static String name(final ImageInputStream stream) throws IOException {
        final byte[] name = new byte[4];
        stream.readFully(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private static int whole24(final ImageInputStream stream) throws IOException {
        return stream.readUnsignedShort() | stream.readUnsignedByte() << 16;
    }
}
