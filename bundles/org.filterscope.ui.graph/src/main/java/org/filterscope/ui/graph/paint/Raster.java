package org.filterscope.ui.graph.paint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.filterscope.core.graph.AveragePatch;
import org.filterscope.ui.graph.model.Box;

/** Areas and markers as pixels. Tens of thousands of them take a few milliseconds, where widgets' drawing would take some tenths of a second. */
final class Raster implements Shapes {
    private static final int SAMPLES = 4;
    /** How much of a picture is left when it is not lit. */
    private static final double FADED = 0.24;

    private final Box clip;
    private final double scale;
    private final int width;
    private final int height;
    private final int[] pixels;
    private final Patches patches;
    private final Palette palette;
    private final Map<Integer, byte[]> masks = new HashMap<>();

    /** @param scale device pixels for each pixel of the sheet */
    Raster(final Box clip, final double scale, final Palette palette, final Patches patches) {
        this.palette = palette;
        this.patches = patches;
        this.clip = clip;
        this.scale = scale;
        width = Math.max(1, (int) Math.round(clip.width() * scale));
        height = Math.max(1, (int) Math.round(clip.height() * scale));
        pixels = new int[width * height];
        Arrays.fill(pixels, palette.ground());
    }

    @Override
    public void area(final int x, final int y, final int areaWidth, final int areaHeight, final int rgb) {
        final int left = Math.max(0, column(x));
        final int right = Math.min(width, column(x + areaWidth));
        final int bottom = Math.min(height, row(y + areaHeight));
        if (left < right) {
            for (int row = Math.max(0, row(y)); row < bottom; row++) {
                Arrays.fill(pixels, row * width + left, row * width + right, rgb);
            }
        }
    }

    @Override
    public void marker(final Marker marker, final int centreX, final int centreY, final int size, final int rgb) {
        final int side = Math.max(1, (int) Math.round(size * scale));
        final byte[] mask = masks.computeIfAbsent(side * Marker.values().length + marker.ordinal(), key -> mask(marker, side));
        final int left = column(centreX) - side / 2;
        final int top = row(centreY) - side / 2;
        for (int row = Math.max(0, -top); row < side && top + row < height; row++) {
            for (int col = Math.max(0, -left); col < side && left + col < width; col++) {
                final int cover = mask[row * side + col];
                if (cover > 0) {
                    final int place = (top + row) * width + left + col;
                    pixels[place] = cover == SAMPLES * SAMPLES ? rgb : blend(pixels[place], rgb, cover);
                }
            }
        }
    }

    @Override
    public void patch(final int pattern, final Box square, final boolean faded) {
        final Optional<AveragePatch> known = patches.patch(pattern);
        if (known.isEmpty()) {
            area(square.x(), square.y(), square.width(), square.height(), palette.empty());
            return;
        }
        final int left = column(square.x());
        final int top = row(square.y());
        final int right = column(square.right());
        final int bottom = row(square.bottom());
        final int[] columns = sources(left, right, known.get().side());
        final int[] rows = sources(top, bottom, known.get().side());
        for (int row = Math.max(0, top); row < Math.min(height, bottom); row++) {
            for (int col = Math.max(0, left); col < Math.min(width, right); col++) {
                final int rgb = PatchPixels.mean(known.get(), rows[row - top], rows[row - top + 1], columns[col - left],
                        columns[col - left + 1]);
                pixels[row * width + col] = faded ? Rgb.mix(palette.ground(), rgb, FADED) : rgb;
            }
        }
    }

    /** Where the pixels of a picture begin and end in a patch: of larger pictures, several pixels are one of the patch. */
    private static int[] sources(final int from, final int to, final int side) {
        final int[] sources = new int[Math.max(0, to - from) + 1];
        Arrays.setAll(sources, index -> (int) ((long) index * side / Math.max(1, to - from)));
        return sources;
    }

    /** In the layout that needs least conversion on the way to the screen: blue, green, red, nothing. */
    ImageData data() {
        final ImageData data = new ImageData(width, height, 32, new PaletteData(0xff00, 0xff0000, 0xff000000));
        ByteBuffer.wrap(data.data).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(pixels);
        return data;
    }

    private int column(final int x) {
        return (int) Math.round((x - clip.x()) * scale);
    }

    private int row(final int y) {
        return (int) Math.round((y - clip.y()) * scale);
    }

    private static int blend(final int below, final int above, final int cover) {
        final int rest = SAMPLES * SAMPLES - cover;
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            mixed |= ((below >> shift & 0xff) * rest + (above >> shift & 0xff) * cover) / (SAMPLES * SAMPLES) << shift;
        }
        return mixed;
    }

    /** How many samples of each pixel are inside. */
    private static byte[] mask(final Marker marker, final int side) {
        final byte[] mask = new byte[side * side];
        final int samples = side * SAMPLES;
        for (int row = 0; row < samples; row++) {
            for (int col = 0; col < samples; col++) {
                if (marker.covers((col + 0.5) / samples * 2 - 1, (row + 0.5) / samples * 2 - 1)) {
                    mask[row / SAMPLES * side + col / SAMPLES]++;
                }
            }
        }
        return mask;
    }
}
