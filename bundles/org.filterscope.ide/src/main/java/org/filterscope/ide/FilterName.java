package org.filterscope.ide;

/**
 * What a person says of a filter.
 *
 * @param name    what the person calls it; empty when it has no name
 * @param verdict of the label that Filterscope gave it
 */
public record FilterName(String name, Verdict verdict) {
    /** Nobody has said anything. */
    public static final FilterName NONE = new FilterName("", Verdict.NONE);

    /** Whether the automatic label is what the filter stands for. */
    public enum Verdict {
        /** Nobody has judged it. */
        NONE,
        /** It is. */
        RIGHT,
        /** It is not. */
        WRONG,
        /** It cannot be said. */
        UNCLEAR
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return name.isEmpty() && verdict == Verdict.NONE;
    }
}
