package org.filterscope.engine.picture;

import java.io.IOException;
import java.nio.ByteOrder;

import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;

import org.filterscope.core.picture.Orientation;

/** PNG and BMP, by Java's readers. */
final class JavaCodec implements PictureCodec {
    private static final int BMP_COMPRESSION = 30;
    private static final int BMP_EMBEDDED_JPEG = 4;
    private static final int BMP_EMBEDDED_PNG = 5;

    private final String format;

    /** @param format {@code bmp} or {@code png} */
    JavaCodec(final String format) {
        this.format = format;
    }

    @Override
    public PictureHeader header(final ImageInputStream stream) throws IOException {
        if ("bmp".equals(format)) {
            refuseEmbedded(stream);
        }
        final ImageReader reader = JavaImageCodecs.reader(format);
        try {
            stream.seek(0);
            reader.setInput(stream, true, true);
            return new PictureHeader(reader.getHeight(0), reader.getWidth(0), Orientation.TOP_LEFT);
        } finally {
            reader.dispose();
        }
    }

    /** A whole JPEG or PNG inside, with a size of its own that nothing has checked. */
    private static void refuseEmbedded(final ImageInputStream stream) throws IOException {
        stream.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        stream.seek(BMP_COMPRESSION);
        final int compression = stream.readInt();
        if (compression == BMP_EMBEDDED_JPEG || compression == BMP_EMBEDDED_PNG) {
            throw new IIOException("a JPEG or PNG inside a BMP; expected pixels");
        }
        stream.setByteOrder(ByteOrder.BIG_ENDIAN);
    }

    @Override
    public Picture decode(final byte[] bytes) throws IOException {
        final ImageReader reader = JavaImageCodecs.reader(format);
        try (ImageInputStream stream = new ByteArrayImageInputStream(bytes)) {
            reader.setInput(stream, true, true);
            return Pixels.of(reader.read(0));
        } finally {
            reader.dispose();
        }
    }
}
