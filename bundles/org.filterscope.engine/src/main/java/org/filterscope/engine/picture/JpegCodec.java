package org.filterscope.engine.picture;

import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import com.twelvemonkeys.imageio.color.YCbCrConverter;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;

/**
 * JPEG, by Java's reader, which has the decoder of the Independent JPEG Group and gives the pixels that training code saw. Four inks (CMYK, YCCK),
 * which it leaves unconverted, are taken as stored inverted: Adobe does so, and everyone after it.
 */
final class JpegCodec implements PictureCodec {
    private static final int INKS = 4;
    private static final int MOST_SCANS = 64;

    @Override
    public PictureHeader header(final ImageInputStream stream) throws IOException {
        final JpegHeader header = JpegHeader.read(stream);
        if (header.coding() > JpegHeader.PROGRESSIVE) {
            throw new IIOException("lossless, hierarchical or arithmetic-coded JPEG; expected a baseline or progressive one");
        }
        return new PictureHeader(header.rows(), header.cols(), header.orientation());
    }

    @Override
    public Picture decode(final byte[] bytes) throws IOException {
        final JpegHeader header = header(bytes);
        if (header.coding() == JpegHeader.PROGRESSIVE && !header.ends(bytes)) {
            throw new EOFException();
        }
        if (header.scans(bytes, MOST_SCANS + 1) > MOST_SCANS) {
            throw new IIOException("more than %d scans; pictures have some ten".formatted(MOST_SCANS));
        }
        final ImageReader reader = JavaImageCodecs.reader("jpeg");
        final AtomicBoolean truncated = new AtomicBoolean();
        try (ImageInputStream stream = new ByteArrayImageInputStream(header.plain(bytes))) {
            reader.addIIOReadWarningListener((source, warning) -> {
                if (warning.contains("remature end")) {
                    truncated.set(true);
                }
            });
            reader.setInput(stream, true, true);
            final Picture picture = header.components() == INKS ? fromInks(reader.readRaster(0, null), header.transform())
                    : Pixels.of(reader.read(0));
            if (truncated.get()) {
                throw new EOFException();
            }
            return picture;
        } finally {
            reader.dispose();
        }
    }

    /** With four components the reader leaves the colours to us. */
    private static Picture fromInks(final Raster raster, final int transform) {
        final int width = raster.getWidth();
        final byte[] inks = (byte[]) raster.getDataElements(0, 0, width, raster.getHeight(), null);
        for (int i = 0; i < inks.length; i += INKS) {
            if (transform == JpegHeader.LUMA_CHROMA_BLACK) {
                YCbCrConverter.convertJPEGYCbCr2RGB(inks, inks, i);
            } else {
                invert(inks, i, INKS - 1);
            }
            invert(inks, i + INKS - 1, 1);
        }
        return Pixels.ofInks(Raster.createInterleavedRaster(new DataBufferByte(inks, inks.length), width, raster.getHeight(), width * INKS, INKS,
                new int[] {0, 1, 2, 3}, null));
    }

    private static void invert(final byte[] values, final int start, final int count) {
        for (int i = start; i < start + count; i++) {
            values[i] = (byte) ~values[i];
        }
    }

    private static JpegHeader header(final byte[] bytes) throws IOException {
        try (ImageInputStream stream = new ByteArrayImageInputStream(bytes)) {
            return JpegHeader.read(stream);
        }
    }
}
