package org.filterscope.ui.configuration;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.ui.configuration.SourceToken.Kind;

/**
 * A key in the outline.
 *
 * @param value     in its line; empty for a block
 * @param inside    the keys of its block or blocks, in the order of the source
 */
record OutlineEntry(SourceToken key, String value, List<OutlineEntry> inside) {
    private static final int LONGEST_VALUE = 60;

    /** The outermost keys, in the order of the source. */
    static List<OutlineEntry> of(final List<SourceToken> tokens) {
        final List<OutlineEntry> outermost = new ArrayList<>();
        final List<OutlineEntry> open = new ArrayList<>();
        for (int index = 0; index < tokens.size(); index++) {
            final SourceToken token = tokens.get(index);
            if (token.is(Kind.KEY)) {
                final int depth = Math.min(token.path().size() - 1, open.size());
                open.subList(depth, open.size()).clear();
                final OutlineEntry entry = new OutlineEntry(token, value(tokens, index), new ArrayList<>());
                (depth == 0 ? outermost : open.get(depth - 1).inside).add(entry);
                open.add(entry);
            }
        }
        return outermost;
    }

    private static String value(final List<SourceToken> tokens, final int key) {
        final List<String> words = new ArrayList<>();
        for (int index = key + 1; index < tokens.size() && !tokens.get(index).is(Kind.KEY); index++) {
            if (tokens.get(index).is(Kind.VALUE) && words.size() <= LONGEST_VALUE) {
                words.add(tokens.get(index).text());
            }
        }
        final String value = String.join(", ", words);
        return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "\u2026" : value;
    }

    /** The same place of the source, though it may have moved. */
    @Override
    public boolean equals(final Object other) {
        return other instanceof final OutlineEntry that && key.path().equals(that.key.path()) && key.mapping() == that.key.mapping();
    }

    @Override
    public int hashCode() {
        return key.path().hashCode();
    }
}
