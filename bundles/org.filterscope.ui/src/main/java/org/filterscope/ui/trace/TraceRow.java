package org.filterscope.ui.trace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.filterscope.core.report.PixelBox;
import org.filterscope.core.trace.AblationChange;

/**
 * One row of the tree.
 *
 * @param name     words
 * @param tip      what it means, in more words; may be empty
 * @param amount   what the row adds to the logit, or its share; absent where there is none
 * @param ablation measured change without the filter
 * @param place    what the picture shows when the row is selected
 * @param children inner rows
 */
record TraceRow(Kind kind, String name, String tip, OptionalDouble amount, Optional<AblationChange> ablation, Place place,
        List<TraceRow> children) {

    TraceRow {
        children = List.copyOf(children);
    }

    /** What a row is about. */
    enum Kind {
        PREDICTION, LAYER, FILTER, PATTERN, REST, REGIONS, REGION, KINDS, SHARE
    }

    /**
     * Where a row lies.
     *
     * @param layer   empty outside layers
     * @param hasMaps whether the layer has positions
     * @param filter  -1 outside filters
     * @param pattern -1 outside patterns
     * @param box     outlined on the picture, in pixels of the network's input
     */
    record Place(String layer, boolean hasMaps, int filter, int pattern, Optional<PixelBox> box) {
        static final Place NOWHERE = new Place("", false, -1, -1, Optional.empty());

        Place outlined(final Optional<PixelBox> other) {
            return new Place(layer, hasMaps, filter, pattern, other);
        }

        boolean isSame(final Place other) {
            return layer.equals(other.layer) && filter == other.filter && pattern == other.pattern;
        }
    }
}
