package org.filterscope.core.names;

import java.util.Optional;

import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.Score;

/** How what a person has said of a filter goes together with its automatic label. */
public enum Agreement {
    /** The person finds the label right, or calls the filter the same. */
    AGREES,
    /** The person finds the label wrong, or calls the filter something else. */
    DIFFERS,
    /** The person cannot tell. */
    UNCLEAR,
    /** There is nothing to compare: no label, or nothing said about this one. */
    OPEN;

    /**
     * The person's verdict where it is about the present label; a label that has changed since was never judged. Without a verdict, the name
     * agrees with the label when both are the same word, whatever the case and the space around them.
     */
    public static Agreement of(final FilterName said, final Optional<String> label) {
        if (label.isEmpty()) {
            return OPEN;
        }
        if (said.verdict().isPresent() && said.label().equals(label.get())) {
            return switch (said.verdict().get()) {
                case RIGHT -> AGREES;
                case WRONG -> DIFFERS;
                case UNCLEAR -> UNCLEAR;
            };
        }
        if (said.name().isBlank()) {
            return OPEN;
        }
        return said.name().strip().equalsIgnoreCase(label.get().strip()) ? AGREES : DIFFERS;
    }

    /** Of a filter of a report. */
    public static Agreement of(final FilterRow filter, final FilterNames names) {
        return names.of(filter).map(said -> of(said, filter.scores().text(Score.LABEL))).orElse(OPEN);
    }
}
