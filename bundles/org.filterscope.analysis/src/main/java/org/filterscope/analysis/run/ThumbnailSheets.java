package org.filterscope.analysis.run;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.filterscope.core.report.PixelBox;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.core.report.ThumbnailRow;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.picture.JavaImageCodecs;
import org.filterscope.engine.picture.Picture;
import org.filterscope.engine.picture.Resampler;

/**
 * Small copies of pictures on sheets of 16 by 16: a few files instead of thousands. Copies that had to be reduced become JPEG; pictures
 * small enough to be kept as they are become PNG, pixel for pixel.
 */
final class ThumbnailSheets {
    private static final int LONGEST_SIDE = 96;
    private static final int ACROSS = 16;
    private static final float QUALITY = 0.92f;

    private final ReportFiles files;
    private final int rows;
    private final int cols;
    private final boolean exact;
    private final Resampler resampler = new Resampler();
    private final List<ThumbnailRow> written = new ArrayList<>();
    private BufferedImage sheet;

    /** @param input shape of the pictures that will come */
    ThumbnailSheets(final ReportFiles files, final Shape input) {
        this.files = files;
        final int longest = Math.max(input.rows(), input.cols());
        exact = longest <= LONGEST_SIDE;
        rows = exact ? input.rows() : Math.max(1, Math.round((float) input.rows() * LONGEST_SIDE / longest));
        cols = exact ? input.cols() : Math.max(1, Math.round((float) input.cols() * LONGEST_SIDE / longest));
    }

    void add(final String path, final Picture fitted) throws IOException {
        final int place = written.size() % (ACROSS * ACROSS);
        if (place == 0) {
            flush();
            sheet = new BufferedImage(ACROSS * cols, ACROSS * rows, BufferedImage.TYPE_INT_RGB);
        }
        final int top = place / ACROSS * rows;
        final int left = place % ACROSS * cols;
        final byte[] values = resampler.resize(fitted, rows, cols).values();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < cols; c++) {
                final int at = (r * cols + c) * 3;
                sheet.setRGB(left + c, top + r, (values[at] & 0xff) << 16 | (values[at + 1] & 0xff) << 8 | values[at + 2] & 0xff);
            }
        }
        written.add(new ThumbnailRow(path, sheetName(written.size() / (ACROSS * ACROSS)), new PixelBox(top, left, top + rows, left + cols)));
    }

    /** Writes what is left; returns where everything lies. */
    List<ThumbnailRow> finish() throws IOException {
        flush();
        return List.copyOf(written);
    }

    private void flush() throws IOException {
        if (sheet == null) {
            return;
        }
        final Path file = files.sheet(sheetName((written.size() - 1) / (ACROSS * ACROSS)));
        Files.createDirectories(file.getParent());
        final ImageWriter writer = JavaImageCodecs.writer(exact ? "png" : "jpeg");
        try (OutputStream out = Files.newOutputStream(file); ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            final ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (!exact) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(QUALITY);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(sheet, null, null), parameters);
        } finally {
            writer.dispose();
        }
        sheet = null;
    }

    private String sheetName(final int index) {
        return String.format(Locale.ROOT, "sheet-%03d.%s", index, exact ? "png" : "jpg");
    }
}
