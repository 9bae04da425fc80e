package org.filterscope.core.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be wrong with a network. The order is that in which kinds are looked for and listed. */
public enum FindingKind {
    /** Pictures of one class are taken for another, and filters that carry it are known. */
    CLASS_CONFUSION("Class confusion"),
    /** A filter fires on two concepts that mean different things to the classes. */
    CONCEPT_CONFUSION("Concept confusion"),
    /** A filter mixes part patterns that speak for different classes. */
    MIXED_PATTERNS("Mixed patterns"),
    /** The evidence for a class lies outside of the object: its background, what comes along with it. */
    CONTEXT_SHORTCUT("Context shortcut"),
    /** The evidence for a class lies at one place of the picture, whatever is shown: a watermark, a border. */
    FIXED_PLACE("Fixed place"),
    /** A class is told by colour alone. */
    COLOUR_SHORTCUT("Colour shortcut"),
    /** An attribute that has nothing to do with the class decides it. */
    ATTRIBUTE_TIE("Attribute tie"),
    /** Pictures whose label is doubtful. */
    SUSPICIOUS_LABELS("Suspicious labels"),
    /** A kind of picture on which the network is sure and wrong. */
    UNKNOWN_UNKNOWNS("Unknown unknowns"),
    /** A change too small to see turns a filter, and with it the prediction. */
    FRAGILE_FILTERS("Fragile filters"),
    /** Filters that do the same. */
    DUPLICATE_FILTERS("Duplicate filters"),
    /** Filters that never fire. */
    DEAD_FILTERS("Dead filters");

    private final String title;

    FindingKind(final String title) {
        this.title = title;
    }

    /** As written in files: {@code class-confusion}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For a heading. */
    public String title() {
        return title;
    }

    /** @return empty when no kind is written so */
    public static Optional<FindingKind> of(final String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
