package org.filterscope.engine.picture;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteOrder;

import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;

import org.filterscope.core.picture.Orientation;

/**
 * GIF, by Java's reader. The first frame may cover a part of the screen only; the rest has the transparent colour, or the palette's first when
 * there is none, as in the Python Imaging Library.
 */
final class GifCodec implements PictureCodec {
    private static final int SCREEN = 6;
    private static final int AFTER_SCREEN = 13;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int HAS_PALETTE = 0x80;

    /** The screen, and where on it the first frame lies; in pixels. */
    private record Frame(int screenRows, int screenCols, int top, int left, int rows, int cols) {

        static Frame read(final ImageInputStream stream) throws IOException {
            stream.setByteOrder(ByteOrder.LITTLE_ENDIAN);
            stream.seek(SCREEN);
            final int cols = stream.readUnsignedShort();
            final int rows = stream.readUnsignedShort();
            final int flags = stream.readUnsignedByte();
            stream.seek(AFTER_SCREEN + paletteLength(flags));
            for (int block = stream.readUnsignedByte(); block != IMAGE; block = stream.readUnsignedByte()) {
                if (block != EXTENSION) {
                    throw new IIOException("no frame where one is expected");
                }
                stream.readUnsignedByte();
                skipBlocks(stream);
            }
            final int left = stream.readUnsignedShort();
            final int top = stream.readUnsignedShort();
            final int width = stream.readUnsignedShort();
            final int height = stream.readUnsignedShort();
            final int localFlags = stream.readUnsignedByte();
            stream.seek(stream.getStreamPosition() + paletteLength(localFlags) + 1);
            skipBlocks(stream);
            return new Frame(Math.max(rows, top + height), Math.max(cols, left + width), top, left, height, width);
        }

        private static int paletteLength(final int flags) {
            return (flags & HAS_PALETTE) == 0 ? 0 : 3 << (flags & 7) + 1;
        }

        /** Fails when the file ends before the data do. */
        private static void skipBlocks(final ImageInputStream stream) throws IOException {
            for (int length = stream.readUnsignedByte(); length > 0; length = stream.readUnsignedByte()) {
                stream.seek(stream.getStreamPosition() + length);
            }
        }
    }

    @Override
    public PictureHeader header(final ImageInputStream stream) throws IOException {
        final Frame frame = Frame.read(stream);
        return new PictureHeader(frame.screenRows(), frame.screenCols(), Orientation.TOP_LEFT);
    }

    @Override
    public Picture decode(final byte[] bytes) throws IOException {
        final ImageReader reader = JavaImageCodecs.reader("gif");
        try (ImageInputStream stream = new ByteArrayImageInputStream(bytes)) {
            final Frame frame = Frame.read(stream);
            stream.seek(0);
            stream.setByteOrder(ByteOrder.BIG_ENDIAN);
            reader.setInput(stream, true, true);
            final BufferedImage image = reader.read(0);
            final Picture picture = Pixels.of(image);
            return picture.on(frame.screenRows(), frame.screenCols(), frame.top(), frame.left(), ground(image));
        } finally {
            reader.dispose();
        }
    }

    private static byte[] ground(final BufferedImage image) {
        if (!(image.getColorModel() instanceof final IndexColorModel palette)) {
            return new byte[Picture.COLOURS];
        }
        final int rgb = palette.getRGB(Math.max(0, palette.getTransparentPixel()));
        return new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb};
    }
}
