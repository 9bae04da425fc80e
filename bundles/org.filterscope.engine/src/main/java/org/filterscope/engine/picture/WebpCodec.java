package org.filterscope.engine.picture;

import java.io.IOException;

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

    @Override
    public Picture decode(final byte[] bytes) throws IOException {
        final WebpHeader header;
        try (ImageInputStream stream = new ByteArrayImageInputStream(bytes)) {
            header = WebpHeader.read(stream);
        }
        final ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
        try (ImageInputStream stream = new ByteArrayImageInputStream(header.withoutProfile(bytes))) {
            reader.setInput(stream, true, true);
            return Pixels.of(reader.read(0)).on(header.rows(), header.cols(), header.top(), header.left(), new byte[Picture.COLOURS]);
        } finally {
            reader.dispose();
        }
    }
}
