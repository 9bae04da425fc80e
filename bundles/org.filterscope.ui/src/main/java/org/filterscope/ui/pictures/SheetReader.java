package org.filterscope.ui.pictures;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.report.ReportFiles;

/** Cuts thumbnails out of a report's sheets and keeps the last few sheets decoded. Used by one thread at a time, never the UI thread. */
final class SheetReader {
    private static final int MOST_SHEETS = 8;

    private final ReportFiles files;
    private final Map<String, ImageData> sheets = new LinkedHashMap<>(MOST_SHEETS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(final Map.Entry<String, ImageData> eldest) {
            return size() > MOST_SHEETS;
        }
    };

    SheetReader(final ReportFiles files) {
        this.files = files;
    }

    /** @throws IOException when the sheet cannot be read, or the place does not lie on it */
    ImageData cut(final String sheet, final PixelBox place) throws IOException {
        final ImageData source = sheet(sheet);
        if (place.top() < 0 || place.left() < 0 || place.bottom() > source.height || place.right() > source.width || place.rows() <= 0
                || place.cols() <= 0) {
            throw new IOException("%s has no place %s".formatted(sheet, place));
        }
        final ImageData thumbnail = new ImageData(place.cols(), place.rows(), source.depth, source.palette);
        final int[] line = new int[place.cols()];
        for (int row = 0; row < place.rows(); row++) {
            source.getPixels(place.left(), place.top() + row, line.length, line, 0);
            thumbnail.setPixels(0, row, line.length, line, 0);
        }
        return thumbnail;
    }

    private ImageData sheet(final String name) throws IOException {
        final ImageData known = sheets.get(name);
        if (known != null) {
            return known;
        }
        final ImageData decoded = decode(name);
        sheets.put(name, decoded);
        return decoded;
    }

    private ImageData decode(final String name) throws IOException {
        final Path file = files.sheet(name).normalize();
        if (!file.getParent().equals(files.thumbnails().normalize().getParent())) {
            throw new IOException(NLS.bind(Messages.SheetReader_outside, name));
        }
        if (!Files.isRegularFile(file)) {
            throw new FileNotFoundException(file.toString());
        }
        try {
            return new ImageLoader().load(file.toString())[0];
        } catch (final SWTException | IllegalArgumentException e) {
            throw new IOException(file.toString(), e);
        }
    }
}
