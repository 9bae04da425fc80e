package org.filterscope.core.comparison;

/**
 * One line of {@code events.csv}: what happened to a filter from one report to the next.
 *
 * @param before  name of the earlier report
 * @param after   name of the later report
 * @param layer   name
 * @param channel 0-based
 * @param kind    what happened
 * @param from    the concept that the filter was a detector of
 * @param to      the concept that the filter is a detector of
 */
public record EventRow(String before, String after, String layer, int channel, EventKind kind, FilterLabel from, FilterLabel to) {

    /** For people: {@code conv3/8: texture 'wavy' -> object 'car' at epoch-12.h5}. */
    public String sentence() {
        final String what = switch (kind) {
            case DIED -> "alive -> dead";
            case REVIVED -> "dead -> alive";
            default -> from.text() + " -> " + to.text();
        };
        return "%s/%d: %s at %s".formatted(layer, channel, what, after);
    }

    /** How much there is to it: the higher of both overlaps; 0 where no concept is involved. */
    public double weight() {
        return Math.max(from.isNone() || Double.isNaN(from.iou()) ? 0 : from.iou(), to.isNone() || Double.isNaN(to.iou()) ? 0 : to.iou());
    }
}
