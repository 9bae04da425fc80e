package org.filterscope.analysis.instability;

/**
 * What a peak that is always at the same place reaches at best: the least instability of any point between the first and the last position of
 * the map. The spread of distances may have several valleys, so a grid is searched first; from its three best places a compass search goes
 * downhill with steps halved until they are 1/64 of the grid's.
 */
final class ConstantPoint {
    private static final int GRID = 12;
    private static final int STARTS = 3;
    private static final double FINEST = 1.0 / 64;
    private static final int[][] DIRECTIONS = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, -1}, {1, -1}, {-1, 1}};

    private final double top;
    private final double left;
    private final double height;
    private final double width;

    ConstantPoint(final PositionCentres centres) {
        top = centres.rows()[0];
        left = centres.cols()[0];
        height = centres.rows()[centres.rows().length - 1] - top;
        width = centres.cols()[centres.cols().length - 1] - left;
    }

    /** A place in units of the rectangle, 0 to 1, and what it reaches. */
    private record Place(double down, double across, double instability) {
    }

    /** In input pixels; not a number for fewer than two pictures. */
    double least(final PeakedPictures pictures) {
        if (pictures.size() < 2) {
            return Double.NaN;
        }
        final Place[] best = new Place[STARTS];
        for (int i = 0; i <= GRID; i++) {
            for (int j = 0; j <= GRID; j++) {
                keep(best, at(pictures, (double) i / GRID, (double) j / GRID));
            }
        }
        double least = Double.POSITIVE_INFINITY;
        for (final Place start : best) {
            least = Math.min(least, downhill(pictures, start));
        }
        return least;
    }

    private static void keep(final Place[] best, final Place place) {
        Place other = place;
        for (int i = 0; i < best.length; i++) {
            if (best[i] == null || other.instability < best[i].instability) {
                final Place pushed = best[i];
                best[i] = other;
                other = pushed;
                if (other == null) {
                    return;
                }
            }
        }
    }

    private double downhill(final PeakedPictures pictures, final Place start) {
        Place here = start;
        double step = 0.5 / GRID;
        while (step >= FINEST / GRID) {
            Place next = here;
            for (final int[] direction : DIRECTIONS) {
                final Place tried = at(pictures, Math.clamp(here.down + step * direction[0], 0, 1),
                        Math.clamp(here.across + step * direction[1], 0, 1));
                if (tried.instability < next.instability) {
                    next = tried;
                }
            }
            if (next == here) {
                step /= 2;
            }
            here = next;
        }
        return here.instability;
    }

    private Place at(final PeakedPictures pictures, final double down, final double across) {
        return new Place(down, across, pictures.instability(top + down * height, left + across * width));
    }
}
