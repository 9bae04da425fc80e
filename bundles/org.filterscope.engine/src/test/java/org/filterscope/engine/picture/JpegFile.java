package org.filterscope.engine.picture;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes JPEG files in the best quality, and puts segments into them. */
final class JpegFile {
    static final int CAMERA = 0xe1;
    static final int PROFILE = 0xe2;
    static final int ADOBE = 0xee;

    private JpegFile() {
    }

    static byte[] of(final BufferedImage image) throws IOException {
        return write(new IIOImage(image, null, null), false);
    }

    static byte[] progressive(final BufferedImage image) throws IOException {
        return write(new IIOImage(image, null, null), true);
    }

    /** The numbers of a raster as they are, without segments that would tell what they mean. */
    static byte[] of(final Raster raster) throws IOException {
        return write(new IIOImage(raster, null, null), false);
    }

    /** Adobe's segment. */
    static byte[] adobe(final byte[] jpeg, final int transform) {
        return with(jpeg, ADOBE, new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform});
    }

    /** Right behind the start. */
    static byte[] with(final byte[] jpeg, final int marker, final byte[] content) {
        return ByteBuffer.allocate(jpeg.length + content.length + 4).put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker)
                .putShort((short) (content.length + 2)).put(content).put(jpeg, 2, jpeg.length - 2).array();
    }

    private static byte[] write(final IIOImage image, final boolean progressive) throws IOException {
        final ImageWriter writer = JavaImageCodecs.writer("jpeg");
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            final ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(1);
            parameters.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(stream);
            writer.write(null, image, parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
