package org.filterscope.analysis.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.filterscope.core.report.PixelBox;

/**
 * Pixels, or positions of a map, that hang together. Those that touch at a corner do.
 *
 * @param pixels {@code row * cols + col}; not copied
 * @param box    tight around them
 */
public record PixelRegion(int[] pixels, PixelBox box) {

    /**
     * All regions of the pixels that are inside.
     *
     * @param inside {@code [row, col]}; not changed
     * @return in the order of their first pixels
     */
    public static List<PixelRegion> all(final boolean[] inside, final int cols) {
        final boolean[] open = inside.clone();
        final List<PixelRegion> regions = new ArrayList<>();
        for (int pixel = 0; pixel < open.length; pixel++) {
            if (open[pixel]) {
                regions.add(around(open, cols, pixel));
            }
        }
        return regions;
    }

    /** The region around a pixel; its pixels are closed. */
    private static PixelRegion around(final boolean[] open, final int cols, final int first) {
        int[] found = {first};
        int count = 1;
        open[first] = false;
        for (int next = 0; next < count; next++) {
            final int row = found[next] / cols;
            final int col = found[next] % cols;
            for (int r = Math.max(0, row - 1); r <= Math.min(open.length / cols - 1, row + 1); r++) {
                for (int c = Math.max(0, col - 1); c <= Math.min(cols - 1, col + 1); c++) {
                    if (open[r * cols + c]) {
                        open[r * cols + c] = false;
                        found = count < found.length ? found : Arrays.copyOf(found, 2 * count);
                        found[count] = r * cols + c;
                        count++;
                    }
                }
            }
        }
        final int[] pixels = Arrays.copyOf(found, count);
        return new PixelRegion(pixels, box(pixels, cols));
    }

    private static PixelBox box(final int[] pixels, final int cols) {
        int top = Integer.MAX_VALUE;
        int left = Integer.MAX_VALUE;
        int bottom = 0;
        int right = 0;
        for (final int pixel : pixels) {
            top = Math.min(top, pixel / cols);
            left = Math.min(left, pixel % cols);
            bottom = Math.max(bottom, pixel / cols + 1);
            right = Math.max(right, pixel % cols + 1);
        }
        return new PixelBox(top, left, bottom, right);
    }
}
