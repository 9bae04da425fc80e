package org.filterscope.analysis.flaws;

import java.util.Optional;

/**
 * A part of an object that a filter fires on.
 *
 * @param landmark that it follows; empty where there are none, or it follows none
 * @param row      mean position, in input pixels
 * @param col      mean position, in input pixels
 */
record FilterPart(Optional<String> landmark, double row, double col) {

    /** For a sentence. */
    String name() {
        return landmark.map("'%s'"::formatted).orElseGet(() -> "the part at row %d, column %d".formatted(Math.round(row), Math.round(col)));
    }

    /** Whether both follow landmarks that are not the same; places of different kinds of object cannot be compared. */
    boolean isKnownToDiffer(final FilterPart other) {
        return landmark.isPresent() && other.landmark.isPresent() && !landmark.get().equals(other.landmark.get());
    }
}
