package org.filterscope.engine.picture;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.IIOException;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

import org.filterscope.core.InvalidInputException;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;

/**
 * Reads JPEG, PNG, BMP, GIF, TIFF and WebP files into red, green and blue, upright: turned as the camera's data in JPEG, TIFF and WebP say. For
 * the rest as training code does: no colour management, transparency dropped, grey copied to all three colours; of several pages or frames the
 * first. Sizes are checked before pixels are allocated. Content decides about the kind of file, not its name.
 */
public final class PictureDecoder {
    private static final long MOST_PIXELS = 100_000_000;
    private static final long LARGEST_FILE = 512L << 20;
    private static final int SMALLEST_SIDE = 4;
    /** A deflated bit a pixel, at most 1032 to one, is the densest that PNG can be; GIF, JPEG and BMP stay far below it. */
    private static final long MOST_PIXELS_A_BYTE = 1032 * Byte.SIZE;
    private static final int MOST_ELONGATED = 100;

    /**
     * Looks at the header only.
     *
     * @throws InvalidInputException when it is no picture, or one of a size that cannot be used
     */
    public void check(final Path file) throws InvalidInputException {
        header(file);
    }

    /**
     * Looks at the header only.
     *
     * @return size of the picture, turned upright
     * @throws InvalidInputException when it is no picture, or one of a size that cannot be used
     */
    public PictureSize size(final Path file) throws InvalidInputException {
        return header(file).upright();
    }

    /** Read without the pixels; of a size that can be used. */
    PictureHeader header(final Path file) throws InvalidInputException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new InvalidInputException("%s: the picture cannot be read: %s".formatted(file,
                    Files.exists(file) ? "no permission, or no ordinary file" : "a link to nothing"));
        }
        try (ImageInputStream stream = new FileImageInputStream(file.toFile())) {
            final PictureCodec codec = codec(file, stream);
            final PictureHeader header = codec.header(stream);
            checkSize(file, header.rows(), header.cols());
            checkContent(file, codec, header, stream.length());
            return header;
        } catch (final IOException | RuntimeException e) {
            throw damaged(file, e);
        }
    }

    /** @throws InvalidInputException when the file is no picture, is damaged, or of a size that cannot be used */
    public Picture read(final Path file) throws InvalidInputException {
        return decode(file, bytes(file));
    }

    /** The file's content, for {@link #decode}. */
    byte[] bytes(final Path file) throws InvalidInputException {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new InvalidInputException("%s: larger than %d MB".formatted(file, LARGEST_FILE >> 20));
            }
            return Files.readAllBytes(file);
        } catch (final IOException e) {
            throw new InvalidInputException("%s: the picture cannot be read (%s)".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * @param file  for messages
     * @param bytes its whole content
     */
    Picture decode(final Path file, final byte[] bytes) throws InvalidInputException {
        try (ImageInputStream stream = new ByteArrayImageInputStream(bytes)) {
            final PictureCodec codec = codec(file, stream);
            final PictureHeader header = codec.header(stream);
            checkSize(file, header.rows(), header.cols());
            checkContent(file, codec, header, bytes.length);
            final Picture stored = codec.decode(bytes);
            if (stored.rows() != header.rows() || stored.cols() != header.cols()) {
                throw new IIOException("a picture of %d × %d pixels under a header of %d × %d".formatted(stored.cols(), stored.rows(),
                        header.cols(), header.rows()));
            }
            return new Upright(header.orientation()).of(stored);
        } catch (final IOException | RuntimeException e) {
            throw damaged(file, e);
        }
    }

    private static PictureCodec codec(final Path file, final ImageInputStream stream) throws IOException, InvalidInputException {
        final byte[] start = new byte[PictureFormat.SIGNATURE];
        for (int i = 0, next = stream.read(); i < start.length && next >= 0; i++, next = stream.read()) {
            start[i] = (byte) next;
        }
        final PictureFormat format = PictureFormat.of(start).orElseThrow(() -> new InvalidInputException(
                "%s: is not a picture; expected %s".formatted(file, PictureFormat.NAMES)));
        return switch (format) {
            case JPEG -> new JpegCodec();
            case PNG -> new JavaCodec("png");
            case BMP -> new JavaCodec("bmp");
            case GIF -> new GifCodec();
            case TIFF -> new TiffCodec();
            case WEBP -> new WebpCodec();
        };
    }

    private static void checkSize(final Path file, final long rows, final long cols) throws InvalidInputException {
        if (Math.min(rows, cols) < SMALLEST_SIDE) {
            throw new InvalidInputException("%s: the picture has %d × %d pixels; at least %d × %d are needed to see anything".formatted(file,
                    cols, rows, SMALLEST_SIDE, SMALLEST_SIDE));
        }
        if (rows > MOST_PIXELS / cols) {
            throw new InvalidInputException("%s: the picture has %d × %d pixels; at most %d million can be read".formatted(file, cols, rows,
                    MOST_PIXELS / 1_000_000));
        }
        if (Math.max(rows, cols) > MOST_ELONGATED * Math.min(rows, cols)) {
            throw new InvalidInputException("%s: the picture has %d × %d pixels; one side may be at most %d times the other".formatted(file,
                    cols, rows, MOST_ELONGATED));
        }
    }

    /** Pixels that the file cannot have would be allocated before they are missed. */
    private static void checkContent(final Path file, final PictureCodec codec, final PictureHeader header, final long length)
            throws InvalidInputException {
        if (codec.hasBoundedDensity() && header.rows() * header.cols() / MOST_PIXELS_A_BYTE > length) {
            throw new InvalidInputException("%s: the picture claims %d × %d pixels, more than a file of %d bytes can hold".formatted(file,
                    header.cols(), header.rows(), length));
        }
    }

    private static InvalidInputException damaged(final Path file, final Exception cause) {
        return new InvalidInputException("%s: the picture is damaged or of an unusual kind (%s)".formatted(file, reason(cause)), cause);
    }

    private static String reason(final Exception cause) {
        if (cause instanceof EOFException) {
            return "the file ends too early";
        }
        // What decoders throw unplanned speaks of their own insides.
        return cause instanceof RuntimeException || cause.getMessage() == null ? "its parts contradict each other" : cause.getMessage();
    }
}
