package org.filterscope.engine.picture;

import java.io.EOFException;
import java.io.IOException;

import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import com.twelvemonkeys.imageio.plugins.tiff.BigTIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;

import org.filterscope.core.picture.Orientation;

/**
 * TIFF and BigTIFF, by TwelveMonkeys' reader: the first page. Every number that decides how much is allocated is checked before the reader
 * sees the file, and what is not needed for the pixels is hidden from it: other pages, camera data, colour profiles.
 */
final class TiffCodec implements PictureCodec {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int STRIP_OFFSETS = 273;
    private static final int SAMPLES = 277;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_LENGTHS = 279;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_LENGTHS = 325;
    private static final int SUB_DIRECTORIES = 330;
    private static final int SAMPLE_FORMAT = 339;
    private static final int EXIF = 34665;
    private static final int PROFILE = 34675;
    private static final int GPS = 34853;

    private static final int OLD_JPEG = 6;
    private static final int JPEG = 7;
    private static final int WHOLE_NUMBERS = 1;
    private static final int MOST_BITS = 16;
    private static final int MOST_SAMPLES = 6;
    private static final int LARGEST_TILE_SIDE = 1 << 17;
    private static final int MOST_PARTS = 1 << 20;

    @Override
    public PictureHeader header(final ImageInputStream stream) throws IOException {
        final TiffDirectory directory = TiffDirectory.read(stream);
        if (directory.count(WIDTH) == 0 || directory.count(HEIGHT) == 0) {
            throw new IIOException("no size in its first directory");
        }
        checkSamples(directory);
        checkParts(directory, stream.length());
        return new PictureHeader(directory.number(HEIGHT, 0), directory.number(WIDTH, 0),
                Orientation.of(directory.number(Orientation.TAG, 1)));
    }

    private static void checkSamples(final TiffDirectory directory) throws IOException {
        final long samples = directory.number(SAMPLES, 1);
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new IIOException("%d numbers a pixel; expected 1 to %d".formatted(samples, MOST_SAMPLES));
        }
        final long bits = directory.number(BITS, 1);
        final long format = directory.number(SAMPLE_FORMAT, WHOLE_NUMBERS);
        if (bits < 1 || bits > MOST_BITS || format != WHOLE_NUMBERS) {
            throw new IIOException("%s of %d bits; expected whole numbers from zero of at most %d bits".formatted(
                    format == WHOLE_NUMBERS ? "numbers" : "signed or floating-point numbers", bits, MOST_BITS));
        }
        if (directory.number(COMPRESSION, 1) == OLD_JPEG) {
            throw new IIOException("JPEG compression of TIFF 6.0, which was withdrawn; expected that of 1995 or another one");
        }
    }

    /** Strips or tiles: sensible in number and size, and inside the file. */
    private static void checkParts(final TiffDirectory directory, final long length) throws IOException {
        final boolean tiled = directory.has(TILE_OFFSETS);
        for (final int tag : new int[] {TILE_WIDTH, TILE_HEIGHT, ROWS_PER_STRIP}) {
            final long side = directory.number(tag, 1);
            if (side < 1 || tag != ROWS_PER_STRIP && side > LARGEST_TILE_SIDE) {
                throw new IIOException("strips or tiles of %d pixels; expected 1 to %d".formatted(side, LARGEST_TILE_SIDE));
            }
        }
        final int offsets = tiled ? TILE_OFFSETS : STRIP_OFFSETS;
        final int lengths = tiled ? TILE_LENGTHS : STRIP_LENGTHS;
        final long parts = directory.count(offsets);
        if (parts < 1 || parts > MOST_PARTS) {
            throw new IIOException("%d strips or tiles; expected 1 to %d".formatted(parts, MOST_PARTS));
        }
        for (int i = 0; i < parts; i++) {
            final long size = i < directory.count(lengths) ? directory.value(lengths, i) : 0;
            final long start = directory.value(offsets, i);
            if (start < 0 || size < 0 || start > length || size > length - start) {
                throw new EOFException();
            }
        }
    }

    /** A white line of a fax takes one bit. */
    @Override
    public boolean hasBoundedDensity() {
        return false;
    }

    @Override
    public Picture decode(final byte[] bytes) throws IOException {
        final byte[] alone;
        final boolean big;
        final long width;
        final long height;
        try (ImageInputStream stream = new ByteArrayImageInputStream(bytes)) {
            final TiffDirectory directory = TiffDirectory.read(stream);
            if (directory.number(COMPRESSION, 1) == JPEG) {
                checkJpegs(directory, bytes);
            }
            big = directory.big();
            width = directory.number(WIDTH, 0);
            height = directory.number(HEIGHT, 0);
            alone = directory.alone(bytes, SUB_DIRECTORIES, EXIF, GPS, PROFILE);
        }
        final ImageReader reader = (big ? new BigTIFFImageReaderSpi() : new TIFFImageReaderSpi()).createReaderInstance(null);
        try (ImageInputStream stream = new ByteArrayImageInputStream(alone)) {
            reader.setInput(stream, true, true);
            checkSize(reader, width, height);
            final ImageReadParam parameters = reader.getDefaultReadParam();
            // The reader's first choice forgets whether colours were multiplied with the alpha.
            parameters.setDestinationType(reader.getRawImageType(0));
            return Pixels.of(reader.read(0, parameters));
        } finally {
            reader.dispose();
        }
    }

    /** The size was checked as we understand the directory, which can have a tag twice. */
    private static void checkSize(final ImageReader reader, final long width, final long height) throws IOException {
        if (reader.getWidth(0) != width || reader.getHeight(0) != height) {
            throw new IIOException("two sizes, %d × %d and %d × %d pixels".formatted(width, height, reader.getWidth(0), reader.getHeight(0)));
        }
    }

    /** Each strip or tile is a JPEG of its own, which must not be larger than its place. */
    private static void checkJpegs(final TiffDirectory directory, final byte[] bytes) throws IOException {
        final boolean tiled = directory.has(TILE_OFFSETS);
        final int offsets = tiled ? TILE_OFFSETS : STRIP_OFFSETS;
        final long cols = directory.number(tiled ? TILE_WIDTH : WIDTH, 0L);
        final long rows = tiled ? directory.number(TILE_HEIGHT, 0)
                : Math.min(directory.number(HEIGHT, 0), directory.number(ROWS_PER_STRIP, Long.MAX_VALUE));
        for (int i = 0; i < directory.count(offsets); i++) {
            final int start = (int) directory.value(offsets, i);
            try (ImageInputStream part = new ByteArrayImageInputStream(bytes, start, bytes.length - start)) {
                final JpegHeader jpeg = JpegHeader.read(part);
                if (jpeg.cols() > cols || jpeg.rows() > rows) {
                    throw new IIOException("a strip or tile of %d × %d pixels; expected at most %d × %d".formatted(jpeg.cols(), jpeg.rows(),
                            cols, rows));
                }
            }
        }
    }
}
