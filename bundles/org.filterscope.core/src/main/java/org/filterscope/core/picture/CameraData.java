package org.filterscope.core.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Camera data (Exif) in a picture file: they have the form of a TIFF file. Damaged ones are nothing to fail over. */
public final class CameraData {
    private static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ENTRY = 12;
    private static final int BYTE = 1;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private CameraData() {
    }

    /** Whether a JPEG file's application segment holds camera data: they have their name in front. */
    public static boolean isNamed(final byte[] segment) {
        return segment.length >= NAME.length && ByteBuffer.wrap(segment, 0, NAME.length).equals(ByteBuffer.wrap(NAME));
    }

    /**
     * How the picture lies, by the tag {@link Orientation#TAG} of the first directory.
     *
     * @param data with or without their name in front
     */
    public static Orientation orientation(final byte[] data) {
        final int from = isNamed(data) ? NAME.length : 0;
        final ByteBuffer tiff = ByteBuffer.wrap(data, from, data.length - from).slice();
        if (tiff.limit() < 8) {
            return Orientation.TOP_LEFT;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        final int directory = tiff.getInt(4);
        if (directory < 0 || directory > tiff.limit() - 2) {
            return Orientation.TOP_LEFT;
        }
        final int last = Math.min(Short.toUnsignedInt(tiff.getShort(directory)), (tiff.limit() - directory - 2) / ENTRY);
        for (int entry = 0; entry < last; entry++) {
            final int at = directory + 2 + entry * ENTRY;
            if (Short.toUnsignedInt(tiff.getShort(at)) == Orientation.TAG && tiff.getInt(at + 4) != 0) {
                return Orientation.of(switch (tiff.getShort(at + 2)) {
                    case BYTE -> tiff.get(at + 8);
                    case SHORT -> tiff.getShort(at + 8);
                    case LONG -> tiff.getInt(at + 8);
                    default -> 1;
                });
            }
        }
        return Orientation.TOP_LEFT;
    }
}
