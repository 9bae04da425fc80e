package org.filterscope.ui.pictures;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.report.Report;

/**
 * Decodes a report's sheets and keeps the last few. Used by one thread at a time, never the UI thread. A report comes from outside:
 * whatever it holds, reading it takes a bounded amount of memory.
 */
final class SheetReader {
    private static final int MOST_SHEETS = 8;
    private static final long MOST_PIXELS = 16L << 20;

    private final Report report;
    private final Map<String, ImageData> sheets = new LinkedHashMap<>(MOST_SHEETS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(final Map.Entry<String, ImageData> eldest) {
            return size() > MOST_SHEETS;
        }
    };

    SheetReader(final Report report) {
        this.report = report;
    }

    /**
     * @throws IOException      when the sheet cannot be read
     * @throws RuntimeException when the sheet, or its name, is damaged in a way that only its decoder sees
     */
    ImageData sheet(final String name) throws IOException {
        final ImageData known = sheets.get(name);
        if (known != null) {
            return known;
        }
        final ImageData decoded = decode(name);
        sheets.put(name, decoded);
        return decoded;
    }

    /** @return empty when the place does not lie on the sheet */
    static Optional<ImageData> cut(final ImageData sheet, final PixelBox place) {
        if (place.top() < 0 || place.left() < 0 || place.bottom() > sheet.height || place.right() > sheet.width
                || place.bottom() <= place.top() || place.right() <= place.left()) {
            return Optional.empty();
        }
        final ImageData thumbnail = new ImageData(place.cols(), place.rows(), sheet.depth, sheet.palette);
        final int[] line = new int[place.cols()];
        for (int row = 0; row < place.rows(); row++) {
            sheet.getPixels(place.left(), place.top() + row, line.length, line, 0);
            thumbnail.setPixels(0, row, line.length, line, 0);
        }
        return Optional.of(thumbnail);
    }

    /** Whether another report lies in the report's place by now. If not, all sheets read before this question are from the right one. */
    boolean isReplaced() {
        return new KnownReport(report).isReplaced();
    }

    /** Whether the report was deleted with all its sheets, as the preview of a run is when the run has a better one. */
    boolean isGone() {
        return !Files.isDirectory(report.directory());
    }

    /** Gives the memory of the sheets free. */
    void forget() {
        sheets.clear();
    }

    private ImageData decode(final String name) throws IOException {
        final Path file = report.files().sheet(name).normalize();
        if (!file.getParent().equals(report.files().thumbnails().normalize().getParent())) {
            throw new IOException(NLS.bind(Messages.SheetReader_outside, name));
        }
        if (!Files.isRegularFile(file)) {
            throw new FileNotFoundException(file.toString());
        }
        final StoredPicture size = StoredPicture.read(file);
        if (size.pixels() > MOST_PIXELS) {
            throw new IOException(NLS.bind(Messages.SheetReader_tooLarge, new Object[] {file, size.width(), size.height()}));
        }
        return new ImageLoader().load(file.toString())[0];
    }
}
