package org.filterscope.ui.pictures;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.filterscope.core.picture.Orientation;

/**
 * A picture's file as a screen shows it: upright, as the network sees it, however the camera was held. Pictures come from anywhere:
 * reading one takes a bounded amount of memory, whatever it says of itself.
 *
 * @param rows   of the upright picture
 * @param cols   of the upright picture
 * @param pixels the same picture, smaller where the file has more pixels than a screen
 */
public record PictureFile(int rows, int cols, ImageData pixels) {
    private static final long MOST_PIXELS = 64L << 20;
    private static final int LARGEST_SIDE = 1024;

    /** @throws IOException with a sentence for the user when the file is no PNG or JPEG that can be shown */
    public static PictureFile read(final Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(NLS.bind(Messages.PictureFile_missing, file));
        }
        final StoredPicture stored = stored(file);
        if (stored.pixels() > MOST_PIXELS) {
            throw new IOException(NLS.bind(Messages.PictureFile_tooLarge, new Object[] {file, stored.width(), stored.height()}));
        }
        try {
            final ImageData data = new ImageLoader().load(file.toString())[0];
            final boolean turned = stored.orientation().isTurned();
            return new PictureFile(turned ? data.width : data.height, turned ? data.height : data.width, upright(shrunk(data), stored.orientation()));
        } catch (final SWTException | IllegalArgumentException e) {
            throw new IOException(NLS.bind(Messages.PictureFile_damaged, file), e);
        }
    }

    private static StoredPicture stored(final Path file) throws IOException {
        try {
            return StoredPicture.read(file);
        } catch (final EOFException e) {
            throw new IOException(NLS.bind(Messages.PictureFile_damaged, file), e);
        }
    }

    private static ImageData upright(final ImageData stored, final Orientation orientation) {
        if (orientation == Orientation.TOP_LEFT) {
            return stored;
        }
        final boolean turned = orientation.isTurned();
        final ImageData upright = new ImageData(turned ? stored.height : stored.width, turned ? stored.width : stored.height, stored.depth,
                stored.palette);
        for (int row = 0; row < upright.height; row++) {
            for (int col = 0; col < upright.width; col++) {
                upright.setPixel(col, row, stored.getPixel(orientation.storedCol(row, col, stored.width),
                        orientation.storedRow(row, col, stored.height)));
            }
        }
        return upright;
    }

    /** Each pixel is the mean of a square of pixels, for the screen's own scaling would leave most of them out. */
    private static ImageData shrunk(final ImageData data) {
        final int step = (Math.max(data.width, data.height) + LARGEST_SIDE - 1) / LARGEST_SIDE;
        if (step <= 1) {
            return data;
        }
        final ImageData small = new ImageData(Math.max(1, data.width / step), Math.max(1, data.height / step), 24,
                new PaletteData(0xff0000, 0xff00, 0xff));
        final int[] line = new int[data.width];
        final long[][] sums = new long[small.width][3];
        for (int row = 0; row < small.height; row++) {
            for (final long[] sum : sums) {
                sum[0] = 0;
                sum[1] = 0;
                sum[2] = 0;
            }
            final int lines = Math.min(step, data.height - row * step);
            for (int y = 0; y < lines; y++) {
                data.getPixels(0, row * step + y, data.width, line, 0);
                for (int x = 0; x < Math.min(data.width, small.width * step); x++) {
                    final RGB rgb = data.palette.getRGB(line[x]);
                    sums[x / step][0] += rgb.red;
                    sums[x / step][1] += rgb.green;
                    sums[x / step][2] += rgb.blue;
                }
            }
            for (int col = 0; col < small.width; col++) {
                final long pixels = (long) lines * Math.min(step, data.width - col * step);
                small.setPixel(col, row, (int) (sums[col][0] / pixels << 16 | sums[col][1] / pixels << 8 | sums[col][2] / pixels));
            }
        }
        return small;
    }
}
