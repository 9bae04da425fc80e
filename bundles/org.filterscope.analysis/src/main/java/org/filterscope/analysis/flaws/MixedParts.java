package org.filterscope.analysis.flaws;

/**
 * Two parts that one filter takes for the same.
 *
 * @param kind      of object that the first belongs to; empty where there are no classes
 * @param otherKind of object that the other belongs to; most often the same
 */
record MixedParts(FilterPart part, String kind, FilterPart other, String otherKind) {

    /** For a sentence. */
    String name() {
        if (kind.isEmpty()) {
            return "%s and %s".formatted(part.name(), other.name());
        }
        return kind.equals(otherKind) ? "%s and %s of '%s'".formatted(part.name(), other.name(), kind)
                : "%s of '%s' and %s of '%s'".formatted(part.name(), kind, other.name(), otherKind);
    }
}
