package org.filterscope.core.comparison;

import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.Score;

/**
 * What dissection says that a filter stands for.
 *
 * @param category of the concept; empty when not known
 * @param concept  name; empty when the filter has no label
 * @param iou      intersection over union with the concept; not a number when not known
 */
public record FilterLabel(String category, String concept, double iou) {
    /** No label. */
    public static final FilterLabel NONE = new FilterLabel("", "", Double.NaN);

    /** The filter's label, however weak. */
    public static FilterLabel of(final FilterRow filter) {
        return filter.scores().text(Score.LABEL).map(concept -> new FilterLabel(filter.scores().text(Score.LABEL_CATEGORY).orElse(""), concept,
                filter.scores().number(Score.IOU).orElse(Double.NaN))).orElse(NONE);
    }

    /** The label of a filter that is a detector; none when its overlap is below the detector's threshold. */
    public static FilterLabel detected(final FilterRow filter) {
        return isDetector(filter) ? of(filter) : NONE;
    }

    /** Whether a filter stands for a concept: its overlap is above the threshold, where the report knows one. */
    public static boolean isDetector(final FilterRow filter) {
        return filter.scores().known().contains(Score.DETECTOR) ? filter.scores().flag(Score.DETECTOR)
                : filter.scores().known().contains(Score.LABEL);
    }

    public boolean isNone() {
        return concept.isEmpty();
    }

    /** The same concept, whatever the overlap. */
    public boolean isSameConcept(final FilterLabel other) {
        return concept.equals(other.concept) && category.equals(other.category);
    }

    /** For a sentence: {@code object 'car'}; {@code nothing} without a label. */
    public String text() {
        return isNone() ? "nothing" : "%s '%s'".formatted(category, concept).strip();
    }
}
