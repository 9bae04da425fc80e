package org.filterscope.ui.configuration;

import java.util.List;

/**
 * A piece of a configuration's source.
 *
 * @param offset  of its first character
 * @param text    without quotes
 * @param path    of a key: the keys around it and itself, lists not counted; of a value: the keys it belongs to
 * @param mapping number of the block that a key stands in; no two blocks have the same; -1 for anything else
 */
record SourceToken(Kind kind, int offset, int length, String text, List<String> path, int mapping) {

    /** What a token is. */
    enum Kind {
        KEY, VALUE, COMMENT, PUNCTUATION
    }

    int end() {
        return offset + length;
    }

    /** Whether a place between two characters lies in the token or at one of its ends. */
    boolean touches(final int place) {
        return offset <= place && place <= end();
    }

    boolean is(final Kind wanted) {
        return kind == wanted;
    }
}
