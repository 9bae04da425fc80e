package org.filterscope.worker;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.IIOImage;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.export.Crops;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.ThumbnailRow;
import org.filterscope.engine.picture.JavaImageCodecs;

/** Cuts small pictures out of a report's sheets, in the format of the sheet. Keeps the sheet used last. For one thread. */
final class SheetCrops implements Crops {
    private static final int LONGEST_SIDE = 8192;
    private static final float QUALITY = 0.85f;

    private final Report report;
    private String name = "";
    private BufferedImage sheet;

    SheetCrops(final Report report) {
        this.report = report;
    }

    @Override
    public Crop of(final ThumbnailRow thumbnail) throws InvalidInputException {
        final Path file = report.files().sheet(thumbnail.sheet());
        if (!file.getFileName().toString().equals(thumbnail.sheet())) {
            throw new InvalidInputException("%s: '%s' is no sheet beside it; run the diagnosis again".formatted(report.files().thumbnails(),
                    thumbnail.sheet()));
        }
        final boolean exact = thumbnail.sheet().endsWith(".png");
        try {
            if (!name.equals(thumbnail.sheet())) {
                sheet = read(file, exact);
                name = thumbnail.sheet();
            }
            final PixelBox place = thumbnail.place();
            if (place.left() < 0 || place.top() < 0 || place.cols() < 1 || place.rows() < 1 || place.right() > sheet.getWidth()
                    || place.bottom() > sheet.getHeight()) {
                throw new InvalidInputException("%s: has no place %s for %s; run the diagnosis again".formatted(file, place, thumbnail.picture()));
            }
            final BufferedImage part = sheet.getSubimage(place.left(), place.top(), place.cols(), place.rows());
            return new Crop(exact ? "image/png" : "image/jpeg", encode(part, exact));
        } catch (final IOException | RuntimeException e) {
            // Decoders throw unplanned where a file contradicts itself.
            throw new InvalidInputException("%s: cannot be read as a picture (%s); run the diagnosis again".formatted(file, e.getMessage()), e);
        }
    }

    private static BufferedImage read(final Path file, final boolean exact) throws IOException {
        final ImageReader reader = JavaImageCodecs.reader(exact ? "png" : "jpeg");
        try (InputStream in = Files.newInputStream(file); ImageInputStream stream = new MemoryCacheImageInputStream(in)) {
            reader.setInput(stream, true, true);
            if (reader.getWidth(0) > LONGEST_SIDE || reader.getHeight(0) > LONGEST_SIDE) {
                throw new IOException("%d × %d pixels, more than any sheet has".formatted(reader.getWidth(0), reader.getHeight(0)));
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] encode(final BufferedImage part, final boolean exact) throws IOException {
        final ImageWriter writer = JavaImageCodecs.writer(exact ? "png" : "jpeg");
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            final ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (!exact) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(QUALITY);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(part, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
