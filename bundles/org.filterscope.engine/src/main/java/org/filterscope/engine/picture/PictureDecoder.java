package org.filterscope.engine.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.filterscope.core.InvalidInputException;

/**
 * Reads JPEG, PNG, BMP and GIF files into red, green and blue. As training code does: no colour management, no rotation by camera data,
 * transparency dropped, grey copied to all three colours. Sizes are checked before pixels are allocated.
 */
public final class PictureDecoder {
    private static final long MOST_PIXELS = 100_000_000;
    private static final long LARGEST_FILE = 512L << 20;
    private static final int SMALLEST_SIDE = 4;
    private static final int MOST_ELONGATED = 100;

    /**
     * Looks at the header only.
     *
     * @throws InvalidInputException when it is no picture, or one of a size that cannot be used
     */
    public void check(final Path file) throws InvalidInputException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new InvalidInputException("%s: the picture cannot be read: %s".formatted(file,
                    Files.exists(file) ? "no permission, or no ordinary file" : "a link to nothing"));
        }
        try (ImageInputStream stream = new FileImageInputStream(file.toFile())) {
            reader(file, stream).dispose();
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
        final AtomicBoolean truncated = new AtomicBoolean();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            final ImageReader reader = reader(file, stream);
            try {
                reader.addIIOReadWarningListener((source, warning) -> {
                    if (warning.contains("remature end")) {
                        truncated.set(true);
                    }
                });
                final BufferedImage image = reader.read(0);
                if (truncated.get()) {
                    throw new InvalidInputException("%s: the picture is truncated".formatted(file));
                }
                return new Picture(image.getHeight(), image.getWidth(), colours(image));
            } finally {
                reader.dispose();
            }
        } catch (final IOException | RuntimeException e) {
            throw damaged(file, e);
        }
    }

    private static ImageReader reader(final Path file, final ImageInputStream stream) throws IOException, InvalidInputException {
        final Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            throw new InvalidInputException("%s: is not a picture; expected JPEG, PNG, BMP or GIF".formatted(file));
        }
        final ImageReader reader = readers.next();
        try {
            reader.setInput(stream, true, true);
            checkSize(file, reader.getHeight(0), reader.getWidth(0));
            return reader;
        } catch (final IOException | InvalidInputException | RuntimeException e) {
            reader.dispose();
            throw e;
        }
    }

    private static void checkSize(final Path file, final long rows, final long cols) throws InvalidInputException {
        if (Math.min(rows, cols) < SMALLEST_SIDE) {
            throw new InvalidInputException("%s: the picture has %d × %d pixels; at least %d × %d are needed to see anything".formatted(file,
                    cols, rows, SMALLEST_SIDE, SMALLEST_SIDE));
        }
        if (rows * cols > MOST_PIXELS) {
            throw new InvalidInputException("%s: the picture has %d × %d pixels; at most %d million can be read".formatted(file, cols, rows,
                    MOST_PIXELS / 1_000_000));
        }
        if (Math.max(rows, cols) > MOST_ELONGATED * Math.min(rows, cols)) {
            throw new InvalidInputException("%s: the picture has %d × %d pixels; one side may be at most %d times the other".formatted(file,
                    cols, rows, MOST_ELONGATED));
        }
    }

    private static byte[] colours(final BufferedImage image) {
        final boolean plain = image.getColorModel() instanceof ComponentColorModel
                && (image.getRaster().getTransferType() == DataBuffer.TYPE_BYTE || image.getRaster().getTransferType() == DataBuffer.TYPE_USHORT);
        return plain ? samples(image.getRaster()) : converted(image);
    }

    /** The stored numbers themselves: Java's own conversion would change greys, because it takes them for linear light. */
    private static byte[] samples(final Raster raster) {
        final int bands = raster.getNumBands();
        final int shift = raster.getTransferType() == DataBuffer.TYPE_USHORT ? 8 : 0;
        final int width = raster.getWidth();
        final byte[] values = new byte[raster.getHeight() * width * Picture.COLOURS];
        int[] row = null;
        int to = 0;
        for (int r = 0; r < raster.getHeight(); r++) {
            row = raster.getPixels(raster.getMinX(), raster.getMinY() + r, width, 1, row);
            for (int c = 0; c < width; c++) {
                for (int colour = 0; colour < Picture.COLOURS; colour++) {
                    values[to++] = (byte) (row[c * bands + (bands < Picture.COLOURS ? 0 : colour)] >> shift);
                }
            }
        }
        return values;
    }

    private static byte[] converted(final BufferedImage image) {
        final int width = image.getWidth();
        final byte[] values = new byte[image.getHeight() * width * Picture.COLOURS];
        final int[] row = new int[width];
        int to = 0;
        for (int r = 0; r < image.getHeight(); r++) {
            image.getRGB(0, r, width, 1, row, 0, width);
            for (final int pixel : row) {
                values[to++] = (byte) (pixel >> 16);
                values[to++] = (byte) (pixel >> 8);
                values[to++] = (byte) pixel;
            }
        }
        return values;
    }

    private static InvalidInputException damaged(final Path file, final Exception cause) {
        return new InvalidInputException("%s: the picture is damaged or of an unusual kind (%s)".formatted(file,
                cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()), cause);
    }
}
