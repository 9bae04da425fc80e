package org.filterscope.engine.picture;

import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.picture.Orientation;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;

/**
 * Reads masks: PNG files with one number a pixel, the grey level of 8 bits or the index into a palette. A mask has the size of its upright
 * picture; one that has the stored size of a picture which the camera turned by a quarter is turned along.
 */
public final class MaskDecoder {
    private static final String EXPECTED = "expected a PNG file with one byte a pixel, grey or palette";
    /** Signature, then the first chunk's length, name, width, height, bits and kind of colour. */
    private static final int HEADER = 26;
    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int FIRST_CHUNK = 0x49484452;
    private static final int CHUNK_NAME = 12;
    private static final int GREY = 0;
    private static final int PALETTE = 3;
    private static final int WHOLE_BYTE = 8;

    private final PictureDecoder pictures = new PictureDecoder();

    /**
     * Looks at the headers only.
     *
     * @return the picture's
     * @throws InvalidInputException when the mask is none, or does not fit its picture
     */
    public PictureHeader check(final Path mask, final Path picture) throws InvalidInputException {
        try (InputStream stream = Files.newInputStream(mask)) {
            final byte[] start = stream.readNBytes(HEADER);
            checkKind(mask, start);
            final PictureHeader shown = pictures.header(picture);
            orientation(mask, start, picture, shown);
            return shown;
        } catch (final IOException e) {
            throw unreadable(mask, e);
        }
    }

    /**
     * The mask, upright.
     *
     * @throws InvalidInputException when the mask is none, or does not fit its picture
     */
    public Mask read(final Path mask, final Path picture) throws InvalidInputException {
        return read(mask, picture, check(mask, picture));
    }

    /**
     * The same where the picture's header is known.
     *
     * @param shown what {@link #check} gave
     */
    public Mask read(final Path mask, final Path picture, final PictureHeader shown) throws InvalidInputException {
        final byte[] bytes = pictures.bytes(mask);
        checkKind(mask, bytes);
        final Orientation orientation = orientation(mask, bytes, picture, shown);
        try {
            return new Upright(orientation).of(decode(bytes));
        } catch (final IOException | RuntimeException e) {
            throw new InvalidInputException("%s: the mask is damaged; %s".formatted(mask, EXPECTED), e);
        }
    }

    private static void checkKind(final Path file, final byte[] start) throws InvalidInputException {
        if (start.length < HEADER || ByteBuffer.wrap(start).getLong() != SIGNATURE || ByteBuffer.wrap(start).getInt(CHUNK_NAME) != FIRST_CHUNK) {
            throw new InvalidInputException("%s: the mask is not a PNG file; %s".formatted(file, EXPECTED));
        }
        final int bits = start[HEADER - 2];
        final int colour = start[HEADER - 1];
        if (colour != PALETTE && (colour != GREY || bits != WHOLE_BYTE)) {
            throw new InvalidInputException("%s: the mask has %s; %s".formatted(file, kind(bits, colour), EXPECTED));
        }
    }

    /** How the mask lies; its size is that of the picture, so it is bounded as pictures are. */
    private static Orientation orientation(final Path file, final byte[] start, final Path picture, final PictureHeader shown)
            throws InvalidInputException {
        final ByteBuffer header = ByteBuffer.wrap(start).position(CHUNK_NAME + Integer.BYTES);
        final long cols = Integer.toUnsignedLong(header.getInt());
        final long rows = Integer.toUnsignedLong(header.getInt());
        final boolean turned = shown.orientation().isTurned();
        if (rows == (turned ? shown.cols() : shown.rows()) && cols == (turned ? shown.rows() : shown.cols())) {
            return Orientation.TOP_LEFT;
        }
        if (turned && rows == shown.rows() && cols == shown.cols()) {
            return shown.orientation();
        }
        throw new InvalidInputException("%s: the mask has %d × %d pixels; expected the size of its picture %s, %d × %d".formatted(file, cols,
                rows, picture, turned ? shown.rows() : shown.cols(), turned ? shown.cols() : shown.rows()));
    }

    private static String kind(final int bits, final int colour) {
        return switch (colour) {
            case GREY -> "grey levels of %d bits".formatted(bits);
            case 2 -> "colours";
            case 4 -> "grey levels with transparency";
            case 6 -> "colours with transparency";
            default -> "an unknown kind of pixels";
        };
    }

    private static Mask decode(final byte[] bytes) throws IOException {
        final ImageReader reader = JavaImageCodecs.reader("png");
        try (ImageInputStream stream = new ByteArrayImageInputStream(bytes)) {
            reader.setInput(stream, true, true);
            final Raster raster = reader.read(0).getRaster();
            final int bands = raster.getNumBands();
            final byte[] elements = (byte[]) raster.getDataElements(0, 0, raster.getWidth(), raster.getHeight(), null);
            final byte[] ids = new byte[raster.getWidth() * raster.getHeight()];
            // A grey level that is declared transparent comes with a second band.
            for (int i = 0; i < ids.length; i++) {
                ids[i] = elements[i * bands];
            }
            return new Mask(raster.getHeight(), raster.getWidth(), ids);
        } finally {
            reader.dispose();
        }
    }

    private static InvalidInputException unreadable(final Path file, final IOException cause) {
        return new InvalidInputException("%s: the mask cannot be read (%s)".formatted(file, cause.getMessage()), cause);
    }
}
