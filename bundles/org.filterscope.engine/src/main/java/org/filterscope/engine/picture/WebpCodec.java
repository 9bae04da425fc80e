package org.filterscope.engine.picture;

import java.io.IOException;

import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;

/**
 * WebP, by TwelveMonkeys' reader: of an animation the first frame, on black where it does not cover the whole canvas. A colour profile is hidden
 * from the reader, which would apply it.
 */
final class WebpCodec implements PictureCodec {

    @Override
    public PictureHeader header(final ImageInputStream stream) throws IOException {
        final WebpHeader header = WebpHeader.read(stream);
        return new PictureHeader(header.rows(), header.cols(), header.orientation());
    }

    /** A lossless picture of one colour takes no bits at all. */
    @Override
    public boolean hasBoundedDensity() {
        return false;
    }

    @Override
    public Picture decode(final byte[] bytes) throws IOException {
        final WebpHeader header;
        try (ImageInputStream stream = new ByteArrayImageInputStream(bytes)) {
            header = WebpHeader.read(stream);
        }
        final ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
        try (ImageInputStream stream = new EndedStream(header.withoutProfile(bytes))) {
            reader.setInput(stream, true, true);
            // The size was checked as we understand the chunks, which a file can have twice.
            if (reader.getWidth(0) > header.cols() || reader.getHeight(0) > header.rows()) {
                throw new IIOException("two sizes, %d × %d and %d × %d pixels".formatted(header.cols(), header.rows(), reader.getWidth(0),
                        reader.getHeight(0)));
            }
            return Pixels.of(reader.read(0)).on(header.rows(), header.cols(), header.top(), header.left(), new byte[Picture.COLOURS]);
        } finally {
            reader.dispose();
        }
    }
}
