package org.filterscope.ui.graph.diagram;

import org.eclipse.draw2d.geometry.Point;
import org.filterscope.ui.graph.model.BandLayout;
import org.filterscope.ui.graph.model.Box;
import org.filterscope.ui.graph.model.Mark;

/** Where a view begins so that something is in sight. */
final class Reveal {
    /** Left around what is shown, in pixels. */
    static final int ROOM = 60;

    private Reveal() {
    }

    /** @param sight what is in sight now; a layer is as wide as the sheet, and moves it up or down only */
    static Point of(final BandLayout layout, final Mark mark, final Box sight) {
        final Box place = mark instanceof Mark.OfLayer ? layout.band(mark.layer()) : layout.place(mark);
        final int x = mark instanceof Mark.OfLayer ? sight.x() : shifted(sight.x(), sight.width(), place.x(), place.width());
        return new Point(x, shifted(sight.y(), sight.height(), place.y(), place.height()));
    }

    /** Where the view begins when it shows something: where it is if that does, or else with the thing in the middle. */
    private static int shifted(final int from, final int length, final int place, final int size) {
        final int room = Math.min(ROOM, length / 4);
        if (place >= from + (from > 0 ? room : 0) && place + size <= from + length - room || size >= length && place <= from + length
                && place + size >= from) {
            return from;
        }
        return place >= from && place + size <= from + length ? from + (place - from < room ? -room : room) : place + size / 2 - length / 2;
    }
}
