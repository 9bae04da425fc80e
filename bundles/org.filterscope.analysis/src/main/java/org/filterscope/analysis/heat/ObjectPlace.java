package org.filterscope.analysis.heat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.filterscope.analysis.attribution.EvidenceMask;
import org.filterscope.analysis.attribution.HeatBox;
import org.filterscope.analysis.attribution.HeatMap;
import org.filterscope.analysis.attribution.PixelRegion;
import org.filterscope.core.report.PixelBox;

/**
 * Where the object of a class is on a picture.
 *
 * @param mask  its pixels, at least one
 * @param boxes true ones: around each connected region of a tenth of the pixels or more, for masks do not tell objects apart, and around all of
 *              them, for what stands before an object takes its mask apart
 */
public record ObjectPlace(EvidenceMask mask, List<PixelBox> boxes) {
    private static final double LEAST = 0.1;

    public ObjectPlace {
        boxes = List.copyOf(boxes);
    }

    /** Empty when the mask is. */
    static Optional<ObjectPlace> of(final EvidenceMask mask) {
        final List<PixelRegion> regions = PixelRegion.all(mask.inside(), mask.cols());
        if (regions.isEmpty()) {
            return Optional.empty();
        }
        final int pixels = regions.stream().mapToInt(region -> region.pixels().length).sum();
        final List<PixelBox> boxes = new ArrayList<>(regions.stream().filter(region -> region.pixels().length >= LEAST * pixels)
                .map(PixelRegion::box).toList());
        boxes.add(regions.stream().map(PixelRegion::box).reduce((one, other) -> new PixelBox(Math.min(one.top(), other.top()),
                Math.min(one.left(), other.left()), Math.max(one.bottom(), other.bottom()), Math.max(one.right(), other.right()))).orElseThrow());
        return Optional.of(new ObjectPlace(mask, boxes.stream().distinct().toList()));
    }

    /** Share of the picture's pixels. */
    double area() {
        int pixels = 0;
        for (final boolean inside : mask.inside()) {
            pixels += inside ? 1 : 0;
        }
        return (double) pixels / mask.inside().length;
    }

    /** Whether the map's peak lies in the mask; not when nothing speaks for the class. */
    boolean holdsPeak(final HeatMap heat) {
        return heat.values()[heat.peak()] > 0 && mask.holdsPeak(heat, 0);
    }

    /** Whether a box agrees with one of the true ones. */
    boolean isFoundBy(final PixelBox box) {
        return boxes.stream().anyMatch(object -> HeatBox.isFound(object, box));
    }
}
